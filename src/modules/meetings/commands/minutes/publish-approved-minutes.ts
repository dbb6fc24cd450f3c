import type { ApprovedPiece } from '#kernel/approved-piece.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Publishers } from '#platform/http/services.ts';
import { MEETING_EVENTS, MEETING_SUBJECTS, MINUTES_SUBJECT } from '../../contract/meetings.ts';
import type { Minutes } from '../../contract/minutes.ts';
import { publicMinutes, withApprovedTexts } from '../../rules/public-minutes.ts';
import { lockMeeting, updateMeeting } from '../../store/meetings.ts';

/** What the gate calls when a second person has approved the public minutes. */
export const MEETING_PUBLISHERS: Publishers = { [MINUTES_SUBJECT]: publishApprovedMinutes };

/** Publishes the minutes exactly as they were approved; the signed ones stay as they were signed. */
export async function publishApprovedMinutes(tx: Tx, piece: ApprovedPiece): Promise<Result<void>> {
  const meeting = await lockMeeting(tx, piece.subjectId);
  if (!meeting?.minutes_text) return refuse('meetings.not-found');
  if (meeting.state !== 'SIGNED') return refuse('meetings.not-in-this-state');
  const approved = new Map(piece.content.texts.map(({ field, text }) => [field, text]));
  const minutes = withApprovedTexts(publicMinutes(meeting.minutes_text as unknown as Minutes), approved);
  await updateMeeting(tx, meeting.id, {
    state: 'PUBLISHED',
    public_text: JSON.stringify(minutes),
    published_at: tx.now,
  });
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: MEETING_SUBJECTS.meeting,
    subjectId: meeting.id,
    kind: MEETING_EVENTS.published,
    from: meeting.state,
    to: 'PUBLISHED',
    data: { code: meeting.code },
  });
  return ok();
}
