import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { logContactRead } from '#platform/audit/contact-reads.ts';
import type { Tx } from '#platform/db/database.ts';
import { REGISTRY_SUBJECTS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { personRows, phoneCipherOf } from '../../store/people/people.ts';

const SHORTEST_REASON = 2;
const LONGEST_REASON = 200;

/**
 * The digits of a person's phone, for a reason that is written down where the person can read it.
 *
 * @returns digits, or null when none is known; refusals `registry.not-a-keeper`, `registry.person-unknown`,
 *   `registry.reason-missing`.
 */
export async function revealPhone(
  tx: Tx,
  given: { readonly personId: string; readonly reason: string },
): Promise<Result<string | null>> {
  const may = mayKeep(tx.actor, 'reveal-phone');
  if (!may.ok) return may;
  const [person] = isUuid(given.personId) ? await personRows(tx, [given.personId]) : [];
  if (!person) return refuse('registry.person-unknown');
  const reason = given.reason.trim().slice(0, LONGEST_REASON);
  if (reason.length < SHORTEST_REASON) return refuse('registry.reason-missing', { field: 'reason' });
  await logContactRead(tx, { kind: REGISTRY_SUBJECTS.person, id: person.id }, reason);
  const cipher = await phoneCipherOf(tx, person.id);
  return ok(cipher === null ? null : tx.vault.decrypt(cipher));
}
