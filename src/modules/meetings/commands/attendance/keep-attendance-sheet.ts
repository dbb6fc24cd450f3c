import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Picture } from '#platform/files/pictures.ts';
import { storePicture } from '#platform/files/stored-pictures.ts';
import { MEETING_SUBJECTS, type MeetingState, SHEET_SUBJECT } from '../../contract/meetings.ts';
import { insertSheet } from '../../store/attendance.ts';
import { gather } from '../gather-meeting.part.ts';

/** While the minutes can still be changed. */
const OPEN: readonly MeetingState[] = ['IN_SESSION', 'MINUTES_DRAFT', 'MINUTES_REVIEW'];

/**
 * Keeps a photo of the attendance list people signed on paper.
 *
 * @returns refusals: not there; not the secretary's or convener's; before the session or after signing.
 * @source domain brief §4.3 (paper-only attendee signature sheet scanned)
 */
export async function keepAttendanceSheet(
  tx: Tx,
  input: { readonly meetingId: string },
  picture: Picture,
): Promise<Result<void>> {
  const gathered = await gather(tx, input.meetingId, 'keep-attendance-sheet');
  if (!gathered.ok) return gathered;
  const { meeting } = gathered.value;
  const { post } = tx.actor;
  if (!post) return refuse('meetings.not-yours');
  if (!OPEN.includes(meeting.state)) return refuse('meetings.not-in-this-state');
  const id = tx.newId();
  await insertSheet(tx, {
    id,
    meeting_id: meeting.id,
    file_id: await storePicture(tx, { kind: SHEET_SUBJECT, id }, picture),
    kept_at: tx.now,
    kept_by_post_id: post.postId,
  });
  await appendEvent(tx, {
    subjectKind: MEETING_SUBJECTS.meeting,
    subjectId: meeting.id,
    kind: 'meetings.keep-attendance-sheet',
    data: { sheetId: id },
  });
  return ok();
}
