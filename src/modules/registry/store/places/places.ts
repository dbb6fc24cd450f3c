import type { Tx } from '#platform/db/database.ts';
import type { CommonPartKind, UnitKind } from '../../contract.ts';

/** Estates of the neighborhood in their order. */
export function estateRows(tx: Tx) {
  return tx
    .schema('registry')
    .selectFrom('registry.estate')
    .select(['id', 'code', 'name_zh as nameZh', 'name_en as nameEn', 'lane_zh as laneZh'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .orderBy('position')
    .execute();
}

/** Buildings by number; all of the neighborhood, or those named. */
export async function buildingRows(tx: Tx, ids: readonly string[] | 'ALL') {
  if (ids.length === 0) return [];
  return tx
    .schema('registry')
    .selectFrom('registry.building')
    .select(['id', 'estate_id as estateId', 'number'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .$if(ids === 'ALL', (q) => q.where('removed_at', 'is', null))
    .$if(ids !== 'ALL', (q) => q.where('id', 'in', [...ids]))
    .orderBy('number')
    .execute();
}

/** Stairwells by number; all of the neighborhood, or those named. */
export async function stairwellRows(tx: Tx, ids: readonly string[] | 'ALL') {
  if (ids.length === 0) return [];
  return tx
    .schema('registry')
    .selectFrom('registry.stairwell')
    .select(['id', 'estate_id as estateId', 'building_id as buildingId', 'code', 'number'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .$if(ids === 'ALL', (q) => q.where('removed_at', 'is', null))
    .$if(ids !== 'ALL', (q) => q.where('id', 'in', [...ids]))
    .orderBy('number')
    .execute();
}

const UNIT_COLUMNS = [
  'id',
  'estate_id as estateId',
  'building_id as buildingId',
  'stairwell_id as stairwellId',
  'code',
  'room',
  'kind',
] as const;

export async function unitRows(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await tx
    .schema('registry')
    .selectFrom('registry.unit')
    .select(UNIT_COLUMNS)
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', 'in', [...ids])
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as UnitKind }));
}

/** Units of a stairwell in the order of their codes, that is floor by floor. */
export async function unitRowsOfStairwell(tx: Tx, stairwellId: string) {
  const rows = await tx
    .schema('registry')
    .selectFrom('registry.unit')
    .select(UNIT_COLUMNS)
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('stairwell_id', '=', stairwellId)
    .where('removed_at', 'is', null)
    .orderBy('code')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as UnitKind }));
}

const COMMON_PART_COLUMNS = [
  'id',
  'estate_id as estateId',
  'building_id as buildingId',
  'stairwell_id as stairwellId',
  'code',
  'kind',
  'name_zh as nameZh',
  'name_en as nameEn',
] as const;

export async function commonPartRows(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await tx
    .schema('registry')
    .selectFrom('registry.common_part')
    .select(COMMON_PART_COLUMNS)
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', 'in', [...ids])
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as CommonPartKind }));
}

/** Common parts of an estate by code, without those left out. */
export async function commonPartRowsOfEstate(
  tx: Tx,
  estateId: string,
  without: readonly CommonPartKind[],
  withRemoved = false,
) {
  const rows = await tx
    .schema('registry')
    .selectFrom('registry.common_part')
    .select(COMMON_PART_COLUMNS)
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('estate_id', '=', estateId)
    .$if(!withRemoved, (q) => q.where('removed_at', 'is', null))
    .$if(without.length > 0, (q) => q.where('kind', 'not in', [...without]))
    .orderBy('kind')
    .orderBy('code')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as CommonPartKind }));
}

/** Dwellings of each of these buildings; one without any is left out. */
export async function countDwellingsOfBuildings(tx: Tx, buildingIds: readonly string[]) {
  if (buildingIds.length === 0) return [];
  const rows = await tx
    .schema('registry')
    .selectFrom('registry.unit')
    .select((eb) => ['building_id as buildingId', eb.fn.countAll<string>().as('n')])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('building_id', 'in', [...buildingIds])
    .where('kind', '=', 'DWELLING')
    .where('removed_at', 'is', null)
    .groupBy('building_id')
    .execute();
  return rows.map((row) => ({ buildingId: row.buildingId ?? '', dwellings: Number(row.n) }));
}

/** Units and areas (0.01 m²) by estate and kind. */
export async function unitSums(tx: Tx) {
  const rows = await tx
    .schema('registry')
    .selectFrom('registry.unit')
    .select((eb) => [
      'estate_id as estateId',
      'kind',
      eb.fn.countAll<string>().as('units'),
      eb.fn.sum<string>('area').as('area'),
    ])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('removed_at', 'is', null)
    .groupBy(['estate_id', 'kind'])
    .execute();
  return rows.map((row) => ({
    estateId: row.estateId,
    kind: row.kind as UnitKind,
    units: Number(row.units),
    area: Number(row.area),
  }));
}

/** How many common parts of each kind an estate has. */
export async function commonPartCounts(tx: Tx) {
  const rows = await tx
    .schema('registry')
    .selectFrom('registry.common_part')
    .select((eb) => ['estate_id as estateId', 'kind', eb.fn.countAll<string>().as('n')])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('removed_at', 'is', null)
    .groupBy(['estate_id', 'kind'])
    .orderBy('kind')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as CommonPartKind, n: Number(row.n) }));
}
