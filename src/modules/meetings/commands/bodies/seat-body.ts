import { ok, type Result, refuse } from '#kernel/result.ts';
import { addDays, dateKey } from '#kernel/work-calendar.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { BODY_EVENTS, BODY_SUBJECT } from '../../contract/bodies.ts';
import type { SeatBody } from '../../forms/meetings.ts';
import { mayConstitute } from '../../permissions.ts';
import { countBodyChange, insertSeats, lockBody, seatsOn, updateSeat } from '../../store/bodies.ts';
import { seatRows } from './constitute-body.ts';

/**
 * Changes who has a seat in a body from today on; meetings held before keep the seats of their day.
 *
 * @returns refusals: not there; not its convener; changed meanwhile; a post that is not there, or twice.
 */
export async function seatBody(tx: Tx, input: SeatBody): Promise<Result<void>> {
  const body = await lockBody(tx, input.bodyId);
  if (!body) return refuse('meetings.body-not-found');
  const refusal = mayConstitute(tx.actor, body.kind);
  if (refusal) return { ok: false, refusal };
  if (tx.actor.post?.orgId !== body.convener_org_id) return refuse('meetings.not-yours');
  if (body.version !== input.version) return refuse('meetings.changed-meanwhile');
  const wanted = await seatRows(tx, input, body.kind);
  if (!wanted.ok) return wanted;
  const today = dateKey(tx.now);
  const now = await seatsOn(tx, [body.id], today);
  const kept = new Map(now.map((seat) => [seat.post_id, seat]));
  for (const seat of now)
    if (!wanted.value.some((row) => row.post_id === seat.post_id))
      await updateSeat(tx, seat.id, {
        // A seat given this very day never was one.
        to_day: seat.from_day === today ? today : addDays(today, -1),
      });
  const added = [];
  for (const row of wanted.value) {
    const seat = kept.get(row.post_id);
    if (seat)
      await updateSeat(tx, seat.id, { position: row.position, alternate_post_ids: row.alternate_post_ids });
    else added.push({ ...row, id: tx.newId(), body_id: body.id, from_day: today });
  }
  await insertSeats(tx, added);
  await countBodyChange(tx, body.id);
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: BODY_SUBJECT,
    subjectId: body.id,
    kind: BODY_EVENTS.seated,
    data: { seats: wanted.value.map(({ org_id, post_id }) => ({ org_id, post_id })) },
  });
  return ok();
}
