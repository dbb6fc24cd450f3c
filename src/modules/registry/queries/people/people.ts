import type { Tx } from '#platform/db/database.ts';
import type { PersonView } from '../../contract.ts';
import { personRows, personRowsByPhone, phoneCipherOf } from '../../store/people/people.ts';

/** Names by id; unknown ids are left out. */
export async function peopleByIds(tx: Tx, ids: readonly string[]): Promise<Map<string, PersonView>> {
  return new Map((await personRows(tx, [...new Set(ids)])).map((row) => [row.id, row]));
}

/**
 * The person known under a phone, the first entered when a family shares one; null when nobody is.
 *
 * @param phoneIndex `vault.index(PHONE_INDEX, normalisePhone(text))`.
 */
export async function personByPhone(tx: Tx, phoneIndex: string): Promise<PersonView | null> {
  return (await personRowsByPhone(tx, phoneIndex))[0] ?? null;
}

/** Digits of a person's phone, or null. Whoever shows them logs a contact read first. */
export async function phoneOf(tx: Tx, personId: string): Promise<string | null> {
  const cipher = await phoneCipherOf(tx, personId);
  return cipher === null ? null : tx.vault.decrypt(cipher);
}
