import { type Insertable, type Selectable, sql } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';

export type NoticeRow = Selectable<DB['notices.works_notice']>;
export type NewNotice = Omit<Insertable<DB['notices.works_notice']>, 'neighborhood_id'>;

const rows = (tx: Tx) =>
  tx
    .schema('notices')
    .selectFrom('notices.works_notice')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId);

/** The next number of a prefix `TZ-2611`; others wait until this transaction ends. */
export async function nextNumber(tx: Tx, prefix: string): Promise<string> {
  const db = tx.schema('notices');
  const lock = `${tx.actor.neighborhoodId}/${prefix}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(db);
  const last = await rows(tx)
    .where('number', 'like', `${prefix}-%`)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const n = last ? Number(last.number.slice(prefix.length + 1)) + 1 : 1;
  return `${prefix}-${String(n).padStart(3, '0')}`;
}

export async function insertNotice(tx: Tx, row: NewNotice): Promise<void> {
  await tx
    .schema('notices')
    .insertInto('notices.works_notice')
    .values({ ...row, neighborhood_id: tx.actor.neighborhoodId })
    .execute();
}

/** A notice, locked until the transaction ends. */
export function lockNotice(tx: Tx, id: string): Promise<NoticeRow | undefined> {
  return rows(tx).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Puts a notice behind the one that stands in its place. */
export async function markSuperseded(tx: Tx, id: string, byId: string, reason: string): Promise<void> {
  await tx
    .schema('notices')
    .updateTable('notices.works_notice')
    .set((e) => ({
      state: 'SUPERSEDED',
      superseded_by_id: byId,
      superseded_reason: reason,
      version: e('version', '+', 1),
    }))
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}

/** Live notices that are not over, those that start first in front. */
export function liveRows(tx: Tx, estateId: string | null, limit: number): Promise<NoticeRow[]> {
  let query = rows(tx).where('state', '=', 'LIVE').where('ends_at', '>', tx.now);
  if (estateId) query = query.where('estate_id', '=', estateId);
  return query.orderBy('starts_at').limit(limit).execute();
}

/** Notices that are over or replaced, the latest first. */
export function pastRows(tx: Tx, limit: number): Promise<NoticeRow[]> {
  return rows(tx)
    .where((e) => e.or([e('state', '<>', 'LIVE'), e('ends_at', '<=', tx.now)]))
    .orderBy('published_at', 'desc')
    .limit(limit)
    .execute();
}

export function rowByNumber(tx: Tx, number: string): Promise<NoticeRow | undefined> {
  return rows(tx).where('number', '=', number).executeTakeFirst();
}

export function rowById(tx: Tx, id: string): Promise<NoticeRow | undefined> {
  return rows(tx).where('id', '=', id).executeTakeFirst();
}

/** Numbers of notices by id. */
export async function numbersOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await rows(tx)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(found.map((row) => [row.id, row.number]));
}

/** Live notices of one organisation that are not over, by number. */
export function liveRowsOf(tx: Tx, orgId: string): Promise<NoticeRow[]> {
  return rows(tx)
    .where('state', '=', 'LIVE')
    .where('ends_at', '>', tx.now)
    .where('issuer_org_id', '=', orgId)
    .orderBy('number')
    .execute();
}

/** Notices by id; unknown ids are left out. */
export function rowsByIds(tx: Tx, ids: readonly string[]): Promise<NoticeRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return rows(tx)
    .where('id', 'in', [...ids])
    .execute();
}
