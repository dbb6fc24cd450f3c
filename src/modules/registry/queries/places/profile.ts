import type { Tx } from '#platform/db/database.ts';
import type { NeighborhoodProfile } from '../../contract.ts';
import { neighborhoodRow } from '../../store/places/neighborhood.ts';

/** The neighborhood itself, or null while it has not been founded. */
export function profile(tx: Tx): Promise<NeighborhoodProfile | null> {
  return neighborhoodRow(tx);
}
