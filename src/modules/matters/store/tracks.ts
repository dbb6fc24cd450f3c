import type { Tx } from '#platform/db/database.ts';
import type { TrackRow } from './rows.ts';

/** The two tracks of a matter, if it has them. */
export function tracksOf(tx: Tx, matterId: string): Promise<TrackRow[]> {
  return tx
    .schema('matters')
    .selectFrom('matters.track')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('matter_id', '=', matterId)
    .orderBy('kind', 'desc')
    .execute();
}
