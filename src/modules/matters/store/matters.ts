import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import { FINAL_STATUSES, type MatterStatus } from '../contract.ts';
import type { MatterPatch, MatterRow, NewMatter } from './rows.ts';

/** Saves a new matter. `tokens` are its search words (platform/search). */
export async function insertMatter(
  tx: Tx,
  row: Omit<NewMatter, 'search'>,
  tokens: readonly string[],
): Promise<void> {
  await tx
    .schema('matters')
    .insertInto('matters.matter')
    .values({
      ...row,
      neighborhood_id: tx.actor.neighborhoodId,
      search: sql`array_to_tsvector(${[...tokens]}::text[])`,
    })
    .execute();
}

/** A matter of the actor's neighborhood, locked until the transaction ends; undefined when there is none. */
export function lockMatter(tx: Tx, id: string): Promise<MatterRow | undefined> {
  return tx
    .schema('matters')
    .selectFrom('matters.matter')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** The same for a job: undefined also when somebody is working on the matter this very moment. */
export function lockMatterIfFree(tx: Tx, id: string): Promise<MatterRow | undefined> {
  return tx
    .schema('matters')
    .selectFrom('matters.matter')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

/** Open matters that waited for one of these calendar years, locked; those somebody works on are left out. */
export function lockUncounted(tx: Tx, years: readonly number[], limit = 200): Promise<MatterRow[]> {
  return tx
    .schema('matters')
    .selectFrom('matters.matter')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('status', 'not in', [...FINAL_STATUSES])
    .where('unknown_calendar_year', 'in', [...years])
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** A matter by id, without a lock. */
export function findMatter(tx: Tx, id: string): Promise<MatterRow | undefined> {
  return tx
    .schema('matters')
    .selectFrom('matters.matter')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** A matter by the code people see, e.g. `ZJ-2611-0042`. */
export function findMatterByCode(tx: Tx, code: string): Promise<MatterRow | undefined> {
  return tx
    .schema('matters')
    .selectFrom('matters.matter')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('code', '=', code)
    .executeTakeFirst();
}

/** Writes a change and raises the version. The row must be locked by this transaction. */
export async function updateMatter(
  tx: Tx,
  id: string,
  status: MatterStatus,
  patch: MatterPatch,
  tokens?: readonly string[],
): Promise<number> {
  const search = tokens ? { search: sql<string>`array_to_tsvector(${[...tokens]}::text[])` } : {};
  const row = await tx
    .schema('matters')
    .updateTable('matters.matter')
    .set((e) => ({ ...patch, ...search, status, version: e('version', '+', 1) }))
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

/** The next number of a prefix such as `ZJ-2611`; the counter's row is held until commit, so codes have no gaps. */
export async function nextNumber(tx: Tx, prefix: string): Promise<number> {
  const row = await tx
    .schema('matters')
    .insertInto('matters.code_counter')
    .values({ neighborhood_id: tx.actor.neighborhoodId, prefix, last: 1 })
    .onConflict((c) =>
      c
        .columns(['neighborhood_id', 'prefix'])
        .doUpdateSet((e) => ({ last: e('matters.code_counter.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}

export async function coHandlersOf(tx: Tx, matterId: string): Promise<string[]> {
  const rows = await tx
    .schema('matters')
    .selectFrom('matters.co_handler')
    .select('org_id')
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('matter_id', '=', matterId)
    .execute();
  return rows.map((r) => r.org_id);
}

/** Makes these organisations the co-handlers, and no others. */
export async function replaceCoHandlers(tx: Tx, matterId: string, orgIds: readonly string[]): Promise<void> {
  const db = tx.schema('matters');
  const neighborhood_id = tx.actor.neighborhoodId;
  await db
    .deleteFrom('matters.co_handler')
    .where('neighborhood_id', '=', neighborhood_id)
    .where('matter_id', '=', matterId)
    .execute();
  if (orgIds.length === 0) return;
  const rows = orgIds.map((org_id) => ({ neighborhood_id, matter_id: matterId, org_id, added_at: tx.now }));
  await db.insertInto('matters.co_handler').values(rows).execute();
}

/** Gives a role on the matter to a post; the one before loses it. */
export async function setRole(tx: Tx, matterId: string, role: string, postId: string): Promise<void> {
  await tx
    .schema('matters')
    .insertInto('matters.matter_role')
    .values({
      neighborhood_id: tx.actor.neighborhoodId,
      matter_id: matterId,
      role,
      post_id: postId,
      added_at: tx.now,
    })
    .onConflict((c) =>
      c.columns(['neighborhood_id', 'matter_id', 'role']).doUpdateSet({ post_id: postId, added_at: tx.now }),
    )
    .execute();
}

/** Counts a household's me-too; false when the household has said so before. */
export async function insertEndorsement(
  tx: Tx,
  matterId: string,
  unitId: string,
  personId: string | null,
): Promise<boolean> {
  const result = await tx
    .schema('matters')
    .insertInto('matters.endorsement')
    .values({
      neighborhood_id: tx.actor.neighborhoodId,
      matter_id: matterId,
      unit_id: unitId,
      person_id: personId,
      at: tx.now,
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Codes of matters by id. */
export function codesOf(tx: Tx, ids: readonly string[]): Promise<{ id: string; code: string }[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .schema('matters')
    .selectFrom('matters.matter')
    .select(['id', 'code'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', 'in', [...ids])
    .execute();
}
