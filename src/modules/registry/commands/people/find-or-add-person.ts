import { normalisePhone } from '#kernel/contact.ts';
import { type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { PHONE_INDEX, REGISTRY_EVENTS, REGISTRY_SUBJECTS } from '../../contract.ts';
import { insertPeople, lockPhone, personRowsByPhone } from '../../store/people/people.ts';
import { sealedPerson } from './add-person.ts';

/** What somebody gave who wants an answer; the name may be missing. */
export type GivenContact = { readonly phone: string; readonly name?: string | null };

/**
 * The person of a phone, made when nobody has it yet. When a family shares a phone, the member with the
 * given name is taken, else the first entered; a new name on a known phone makes nobody new, because
 * people write their names in many ways. Anybody may call it: it tells nothing but an id.
 *
 * @returns refusal `registry.phone-unreadable`.
 */
export async function personForPhone(
  tx: Tx,
  given: GivenContact,
): Promise<Result<{ personId: string; made: boolean }>> {
  const digits = normalisePhone(given.phone);
  if (!digits) return refuse('registry.phone-unreadable', { field: 'phone' });
  const index = tx.vault.index(PHONE_INDEX, digits);
  await lockPhone(tx, index);
  const known = await personRowsByPhone(tx, index);
  const name = given.name?.trim() ?? '';
  const person = known.find((row) => row.name === name) ?? known[0];
  if (person) return { ok: true, value: { personId: person.id, made: false } };
  const row = sealedPerson(tx, { id: tx.newId(), name, nameEn: null, phone: digits });
  await insertPeople(tx, [row]);
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.person,
    subjectId: row.id,
    kind: REGISTRY_EVENTS.personAdded,
    data: { people: 1 },
  });
  return { ok: true, value: { personId: row.id, made: true } };
}
