import type { Tx } from '#platform/db/database.ts';
import { filtersOf } from '../../store/desk/saved-filters.ts';

export type SavedFilter = { readonly id: string; readonly name: string; readonly query: string };

/** The reader's own saved filters of the desk. */
export async function savedFilters(tx: Tx): Promise<SavedFilter[]> {
  return tx.actor.personId ? filtersOf(tx, tx.actor.personId) : [];
}
