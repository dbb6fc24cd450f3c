import { peopleList } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';

/** Most people offered for one search. */
const OFFERED = 8;

/** Somebody a search found, with the codes of their units. */
export type OfferedPerson = { readonly id: string; readonly name: string; readonly units: readonly string[] };

/** People found by a part of the name, the tail of the phone or a room; nobody for whoever may not read names. */
export async function peopleOffered(tx: Tx, words: string): Promise<OfferedPerson[]> {
  if (words === '') return [];
  const found = await peopleList(tx, { words, after: null });
  return found.ok
    ? found.value.people.slice(0, OFFERED).map(({ id, name, units }) => ({ id, name, units }))
    : [];
}
