import type { LoaderFunctionArgs } from 'react-router';
import type { Tx } from '#platform/db/database.ts';
import { fileAnswer } from '#platform/documents/file-answer.ts';
import type { OfficialPaper } from '#platform/documents/official/paper.ts';
import { paperFile } from '#platform/documents/official/paper-file.ts';
import { notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { minutesSheet } from '../../commands/minutes/minutes-text.part.ts';
import { meetingFile } from '../../queries/meeting-file.ts';
import { minutesPaper } from '../../queries/papers/minutes-paper.ts';
import { noticePaper } from '../../queries/papers/notice-paper.ts';
import { meetingAnswer } from '../calendar/entries.page.server.ts';

/**
 * Papers of a meeting for its parties: `minutes.pdf`, `minutes.docx`, `notice.pdf`, Chinese in every language;
 * `meeting.ics` with its agenda, for one's calendar.
 */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const { id = '', name = '' } = params;
  if (name === 'meeting.ics') return meetingAnswer(page, { id });
  const paper = await page.services.database.inTransaction(
    page.actor,
    (tx) => paperOf(tx, id, name, page.neighborhood.nameZh),
    { now: page.now },
  );
  if (!paper) throw notFound();
  return fileAnswer(await paperFile(paper, name.endsWith('.docx') ? 'docx' : 'pdf'));
}

async function paperOf(tx: Tx, id: string, name: string, place: string): Promise<OfficialPaper | null> {
  const file = await meetingFile(tx, id);
  if (!file?.isInside) return null;
  if (name === 'notice.pdf') return noticePaper(file);
  if (!/^minutes\.(pdf|docx)$/.test(name) || !file.closedAt) return null;
  const minutes = await minutesSheet(tx, id);
  if (!minutes) return null;
  const { signedAt, signedByPostId, sealed, addenda } = file;
  return minutesPaper(tx, { minutes, place, isPublic: false, signedAt, signedByPostId, sealed, addenda });
}
