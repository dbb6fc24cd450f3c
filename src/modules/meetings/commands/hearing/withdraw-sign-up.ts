import { personConcerned } from '#kernel/actor.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { HEARING_EVENTS, HEARING_SUBJECTS } from '../../contract/hearing.ts';
import { mayHear } from '../../permissions.ts';
import { roundAfter } from '../../rules/hearing/round-lifecycle.ts';
import { lockRound } from '../../store/hearing/hearings.ts';
import { lockSignUp, withdrawRow } from '../../store/hearing/sign-ups.ts';

/**
 * Takes somebody off the list, with their name and phone: they themselves, or the desk when they ask for it. An
 * opinion they left stays in the register, which names nobody.
 *
 * @returns refusals: not there, also when it is somebody else's; the hearing has been held.
 */
export async function withdrawSignUp(tx: Tx, input: { readonly signUpId: string }): Promise<Result<void>> {
  const row = await lockSignUp(tx, input.signUpId);
  const personId = personConcerned(tx.actor);
  const refusal = mayHear({ ...tx.actor, personId }, 'withdraw-sign-up', {
    signUpPersonId: row?.person_id ?? null,
  });
  const round = row && row.state !== 'WITHDRAWN' ? await lockRound(tx, row.round_id) : undefined;
  if (!row || !round || refusal) return refuse('meetings.sign-up-not-found');
  if (roundAfter('withdraw-sign-up', round.state) === null) return refuse('meetings.not-in-this-state');
  await withdrawRow(tx, row.id);
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: HEARING_SUBJECTS.hearing,
    subjectId: round.hearing_id,
    kind: HEARING_EVENTS.signUpWithdrawn,
    data: { roundId: round.id, signUpId: row.id, hadSeat: row.state === 'SEATED' },
  });
  return ok();
}
