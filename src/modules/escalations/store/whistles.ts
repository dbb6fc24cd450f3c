import type { Insertable, Selectable, Updateable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import type { WhistleState } from '../contract.ts';

export type WhistleRow = Selectable<DB['escalations.whistle']> & { readonly state: WhistleState };

const whistles = (tx: Tx) =>
  tx
    .schema('escalations')
    .selectFrom('escalations.whistle')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .$narrowType<{ state: WhistleState }>();

/** Whistles of these escalations, in the order they were sent. */
export function whistlesOf(tx: Tx, ids: readonly string[]): Promise<WhistleRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return whistles(tx)
    .where('escalation_id', 'in', [...ids])
    .orderBy('sent_at')
    .orderBy('id')
    .execute();
}

/** A whistle, locked until the transaction ends. */
export function lockWhistle(tx: Tx, id: string): Promise<WhistleRow | undefined> {
  return whistles(tx).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Whistles whose next rung is due, locked unless another copy has them. */
export function rungsDue(tx: Tx, limit: number): Promise<WhistleRow[]> {
  return whistles(tx)
    .where('state', 'in', ['SENT', 'ACKNOWLEDGED'])
    .where('next_rung_at', '<=', tx.now)
    .orderBy('next_rung_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

export async function insertWhistle(
  tx: Tx,
  row: Omit<Insertable<DB['escalations.whistle']>, 'neighborhood_id'>,
): Promise<void> {
  await tx
    .schema('escalations')
    .insertInto('escalations.whistle')
    .values({ ...row, neighborhood_id: tx.actor.neighborhoodId })
    .execute();
}

export async function updateWhistle(
  tx: Tx,
  id: string,
  patch: Updateable<DB['escalations.whistle']>,
): Promise<void> {
  await tx
    .schema('escalations')
    .updateTable('escalations.whistle')
    .set((e) => ({ ...patch, version: e('version', '+', 1) }))
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}
