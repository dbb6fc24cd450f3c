import { personConcerned } from '#kernel/actor.ts';
import { normalisePhone } from '#kernel/contact.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { PHONE_INDEX } from '#modules/registry/contract.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { HEARING_EVENTS, HEARING_SUBJECTS } from '../../contract/hearing.ts';
import type { SignUp } from '../../forms/hearing.ts';
import { mayHear } from '../../permissions.ts';
import { roundAfter } from '../../rules/hearing/round-lifecycle.ts';
import { stillRecruiting } from '../../rules/hearing/timing.ts';
import { lockRound } from '../../store/hearing/hearings.ts';
import { insertOpinion } from '../../store/hearing/opinions.ts';
import { insertSignUp } from '../../store/hearing/sign-ups.ts';

/**
 * Signs somebody up for a round: themselves, signed in or with a name and a phone, or somebody at the desk, where a
 * name is enough. What they have to say goes into the opinion register, where no name stands beside it.
 *
 * @param forOthers the desk, or an entrance's leader, writes it down for somebody.
 * @returns the id; refusals: not theirs to do; not there; recruiting is over; a name or a phone that is missing or is
 *   none; an opinion without saying for or against; on the list already.
 * @source domain brief §4.3 "recruit participants openly"; §7 "phone/desk/paper parity"
 */
export async function signUp(
  tx: Tx,
  input: SignUp,
  forOthers: boolean,
): Promise<Result<{ signUpId: string }>> {
  const action = forOthers ? 'sign-up-for-others' : 'sign-up';
  const refusal = mayHear(tx.actor, action);
  if (refusal) return { ok: false, refusal };
  const round = await lockRound(tx, input.roundId);
  if (!round) return refuse('meetings.hearing-not-found');
  if (roundAfter(action, round.state) === null || !stillRecruiting(round.recruits_until, dateKey(tx.now)))
    return refuse('meetings.recruiting-over', { source: 'DOMAIN §4.3' });
  const { stance, opinion } = input;
  if (opinion !== '' && stance === 'OPEN')
    return refuse('meetings.opinion-for-or-against', { field: 'stance' });
  const who = whoSignsUp(tx, input, forOthers);
  if (!who.ok) return who;
  const id = tx.newId();
  const { affected, elder } = input;
  const mine = { id, round_id: round.id, affected, stance, elder, state: 'WAITING', signed_up_at: tx.now };
  const entered_by_post_id = forOthers ? (tx.actor.post?.postId ?? null) : null;
  if (!(await insertSignUp(tx, { ...mine, ...who.value, entered_by_post_id })))
    return refuse('meetings.signed-up-already');
  if (opinion !== '' && stance !== 'OPEN') {
    const entered = { hearing_id: round.hearing_id, round_id: round.id, entered_at: tx.now };
    await insertOpinion(tx, { ...entered, id: tx.newId(), stance, text: opinion, source: 'SIGN_UP' });
  }
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: HEARING_SUBJECTS.hearing,
    subjectId: round.hearing_id,
    kind: HEARING_EVENTS.signedUp,
    data: { roundId: round.id, signUpId: id, forOthers },
  });
  return ok({ signUpId: id });
}

/** The person signed in; or a name, and a phone unless it is written down at the desk. */
function whoSignsUp(tx: Tx, { name, phone }: SignUp, forOthers: boolean) {
  const personId = personConcerned(tx.actor);
  if (!forOthers && personId) return ok({ person_id: personId });
  if (name === '') return refuse('meetings.name-missing', { field: 'name' });
  const digits = phone === '' ? null : normalisePhone(phone);
  if (phone !== '' && digits === null) return refuse('meetings.phone-is-none', { field: 'phone' });
  if (!forOthers && digits === null) return refuse('meetings.phone-missing', { field: 'phone' });
  const sealed = digits
    ? { phone_cipher: tx.vault.encrypt(digits), phone_index: tx.vault.index(PHONE_INDEX, digits) }
    : {};
  return ok({ name, ...sealed });
}
