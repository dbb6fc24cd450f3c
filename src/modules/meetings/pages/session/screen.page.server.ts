import type { LoaderFunctionArgs } from 'react-router';
import { qrPicture } from '#platform/documents/qr-code.ts';
import { notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { meetingFile } from '../../queries/meeting-file.ts';

/** What the room's screen shows, with the code by which organisations say that they are there. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const file = await page.services.database.inTransaction(
    page.actor,
    (tx) => meetingFile(tx, params.id ?? ''),
    { now: page.now },
  );
  if (!file?.may.includes('record-attendance')) throw notFound();
  const here = `${page.neighborhood.address}/desk/meetings/${file.id}/here/${file.roomKey}`;
  return { file, here, code: file.state === 'IN_SESSION' ? qrPicture(here) : null };
}
