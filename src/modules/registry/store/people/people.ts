import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import type { PersonView } from '../../contract.ts';

export async function personRows(tx: Tx, ids: readonly string[]): Promise<PersonView[]> {
  if (ids.length === 0) return [];
  return tx
    .schema('registry')
    .selectFrom('registry.person')
    .select(['id', 'name', 'name_en as nameEn'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', 'in', [...ids])
    .execute();
}

/** People with this blind index of a phone, the first entered first (ids are in order of time). */
export function personRowsByPhone(tx: Tx, phoneIndex: string): Promise<PersonView[]> {
  return tx
    .schema('registry')
    .selectFrom('registry.person')
    .select(['id', 'name', 'name_en as nameEn'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('phone_index', '=', phoneIndex)
    .orderBy('id')
    .execute();
}

/** Keeps a phone to this transaction until commit, so that two reports at once do not make two people. */
export async function lockPhone(tx: Tx, phoneIndex: string): Promise<void> {
  const key = `${tx.actor.neighborhoodId}/phone/${phoneIndex}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx.schema('registry'));
}

/** The encrypted phone of a person, or null. */
export async function phoneCipherOf(tx: Tx, personId: string): Promise<string | null> {
  const row = await tx
    .schema('registry')
    .selectFrom('registry.person')
    .select('phone_cipher')
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', personId)
    .executeTakeFirst();
  return row?.phone_cipher ?? null;
}

export type NewPersonRow = {
  readonly id: string;
  readonly name: string;
  readonly name_en: string | null;
  readonly phone_cipher: string | null;
  readonly phone_index: string | null;
  readonly phone_tail_index: string | null;
};

export async function insertPeople(tx: Tx, rows: readonly NewPersonRow[]): Promise<void> {
  const neighborhood_id = tx.actor.neighborhoodId;
  for (let at = 0; at < rows.length; at += 1000) {
    const some = rows.slice(at, at + 1000).map((row) => ({ ...row, neighborhood_id }));
    await tx.schema('registry').insertInto('registry.person').values(some).execute();
  }
}

/** Which of these people exist in this neighborhood. */
export async function knownPersonIds(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (let at = 0; at < ids.length; at += 1000) {
    for (const row of await personRows(tx, ids.slice(at, at + 1000))) known.add(row.id);
  }
  return known;
}

/** A person as entered, locked until commit, or null. */
export async function lockedPerson(tx: Tx, id: string) {
  const row = await tx
    .schema('registry')
    .selectFrom('registry.person')
    .select(['id', 'name', 'name_en as nameEn', 'version', 'phone_cipher as phoneCipher'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Writes columns of a person and counts the version up. */
export async function updatePerson(
  tx: Tx,
  id: string,
  columns: Partial<Omit<NewPersonRow, 'id'>>,
): Promise<void> {
  await tx
    .schema('registry')
    .updateTable('registry.person')
    .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}

/** One person of the list, with the unit that comes first. */
export type ListedPerson = {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly hasPhone: boolean;
  /** Codes of the first units held on the day, of the entrance asked for when one is. */
  readonly units: readonly string[];
};

/** What the list of people is asked for; null asks for all. */
export type PeopleQuestion = {
  readonly name: string | null;
  readonly phoneTailIndex: string | null;
  readonly phoneIndex: string | null;
  readonly unitIds: readonly string[] | null;
  readonly stairwellId: string | null;
  readonly after: { readonly name: string; readonly id: string } | null;
  readonly day: string;
  readonly limit: number;
};

/** People in the order of their names, from a place in that order on. */
export async function listedPeople(tx: Tx, ask: PeopleQuestion): Promise<ListedPerson[]> {
  const own = tx.actor.neighborhoodId;
  const holds = sql`h.neighborhood_id = p.neighborhood_id and h.person_id = p.id and h.from_day <= ${ask.day}
    and (h.to_day is null or h.to_day >= ${ask.day})`;
  // Whoever sees one entrance only learns of no unit elsewhere: not by the list, and not by asking for a room.
  const here = ask.stairwellId === null ? sql`true` : sql`u.stairwell_id = ${ask.stairwellId}`;
  const unit = sql`registry.unit_holder h join registry.unit u
    on u.neighborhood_id = h.neighborhood_id and u.id = h.unit_id where ${holds} and ${here}`;
  const like = ask.name === null ? null : `%${ask.name.replace(/[\\%_]/g, '\\$&')}%`;
  const where = [
    sql`p.neighborhood_id = ${own} and p.name <> ''`,
    ...(like === null ? [] : [sql`(p.name like ${like} or p.name_en ilike ${like})`]),
    ...(ask.phoneTailIndex === null ? [] : [sql`p.phone_tail_index = ${ask.phoneTailIndex}`]),
    ...(ask.phoneIndex === null ? [] : [sql`p.phone_index = ${ask.phoneIndex}`]),
    ...(ask.unitIds === null
      ? []
      : [sql`exists (select from ${unit} and u.id = any(${sql.val([...ask.unitIds])}::uuid[]))`]),
    ...(ask.stairwellId === null ? [] : [sql`exists (select from ${unit})`]),
    ...(ask.after === null ? [] : [sql`(p.name, p.id) > (${ask.after.name}, ${ask.after.id})`]),
  ];
  const { rows } = await sql<ListedPerson>`
    select p.id, p.name, p.name_en as "nameEn", p.phone_index is not null as "hasPhone",
      array(select u.code from ${unit} order by u.code limit 4) as units
    from registry.person p where ${sql.join(where, sql` and `)}
    order by p.name, p.id limit ${ask.limit}`.execute(tx.schema('registry'));
  return rows;
}

/** Names with the blind index of the phone's tail. */
export async function contactRows(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .schema('registry')
    .selectFrom('registry.person')
    .select(['id', 'name', 'phone_tail_index as phoneTailIndex'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', 'in', [...ids])
    .execute();
}
