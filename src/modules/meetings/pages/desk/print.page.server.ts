import type { LoaderFunctionArgs } from 'react-router';
import { notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { meetingFile } from '../../queries/meeting-file.ts';

/** The notice and the sheet people sign, for the wall and the table. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const file = await page.services.database.inTransaction(
    page.actor,
    (tx) => meetingFile(tx, params.id ?? ''),
    { now: page.now },
  );
  if (!file?.isInside) throw notFound();
  return { file };
}
