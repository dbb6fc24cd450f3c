import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { deleteFilterRow, filtersOf, insertFilter, renameFilterRow } from '../../store/desk/saved-filters.ts';

/** Filters one person may keep; a longer list helps nobody. */
const MOST = 12;
const LONGEST_NAME = 20;

function named(name: string): string | null {
  const trimmed = name.trim();
  return trimmed === '' || [...trimmed].length > LONGEST_NAME ? null : trimmed;
}

/** Keeps the list's question under a name, for oneself. @param query as in the address, `chip=overdue`. */
export async function saveFilter(
  tx: Tx,
  input: { readonly name: string; readonly query: string },
): Promise<Result<void>> {
  const name = named(input.name);
  if (!tx.actor.personId || name === null) return refuse('matters.filter-needs-name', { field: 'name' });
  const own = await filtersOf(tx, tx.actor.personId);
  if (own.length >= MOST)
    return refuse('matters.too-many-filters', { field: 'name', params: { most: MOST } });
  const query = new URLSearchParams(input.query.slice(0, 400)).toString();
  await insertFilter(tx, { personId: tx.actor.personId, name, query, position: own.length + 1 });
  return ok();
}

/** Gives one's own filter another name. */
export async function renameFilter(
  tx: Tx,
  input: { readonly id: string; readonly name: string },
): Promise<Result<void>> {
  const name = named(input.name);
  if (name === null) return refuse('matters.filter-needs-name', { field: 'name' });
  const done = tx.actor.personId && (await renameFilterRow(tx, tx.actor.personId, input.id, name));
  return done ? ok() : refuse('matters.not-found');
}

/** Forgets one's own filter. */
export async function deleteFilter(tx: Tx, input: { readonly id: string }): Promise<Result<void>> {
  const done = tx.actor.personId && (await deleteFilterRow(tx, tx.actor.personId, input.id));
  return done ? ok() : refuse('matters.not-found');
}
