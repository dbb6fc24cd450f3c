import type { LoaderFunctionArgs } from 'react-router';
import type { Tx } from '#platform/db/database.ts';
import { fileAnswer } from '#platform/documents/file-answer.ts';
import type { OfficialPaper } from '#platform/documents/official/paper.ts';
import { publishedPaperFile } from '#platform/documents/official/paper-file.ts';
import { notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { minutesPaper } from '../../queries/papers/minutes-paper.ts';
import { publicMeeting } from '../../queries/public-meeting.ts';
import { meetingAnswer } from '../calendar/entries.page.server.ts';

/**
 * Published minutes for everybody: `minutes.pdf`, `minutes.docx`; nothing before the second person has approved them.
 * `meeting.ics`: the meeting for one's calendar.
 */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const { code = '', name = '' } = params;
  if (name === 'meeting.ics') return meetingAnswer(page, { code });
  if (name !== 'minutes.pdf' && name !== 'minutes.docx') throw notFound();
  const paper = await page.services.database.inTransaction(
    page.actor,
    (tx) => paperOf(tx, code, page.neighborhood.nameZh),
    { now: page.now },
  );
  if (!paper) throw notFound();
  return fileAnswer(await publishedPaperFile(paper, name === 'minutes.docx' ? 'docx' : 'pdf'));
}

async function paperOf(tx: Tx, code: string, place: string): Promise<OfficialPaper | null> {
  const meeting = await publicMeeting(tx, code);
  if (!meeting?.minutes || !meeting.publishedAt) return null;
  const { minutes, signedAt, signedByPostId, sealed } = meeting;
  return minutesPaper(tx, { minutes, place, isPublic: true, signedAt, signedByPostId, sealed, addenda: [] });
}
