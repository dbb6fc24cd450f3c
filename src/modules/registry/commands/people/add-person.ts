import { normalisePhone } from '#kernel/contact.ts';
import { type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { PHONE_INDEX, PHONE_TAIL_INDEX, REGISTRY_EVENTS, REGISTRY_SUBJECTS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { insertPeople, type NewPersonRow } from '../../store/people/people.ts';

export type NewPerson = {
  /** Made by the caller when it must be known beforehand; else made here. */
  readonly id?: string;
  readonly name: string;
  readonly nameEn?: string | null;
  readonly phone?: string | null;
};

/** Digits at the end of a phone by which staff may look a person up. */
const TAIL = 4;

/**
 * Enters people, with their phones encrypted. One event for all of them, without names.
 *
 * @returns the ids in the order given; refusals `registry.not-a-keeper`, `registry.name-missing`,
 * `registry.phone-unreadable`.
 */
export async function addPeople(tx: Tx, people: readonly NewPerson[]): Promise<Result<string[]>> {
  const may = mayKeep(tx.actor, 'add-person');
  if (!may.ok) return may;
  const rows: NewPersonRow[] = [];
  for (const person of people) {
    if (person.name.trim() === '') return refuse('registry.name-missing', { field: 'name' });
    const phone = person.phone ? normalisePhone(person.phone) : null;
    if (person.phone && !phone) return refuse('registry.phone-unreadable', { field: 'phone' });
    const id = person.id ?? tx.newId();
    rows.push(sealedPerson(tx, { id, name: person.name.trim(), nameEn: person.nameEn ?? null, phone }));
  }
  await insertPeople(tx, rows);
  const first = rows[0];
  if (first) {
    await appendEvent(tx, {
      subjectKind: REGISTRY_SUBJECTS.person,
      subjectId: first.id,
      kind: REGISTRY_EVENTS.personAdded,
      data: { people: rows.length },
    });
  }
  return { ok: true, value: rows.map((row) => row.id) };
}

/** Enters one person. Refusals as {@link addPeople}. */
export async function addPerson(tx: Tx, person: NewPerson): Promise<Result<string>> {
  const added = await addPeople(tx, [person]);
  return added.ok ? { ok: true, value: added.value[0]! } : added;
}

/** A person as stored: the phone only as cipher and blind indexes. `phone` is digits. */
export function sealedPerson(
  tx: Tx,
  person: {
    readonly id: string;
    readonly name: string;
    readonly nameEn: string | null;
    readonly phone: string | null;
  },
): NewPersonRow {
  const { phone } = person;
  return {
    id: person.id,
    name: person.name,
    name_en: person.nameEn,
    phone_cipher: phone && tx.vault.encrypt(phone),
    phone_index: phone && tx.vault.index(PHONE_INDEX, phone),
    phone_tail_index: phone && tx.vault.index(PHONE_TAIL_INDEX, phone.slice(-TAIL)),
  };
}
