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
