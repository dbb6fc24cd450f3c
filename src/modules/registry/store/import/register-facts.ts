import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import type { Day, UnitRelation } from '../../contract.ts';

/** All estates, buildings and entrances, as an import looks them up. */
export async function allPlaces(tx: Tx) {
  const db = tx.schema('registry');
  const neighborhood = tx.actor.neighborhoodId;
  const estates = await db
    .selectFrom('registry.estate')
    .select(['id', 'code', 'name_zh as name', 'lane_zh as lane'])
    .where('neighborhood_id', '=', neighborhood)
    .orderBy('position')
    .execute();
  const buildings = await db
    .selectFrom('registry.building')
    .select(['id', 'estate_id as estateId', 'code', 'number'])
    .where('neighborhood_id', '=', neighborhood)
    .orderBy('number')
    .execute();
  const stairwells = await db
    .selectFrom('registry.stairwell')
    .select(['id', 'estate_id as estateId', 'building_id as buildingId', 'code', 'number'])
    .where('neighborhood_id', '=', neighborhood)
    .orderBy('number')
    .execute();
  const own = await db
    .selectFrom('registry.neighborhood')
    .select('code')
    .where('neighborhood_id', '=', neighborhood)
    .executeTakeFirst();
  return { letters: own?.code ?? '', estates, buildings, stairwells };
}

/** Buildings and entrances that are there no longer. */
export async function removedPlaces(tx: Tx): Promise<Set<string>> {
  const db = tx.schema('registry');
  const removed = (table: 'registry.building' | 'registry.stairwell') =>
    db
      .selectFrom(table)
      .select('id')
      .where('neighborhood_id', '=', tx.actor.neighborhoodId)
      .where('removed_at', 'is not', null)
      .execute();
  const rows = [...(await removed('registry.building')), ...(await removed('registry.stairwell'))];
  return new Set(rows.map((row) => row.id));
}

/** Units in these entrances, in these buildings outside any entrance, and in these estates outside any building. */
export function unitsWithin(
  tx: Tx,
  ids: { stairwells: readonly string[]; buildings: readonly string[]; estates: readonly string[] },
) {
  const some = (values: readonly string[]) => sql<string>`any(${[...values]}::uuid[])`;
  return tx
    .schema('registry')
    .selectFrom('registry.unit')
    .select([
      'id',
      'estate_id as estateId',
      'building_id as buildingId',
      'stairwell_id as stairwellId',
      'room',
      'kind',
      'area',
      'area_source as areaSource',
    ])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('removed_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('stairwell_id', '=', some(ids.stairwells)),
        eb.and([eb('stairwell_id', 'is', null), eb('building_id', '=', some(ids.buildings))]),
        eb.and([
          eb('stairwell_id', 'is', null),
          eb('building_id', 'is', null),
          eb('estate_id', '=', some(ids.estates)),
        ]),
      ]),
    )
    .execute();
}

/** Which of these codes a unit has already. */
export async function takenUnitCodes(tx: Tx, codes: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .schema('registry')
    .selectFrom('registry.unit')
    .select('code')
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('code', '=', sql<string>`any(${[...codes]})`)
    .execute();
  return new Set(rows.map((row) => row.code));
}

/** Who holds these units on a day or will from a later day on, with the blind index of the phone. */
export async function holdersOfUnits(tx: Tx, unitIds: readonly string[], day: Day) {
  const rows = await tx
    .schema('registry')
    .selectFrom('registry.unit_holder as h')
    .leftJoin('registry.person as p', (join) =>
      join.onRef('p.neighborhood_id', '=', 'h.neighborhood_id').onRef('p.id', '=', 'h.person_id'),
    )
    .leftJoin('registry.organisation as o', (join) =>
      join.onRef('o.neighborhood_id', '=', 'h.neighborhood_id').onRef('o.id', '=', 'h.organisation_id'),
    )
    .select([
      'h.id as holdingId',
      'h.unit_id as unitId',
      'h.person_id as personId',
      'h.organisation_id as organisationId',
      'h.relation',
      'p.name as personName',
      'o.name_zh as organisationName',
      'p.phone_index as phoneIndex',
    ])
    .where('h.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('h.unit_id', '=', sql<string>`any(${[...unitIds]}::uuid[])`)
    .where((eb) => eb.or([eb('h.to_day', 'is', null), eb('h.to_day', '>=', day)]))
    .orderBy('h.id')
    .execute();
  return rows.map((row) => ({ ...row, relation: row.relation as UnitRelation }));
}

/** People with one of these blind indexes of a phone, the first entered first. */
export function peopleByPhones(tx: Tx, indexes: readonly string[]) {
  return tx
    .schema('registry')
    .selectFrom('registry.person')
    .select(['id', 'name', 'phone_index as phoneIndex'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('phone_index', '=', sql<string>`any(${[...indexes]})`)
    .orderBy('id')
    .execute();
}
