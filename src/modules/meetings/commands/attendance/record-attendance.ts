import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { MEETING_SUBJECTS } from '../../contract/meetings.ts';
import type { RecordAttendance } from '../../forms/meetings.ts';
import { NO_ALTERNATES } from '../../rules/quorum.ts';
import { keepAttendance } from '../../store/attendance.ts';
import { gather } from '../gather-meeting.part.ts';

/**
 * The secretary records who is there, seat by seat, while the meeting is in session.
 *
 * @returns refusals: not there; not the secretary's or convener's; not in session; a seat of another body; an
 *   alternate where the law knows no proxies.
 */
export async function recordAttendance(tx: Tx, input: RecordAttendance): Promise<Result<void>> {
  const gathered = await gather(tx, input.meetingId, 'record-attendance');
  if (!gathered.ok) return gathered;
  const { meeting, body, seats } = gathered.value;
  if (meeting.state !== 'IN_SESSION') return refuse('meetings.not-in-this-state');
  const known = new Set(seats.map((seat) => seat.id));
  for (const { seatId, presence } of input.seats) {
    if (!known.has(seatId)) return refuse('meetings.not-found');
    if (presence === 'ALTERNATE' && NO_ALTERNATES.includes(body.kind))
      return refuse('meetings.no-proxies', { source: 'DOMAIN §3.2' });
    await keepAttendance(tx, {
      meeting_id: meeting.id,
      seat_id: seatId,
      presence,
      recorded_how: 'HAND',
      recorded_at: tx.now,
    });
  }
  await appendEvent(tx, {
    subjectKind: MEETING_SUBJECTS.meeting,
    subjectId: meeting.id,
    kind: 'meetings.record-attendance',
    data: { seats: input.seats },
  });
  return ok();
}
