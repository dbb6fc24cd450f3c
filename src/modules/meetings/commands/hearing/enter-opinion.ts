import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { HEARING_EVENTS, HEARING_SUBJECTS } from '../../contract/hearing.ts';
import type { EnterOpinion } from '../../forms/hearing.ts';
import { mayHear } from '../../permissions.ts';
import { roundAfter } from '../../rules/hearing/round-lifecycle.ts';
import { lockRound } from '../../store/hearing/hearings.ts';
import { insertOpinion } from '../../store/hearing/opinions.ts';

/**
 * Enters an opinion into the register: handed in on paper before, or said at the hearing. It names nobody.
 *
 * @returns its number; refusals: not the residents' committee; not there; answered or cancelled; said at a hearing
 *   that has not begun.
 * @source domain brief §4.3 "opinion register"
 */
export async function enterOpinion(tx: Tx, input: EnterOpinion): Promise<Result<{ number: number }>> {
  const refusal = mayHear(tx.actor, 'enter-opinion');
  if (refusal) return { ok: false, refusal };
  const round = await lockRound(tx, input.roundId);
  if (!round) return refuse('meetings.hearing-not-found');
  if (roundAfter('enter-opinion', round.state) === null) return refuse('meetings.not-in-this-state');
  if (input.source === 'AT_HEARING' && (tx.now < round.starts_at || round.state === 'RECRUITING'))
    return refuse('meetings.hearing-to-come', { field: 'source', source: 'DOMAIN §4.3' });
  const { id, stance, text, source } = input;
  const entered = { hearing_id: round.hearing_id, round_id: round.id, entered_at: tx.now };
  const number = await insertOpinion(tx, { ...entered, id, stance, text, source });
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: HEARING_SUBJECTS.hearing,
    subjectId: round.hearing_id,
    kind: HEARING_EVENTS.opinionEntered,
    data: { roundId: round.id, opinionId: id, number, source },
  });
  return ok({ number });
}
