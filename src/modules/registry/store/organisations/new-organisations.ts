import type { Insertable } from 'kysely';
import type { RegistryAppointment, RegistryOrganisation, RegistryPost } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Day } from '../../contract.ts';

type New<T> = Omit<Insertable<T>, 'neighborhood_id'>;
export type NewOrganisationRow = New<RegistryOrganisation>;
export type NewPostRow = New<RegistryPost>;
export type NewAppointmentRow = New<RegistryAppointment>;

export async function insertOrganisation(
  tx: Tx,
  row: NewOrganisationRow,
  estateIds: readonly string[],
  fromDay: Day,
): Promise<void> {
  const db = tx.schema('registry');
  const neighborhood_id = tx.actor.neighborhoodId;
  await db
    .insertInto('registry.organisation')
    .values({ ...row, neighborhood_id })
    .execute();
  if (estateIds.length === 0) return;
  await db
    .insertInto('registry.organisation_estate')
    .values(
      estateIds.map((estate_id) => ({
        neighborhood_id,
        organisation_id: row.id,
        estate_id,
        from_day: fromDay,
      })),
    )
    .execute();
}

export async function insertPosts(tx: Tx, rows: readonly NewPostRow[]): Promise<void> {
  if (rows.length === 0) return;
  const neighborhood_id = tx.actor.neighborhoodId;
  await tx
    .schema('registry')
    .insertInto('registry.post')
    .values(rows.map((row) => ({ ...row, neighborhood_id })))
    .execute();
}

/** The first of these codes that a post already has, or null. */
export async function takenPostCode(tx: Tx, codes: readonly string[]): Promise<string | null> {
  if (codes.length === 0) return null;
  const row = await tx
    .schema('registry')
    .selectFrom('registry.post')
    .select('code')
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('code', 'in', [...codes])
    .limit(1)
    .executeTakeFirst();
  return row?.code ?? null;
}

export async function insertAppointment(tx: Tx, row: NewAppointmentRow): Promise<void> {
  await tx
    .schema('registry')
    .insertInto('registry.appointment')
    .values({ ...row, neighborhood_id: tx.actor.neighborhoodId })
    .execute();
}
