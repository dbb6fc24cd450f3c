import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { HEARING_EVENTS, HEARING_SUBJECTS } from '../../contract/hearing.ts';
import type { SeatParticipants } from '../../forms/hearing.ts';
import { mayHear } from '../../permissions.ts';
import { balanceOf, seatsWillDo } from '../../rules/hearing/balance.ts';
import { roundAfter } from '../../rules/hearing/round-lifecycle.ts';
import { lockRound, updateRound } from '../../store/hearing/hearings.ts';
import { seatRows, signUpsOf } from '../../store/hearing/sign-ups.ts';

/**
 * Says who of those that signed up get a seat. Once the hearing is set, a change has to pass the same check again.
 *
 * @returns refusals: not the residents' committee; not there; held or cancelled; changed meanwhile; somebody who is
 *   not on the list; once it is set, seats that no longer stand for those it concerns.
 */
export async function seatParticipants(tx: Tx, input: SeatParticipants): Promise<Result<void>> {
  const refusal = mayHear(tx.actor, 'seat-participants');
  if (refusal) return { ok: false, refusal };
  const round = await lockRound(tx, input.roundId);
  if (!round) return refuse('meetings.hearing-not-found');
  if (roundAfter('seat-participants', round.state) === null) return refuse('meetings.not-in-this-state');
  if (round.version !== input.version) return refuse('meetings.changed-meanwhile');
  const list = await signUpsOf(tx, [round.id]);
  const chosen = new Set(input.seatIds);
  if (input.seatIds.some((id) => !list.some((one) => one.id === id)))
    return refuse('meetings.sign-up-not-found');
  if (round.state === 'SET') {
    const balance = balanceOf(list.map((one) => ({ ...one, seated: chosen.has(one.id) })));
    const will = seatsWillDo(balance, round.balance_reason ?? '');
    if (!will.ok) return will;
  }
  await seatRows(tx, round.id, [...chosen]);
  await updateRound(tx, round.id, {});
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: HEARING_SUBJECTS.hearing,
    subjectId: round.hearing_id,
    kind: HEARING_EVENTS.seated,
    data: { roundId: round.id, seats: chosen.size, signUpIds: [...chosen] },
  });
  return ok();
}
