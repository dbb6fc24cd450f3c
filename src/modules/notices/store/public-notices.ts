import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import type { PublicKind, PublicState } from '../contract/public.ts';

export type PublicRow = Omit<Selectable<DB['notices.public_notice']>, 'state' | 'kind'> & {
  readonly state: PublicState;
  readonly kind: PublicKind;
};
type NewPublic = Omit<Insertable<DB['notices.public_notice']>, 'neighborhood_id' | 'search'>;

const rows = (tx: Tx) =>
  tx
    .schema('notices')
    .selectFrom('notices.public_notice')
    .selectAll()
    .$castTo<PublicRow>()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId);

/** The next number of a prefix `GS-2611`; others wait until this transaction ends. */
export async function nextPublicNumber(tx: Tx, prefix: string): Promise<string> {
  const lock = `${tx.actor.neighborhoodId}/${prefix}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(tx.schema('notices'));
  const last = await rows(tx)
    .where('number', 'like', `${prefix}-%`)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const n = last ? Number(last.number.slice(prefix.length + 1)) + 1 : 1;
  return `${prefix}-${String(n).padStart(3, '0')}`;
}

/** @param tokens the words it is found by. */
export async function insertPublic(tx: Tx, tokens: readonly string[], row: NewPublic): Promise<void> {
  await tx
    .schema('notices')
    .insertInto('notices.public_notice')
    .values({
      ...row,
      neighborhood_id: tx.actor.neighborhoodId,
      search: sql<string>`array_to_tsvector(${[...tokens]}::text[])`,
    })
    .execute();
}

export async function updatePublic(
  tx: Tx,
  id: string,
  patch: Updateable<DB['notices.public_notice']>,
): Promise<void> {
  await tx
    .schema('notices')
    .updateTable('notices.public_notice')
    .set((e) => ({ ...patch, version: e('version', '+', 1) }))
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}

/** A notice, locked until the transaction ends. */
export function lockPublic(tx: Tx, id: string): Promise<PublicRow | undefined> {
  return rows(tx).where('id', '=', id).forUpdate().executeTakeFirst();
}

export function lockPublicByNumber(tx: Tx, number: string): Promise<PublicRow | undefined> {
  return rows(tx).where('number', '=', number).forUpdate().executeTakeFirst();
}

export function publicByNumber(tx: Tx, number: string): Promise<PublicRow | undefined> {
  return rows(tx).where('number', '=', number).executeTakeFirst();
}

export async function publicByIds(tx: Tx, ids: readonly string[]): Promise<PublicRow[]> {
  return ids.length === 0
    ? []
    : rows(tx)
        .where('id', 'in', [...ids])
        .execute();
}

/** Those whose time may have come, the earliest first; a copy of the program that holds one is passed by. */
export function publicToTurn(tx: Tx, limit: number): Promise<PublicRow[]> {
  return rows(tx)
    .where((e) =>
      e.or([
        e.and([e('state', '=', 'SCHEDULED'), e('starts_at', '<=', tx.now)]),
        e.and([e('state', '=', 'LIVE'), e('ends_at', '<=', tx.now)]),
        e.and([
          e('state', '=', 'CONCLUDED'),
          e('concluded_at', '<=', new Date(tx.now.getTime() - 30 * 86_400_000)),
        ]),
      ]),
    )
    .orderBy('ends_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

export type PublicFilter = {
  readonly estateId?: string | null;
  /** With its estate: also what concerns the whole of it. */
  readonly buildingId?: string | null;
  readonly kind?: string | null;
  /** Words it must hold, all of them. */
  readonly tokens?: readonly string[];
  /** Also what is scheduled: for the desk. */
  readonly scheduled?: boolean;
  readonly issuerOrgId?: string | null;
  /** True: concluded, archived and replaced ones only; false: all others. */
  readonly isOver?: boolean;
};

const OVER: readonly PublicState[] = ['CONCLUDED', 'ARCHIVED', 'SUPERSEDED'];

/** What may be read by now, the latest first. */
export function publicRows(tx: Tx, filter: PublicFilter, limit: number, skip = 0): Promise<PublicRow[]> {
  let query = rows(tx);
  if (!filter.scheduled) query = query.where('starts_at', '<=', tx.now);
  if (filter.kind) query = query.where('kind', '=', filter.kind);
  if (filter.issuerOrgId) query = query.where('issuer_org_id', '=', filter.issuerOrgId);
  if (filter.estateId) {
    const { estateId } = filter;
    query = query.where(sql<boolean>`(estate_ids = '{}' or estate_ids @> array[${estateId}]::uuid[])`);
  }
  if (filter.buildingId) {
    const { buildingId } = filter;
    query = query.where(sql<boolean>`(building_ids = '{}' or building_ids @> array[${buildingId}]::uuid[])`);
  }
  if (filter.isOver !== undefined) query = query.where('state', filter.isOver ? 'in' : 'not in', [...OVER]);
  const tokens = filter.tokens ?? [];
  if (tokens.length > 0) {
    const wanted = tokens.map((token) => `'${token.replaceAll("'", "''")}'`).join(' & ');
    query = query.where(sql<boolean>`search @@ ${wanted}::tsquery`);
  }
  return query.orderBy('starts_at', 'desc').orderBy('number', 'desc').limit(limit).offset(skip).execute();
}
