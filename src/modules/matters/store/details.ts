import type { Tx } from '#platform/db/database.ts';
import type { DetailRow, DetailTable, NewDetail } from './rows.ts';

/** Hangs a record on a matter. */
export async function insertDetail<T extends DetailTable>(
  tx: Tx,
  table: T,
  row: NewDetail<T>,
): Promise<void> {
  const values = { ...row, neighborhood_id: tx.actor.neighborhoodId };
  await tx
    .schema('matters')
    .insertInto(table)
    .values(values as never)
    .execute();
}

/** All records of one kind on a matter, oldest first where they carry a time. */
export async function detailsOf<T extends DetailTable>(
  tx: Tx,
  table: T,
  matterId: string,
): Promise<DetailRow<T>[]> {
  const rows = await tx
    .schema('matters')
    .selectFrom(table as 'matters.note')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('matter_id', '=', matterId)
    .execute();
  return rows as unknown as DetailRow<T>[];
}

/** Changes one record by id; false when there is none. */
export async function updateDetail<T extends Exclude<DetailTable, 'matters.photo'>>(
  tx: Tx,
  table: T,
  id: string,
  patch: Partial<NewDetail<T>>,
): Promise<boolean> {
  const result = await tx
    .schema('matters')
    .updateTable(table as 'matters.note')
    .set(patch as never)
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
