import { ok, type Result, refuse } from '#kernel/result.ts';
import { REGISTRY_SUBJECTS } from '#modules/registry/contract.ts';
import { phoneOf } from '#modules/registry/facade.server.ts';
import { logContactRead } from '#platform/audit/contact-reads.ts';
import type { Tx } from '#platform/db/database.ts';
import { HEARING_SUBJECTS } from '../../contract/hearing.ts';
import type { RevealPhone } from '../../forms/hearing.ts';
import { mayHear } from '../../permissions.ts';
import { lockSignUp } from '../../store/hearing/sign-ups.ts';

/**
 * The digits under which somebody on the list is told whether they have a seat, for a reason that is written down: what
 * they left with their name, or the phone of the register of whoever signed in.
 *
 * @returns digits, or null when none is known; refusals: not the residents' committee; not there, or taken off the list.
 * @source PIPL art. 44; domain brief §3.12 "every read of a contact is logged"
 */
export async function revealSignUpPhone(tx: Tx, input: RevealPhone): Promise<Result<string | null>> {
  const refusal = mayHear(tx.actor, 'seat-participants');
  if (refusal) return { ok: false, refusal };
  const row = await lockSignUp(tx, input.signUpId);
  if (!row || row.state === 'WITHDRAWN') return refuse('meetings.sign-up-not-found');
  const subject = row.person_id
    ? { kind: REGISTRY_SUBJECTS.person, id: row.person_id }
    : { kind: HEARING_SUBJECTS.signUp, id: row.id };
  await logContactRead(tx, subject, input.reason);
  if (row.person_id) return ok(await phoneOf(tx, row.person_id));
  return ok(row.phone_cipher && tx.vault.decrypt(row.phone_cipher));
}
