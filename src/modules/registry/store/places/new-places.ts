import type { Insertable } from 'kysely';
import type {
  RegistryBuilding,
  RegistryCommonPart,
  RegistryEstate,
  RegistryManagementArea,
  RegistryStairwell,
  RegistryUnit,
} from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';

type New<T> = Omit<Insertable<T>, 'neighborhood_id'>;

/** The rows of a new estate. */
export type NewEstateRows = {
  readonly estate: New<RegistryEstate>;
  readonly managementArea: New<RegistryManagementArea>;
  readonly buildings: readonly New<RegistryBuilding>[];
  readonly stairwells: readonly New<RegistryStairwell>[];
  readonly units: readonly New<RegistryUnit>[];
  readonly commonParts: readonly New<RegistryCommonPart>[];
};

/** Rows in one statement; PostgreSQL takes 65,535 values in one. */
const AT_ONCE = 2000;

export async function insertEstate(tx: Tx, rows: NewEstateRows): Promise<void> {
  const db = tx.schema('registry');
  const neighborhood_id = tx.actor.neighborhoodId;
  await db
    .insertInto('registry.estate')
    .values({ ...rows.estate, neighborhood_id })
    .execute();
  await db
    .insertInto('registry.management_area')
    .values({ ...rows.managementArea, neighborhood_id })
    .execute();
  for (const some of slices(rows.buildings)) {
    await db
      .insertInto('registry.building')
      .values(some.map((row) => ({ ...row, neighborhood_id })))
      .execute();
  }
  for (const some of slices(rows.stairwells)) {
    await db
      .insertInto('registry.stairwell')
      .values(some.map((row) => ({ ...row, neighborhood_id })))
      .execute();
  }
  for (const some of slices(rows.units)) {
    await db
      .insertInto('registry.unit')
      .values(some.map((row) => ({ ...row, neighborhood_id })))
      .execute();
  }
  for (const some of slices(rows.commonParts)) {
    await db
      .insertInto('registry.common_part')
      .values(some.map((row) => ({ ...row, neighborhood_id })))
      .execute();
  }
}

function* slices<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < rows.length; at += AT_ONCE) yield rows.slice(at, at + AT_ONCE);
}

/** The first of these codes that a unit or common part already has, or null. */
export async function takenPlaceCode(tx: Tx, codes: readonly string[]): Promise<string | null> {
  const db = tx.schema('registry');
  for (const some of slices(codes)) {
    const unit = await db
      .selectFrom('registry.unit')
      .select('code')
      .where('neighborhood_id', '=', tx.actor.neighborhoodId)
      .where('code', 'in', [...some])
      .limit(1)
      .executeTakeFirst();
    if (unit) return unit.code;
    const part = await db
      .selectFrom('registry.common_part')
      .select('code')
      .where('neighborhood_id', '=', tx.actor.neighborhoodId)
      .where('code', 'in', [...some])
      .limit(1)
      .executeTakeFirst();
    if (part) return part.code;
  }
  return null;
}
