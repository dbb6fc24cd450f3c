import { type Insertable, type Selectable, sql } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import type { BodyKind } from '../contract/bodies.ts';

export type BodyRow = Omit<Selectable<DB['meetings.body']>, 'kind'> & { readonly kind: BodyKind };
export type SeatRow = Selectable<DB['meetings.seat']>;

const here = (tx: Tx) => tx.actor.neighborhoodId;

const bodies = (tx: Tx) =>
  tx
    .schema('meetings')
    .selectFrom('meetings.body')
    .selectAll()
    .$narrowType<{ kind: BodyKind }>()
    .where('neighborhood_id', '=', here(tx));

/** Bodies that are not dissolved, the oldest first. */
export function allBodies(tx: Tx): Promise<BodyRow[]> {
  return bodies(tx).where('dissolved_on', 'is', null).orderBy('constituted_on').orderBy('name_zh').execute();
}

export function bodyById(tx: Tx, id: string): Promise<BodyRow | undefined> {
  return bodies(tx).where('id', '=', id).executeTakeFirst();
}

/** A body, locked until the transaction ends. */
export function lockBody(tx: Tx, id: string): Promise<BodyRow | undefined> {
  return bodies(tx).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Whether a body has this name. */
export async function bodyNameTaken(tx: Tx, nameZh: string): Promise<boolean> {
  return (await bodies(tx).where('name_zh', '=', nameZh).executeTakeFirst()) !== undefined;
}

export async function insertBody(
  tx: Tx,
  row: Omit<Insertable<DB['meetings.body']>, 'neighborhood_id'>,
): Promise<void> {
  await tx
    .schema('meetings')
    .insertInto('meetings.body')
    .values({ ...row, neighborhood_id: here(tx) })
    .execute();
}

/** Counts a change of the body's seats. */
export async function countBodyChange(tx: Tx, id: string): Promise<void> {
  await tx
    .schema('meetings')
    .updateTable('meetings.body')
    .set((e) => ({ version: e('version', '+', 1) }))
    .where('neighborhood_id', '=', here(tx))
    .where('id', '=', id)
    .execute();
}

/** Seats of bodies on a day, in their order. */
export function seatsOn(tx: Tx, bodyIds: readonly string[], day: string): Promise<SeatRow[]> {
  if (bodyIds.length === 0) return Promise.resolve([]);
  return tx
    .schema('meetings')
    .selectFrom('meetings.seat')
    .selectAll()
    .where('neighborhood_id', '=', here(tx))
    .where('body_id', 'in', [...bodyIds])
    .where('from_day', '<=', day)
    .where((e) => e.or([e('to_day', 'is', null), e('to_day', '>=', day)]))
    .orderBy('position')
    .execute();
}

/** Seats posts have, or come in place of, whenever. */
export function seatsOfPosts(tx: Tx, postIds: readonly string[]): Promise<SeatRow[]> {
  if (postIds.length === 0) return Promise.resolve([]);
  return tx
    .schema('meetings')
    .selectFrom('meetings.seat')
    .selectAll()
    .where('neighborhood_id', '=', here(tx))
    .where((e) =>
      e.or([e('post_id', 'in', [...postIds]), sql<boolean>`alternate_post_ids && ${[...postIds]}::uuid[]`]),
    )
    .execute();
}

export async function insertSeats(
  tx: Tx,
  rows: readonly Omit<Insertable<DB['meetings.seat']>, 'neighborhood_id'>[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .schema('meetings')
    .insertInto('meetings.seat')
    .values(rows.map((row) => ({ ...row, neighborhood_id: here(tx) })))
    .execute();
}

/** A seat as it is from today on: its place in the order and who may come instead. */
export async function updateSeat(
  tx: Tx,
  id: string,
  patch: { readonly position?: number; readonly alternate_post_ids?: string[]; readonly to_day?: string },
): Promise<void> {
  await tx
    .schema('meetings')
    .updateTable('meetings.seat')
    .set(patch)
    .where('neighborhood_id', '=', here(tx))
    .where('id', '=', id)
    .execute();
}
