import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { MEETING_SUBJECTS } from '../../contract/meetings.ts';
import type { SayHere } from '../../forms/meetings.ts';
import { NO_ALTERNATES } from '../../rules/quorum.ts';
import { keepAttendance } from '../../store/attendance.ts';
import { gather } from '../gather-meeting.part.ts';

/**
 * Somebody in the room says that their organisation is there, by the code on the room's screen. It is kept for the
 * seat of the organisation, not for a person.
 *
 * @returns refusals: not there; no seat; not in session; not the code of this room.
 */
export async function sayHere(tx: Tx, input: SayHere): Promise<Result<void>> {
  const gathered = await gather(tx, input.meetingId, 'say-here');
  if (!gathered.ok) return gathered;
  const { meeting, body, seats } = gathered.value;
  if (meeting.state !== 'IN_SESSION') return refuse('meetings.not-in-this-state');
  if (meeting.room_key !== input.roomKey) return refuse('meetings.not-this-room');
  const { post } = tx.actor;
  const own = seats.filter((seat) => seat.org_id === post?.orgId);
  const seat =
    own.find((one) => one.post_id === post?.postId) ??
    own.find((one) => post && one.alternate_post_ids.includes(post.postId)) ??
    (NO_ALTERNATES.includes(body.kind) ? undefined : own[0]);
  if (!seat) return refuse('meetings.not-yours');
  await keepAttendance(tx, {
    meeting_id: meeting.id,
    seat_id: seat.id,
    presence: seat.post_id === post?.postId ? 'PRESENT' : 'ALTERNATE',
    recorded_how: 'ROOM',
    recorded_at: tx.now,
  });
  await appendEvent(tx, {
    subjectKind: MEETING_SUBJECTS.meeting,
    subjectId: meeting.id,
    kind: 'meetings.say-here',
    data: { orgId: seat.org_id, seatId: seat.id },
  });
  return ok();
}
