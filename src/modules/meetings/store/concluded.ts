import type { Tx } from '#platform/db/database.ts';
import type { ItemSource } from '../contract/meetings.ts';

/** What items that were concluded came from: what was decided is followed as an action, not talked about again. */
export function concludedSources(
  tx: Tx,
  sources: readonly ItemSource[],
): Promise<{ source: ItemSource; source_id: string | null }[]> {
  return tx
    .schema('meetings')
    .selectFrom('meetings.agenda_item')
    .select(['source', 'source_id'])
    .$narrowType<{ source: ItemSource }>()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('state', '=', 'CONCLUDED')
    .where('source', 'in', [...sources])
    .where('source_id', 'is not', null)
    .execute();
}
