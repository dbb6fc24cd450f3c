import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { MEETING_SUBJECTS } from '../../contract/meetings.ts';
import type { ReplyInvitation } from '../../forms/meetings.ts';
import { NO_ALTERNATES } from '../../rules/quorum.ts';
import { keepAttendance } from '../../store/attendance.ts';
import { gather } from '../gather-meeting.part.ts';

/**
 * An organisation answers its invitation: it comes, sends the alternate, or cannot come.
 *
 * @returns refusals: not there; no seat; no notice yet, or begun already; nobody comes in a member's place where the
 *   law knows no proxies.
 */
export async function replyInvitation(tx: Tx, input: ReplyInvitation): Promise<Result<void>> {
  const gathered = await gather(tx, input.meetingId, 'reply-invitation');
  if (!gathered.ok) return gathered;
  const { meeting, body, seats } = gathered.value;
  if (meeting.state !== 'NOTICED') return refuse('meetings.not-in-this-state');
  if (input.reply === 'ALTERNATE' && NO_ALTERNATES.includes(body.kind))
    return refuse('meetings.no-proxies', { field: 'reply', source: 'DOMAIN §3.2' });
  const { post } = tx.actor;
  const own = seats.filter((seat) => seat.org_id === post?.orgId);
  // A member of a committee answers for their own seat; an organisation with one seat answers for it.
  const seat = own.find((one) => one.post_id === post?.postId) ?? own[0];
  if (!seat) return refuse('meetings.not-yours');
  await keepAttendance(tx, {
    meeting_id: meeting.id,
    seat_id: seat.id,
    reply: input.reply,
    reply_note: input.note || null,
    replied_at: tx.now,
  });
  await appendEvent(tx, {
    subjectKind: MEETING_SUBJECTS.meeting,
    subjectId: meeting.id,
    kind: 'meetings.reply-invitation',
    data: { orgId: seat.org_id, seatId: seat.id, reply: input.reply },
  });
  return ok();
}
