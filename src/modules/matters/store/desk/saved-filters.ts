import type { Tx } from '#platform/db/database.ts';

/** A person's own saved filters, in their order. */
export function filtersOf(tx: Tx, personId: string) {
  return tx
    .schema('matters')
    .selectFrom('matters.saved_filter')
    .select(['id', 'name', 'query'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('person_id', '=', personId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Keeps a filter at the end of a person's own. */
export async function insertFilter(
  tx: Tx,
  filter: {
    readonly personId: string;
    readonly name: string;
    readonly query: string;
    readonly position: number;
  },
): Promise<void> {
  await tx
    .schema('matters')
    .insertInto('matters.saved_filter')
    .values({
      neighborhood_id: tx.actor.neighborhoodId,
      id: tx.newId(),
      person_id: filter.personId,
      name: filter.name,
      query: filter.query,
      position: filter.position,
    })
    .execute();
}

/** Renames a person's own filter; false when it is not theirs. */
export async function renameFilterRow(tx: Tx, personId: string, id: string, name: string): Promise<boolean> {
  const done = await tx
    .schema('matters')
    .updateTable('matters.saved_filter')
    .set({ name })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** Removes a person's own filter; false when it is not theirs. */
export async function deleteFilterRow(tx: Tx, personId: string, id: string): Promise<boolean> {
  const done = await tx
    .schema('matters')
    .deleteFrom('matters.saved_filter')
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}
