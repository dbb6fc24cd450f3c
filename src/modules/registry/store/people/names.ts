import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';

/** People whose name is among Chinese words, or whose name or English name is among Latin words. */
export async function peopleNamed(
  tx: Tx,
  han: readonly string[],
  latin: readonly string[],
): Promise<{ readonly name: string; readonly id: string }[]> {
  const people = () =>
    tx
      .schema('registry')
      .selectFrom('registry.person')
      .where('neighborhood_id', '=', tx.actor.neighborhoodId);
  // One array, not ten thousand placeholders.
  const among = (words: readonly string[]) => sql<string>`any(${[...words]}::text[])`;
  const both = [...han, ...latin];
  const byName =
    both.length === 0 ? [] : await people().select(['id', 'name']).where('name', '=', among(both)).execute();
  const byNameEn =
    latin.length === 0
      ? []
      : await people().select(['id', 'name_en as name']).where('name_en', '=', among(latin)).execute();
  return [...byName, ...byNameEn.map((row) => ({ id: row.id, name: row.name ?? '' }))];
}
