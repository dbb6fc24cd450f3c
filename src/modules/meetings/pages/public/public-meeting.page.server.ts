import type { LoaderFunctionArgs } from 'react-router';
import { notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { publicMeeting } from '../../queries/public-meeting.ts';

/** A meeting as everybody may read it. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  page.share();
  const meeting = await page.services.database.inTransaction(
    page.actor,
    (tx) => publicMeeting(tx, params.code ?? ''),
    { now: page.now },
  );
  if (!meeting) throw notFound();
  return { meeting };
}
