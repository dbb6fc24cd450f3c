import type { Tx } from '#platform/db/database.ts';

/** What a place must fit; null fits all. */
export type PlaceFilter = {
  readonly estateId: string | null;
  readonly building: number | null;
  readonly stairwell: number | null;
};

/** Dwellings by estate, building, entrance and room. */
export function findUnits(tx: Tx, filter: PlaceFilter, room: string, limit: number) {
  return tx
    .schema('registry')
    .selectFrom('registry.unit as u')
    .innerJoin('registry.building as b', (join) =>
      join.onRef('b.neighborhood_id', '=', 'u.neighborhood_id').onRef('b.id', '=', 'u.building_id'),
    )
    .innerJoin('registry.stairwell as s', (join) =>
      join.onRef('s.neighborhood_id', '=', 'u.neighborhood_id').onRef('s.id', '=', 'u.stairwell_id'),
    )
    .select(['u.id as unitId', 'u.estate_id as estateId'])
    .where('u.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('u.room', '=', room)
    .where('u.removed_at', 'is', null)
    .$if(filter.estateId !== null, (q) => q.where('u.estate_id', '=', filter.estateId))
    .$if(filter.building !== null, (q) => q.where('b.number', '=', filter.building))
    .$if(filter.stairwell !== null, (q) => q.where('s.number', '=', filter.stairwell))
    .orderBy('u.code')
    .limit(limit)
    .execute();
}

export function findStairwells(tx: Tx, filter: PlaceFilter, limit: number) {
  return tx
    .schema('registry')
    .selectFrom('registry.stairwell as s')
    .innerJoin('registry.building as b', (join) =>
      join.onRef('b.neighborhood_id', '=', 's.neighborhood_id').onRef('b.id', '=', 's.building_id'),
    )
    .select(['s.id as stairwellId', 's.estate_id as estateId'])
    .where('s.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('s.removed_at', 'is', null)
    .$if(filter.estateId !== null, (q) => q.where('s.estate_id', '=', filter.estateId))
    .$if(filter.building !== null, (q) => q.where('b.number', '=', filter.building))
    .$if(filter.stairwell !== null, (q) => q.where('s.number', '=', filter.stairwell))
    .orderBy('s.code')
    .limit(limit)
    .execute();
}

export function findBuildings(tx: Tx, filter: PlaceFilter, limit: number) {
  return tx
    .schema('registry')
    .selectFrom('registry.building as b')
    .select(['b.id as buildingId', 'b.estate_id as estateId'])
    .where('b.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('b.removed_at', 'is', null)
    .$if(filter.estateId !== null, (q) => q.where('b.estate_id', '=', filter.estateId))
    .$if(filter.building !== null, (q) => q.where('b.number', '=', filter.building))
    .orderBy('b.code')
    .limit(limit)
    .execute();
}

/** Common parts whose name or code holds the words; the shortest name, that is the closest, first. */
export function findCommonParts(tx: Tx, filter: PlaceFilter, words: string, limit: number) {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  return tx
    .schema('registry')
    .selectFrom('registry.common_part as c')
    .leftJoin('registry.building as b', (join) =>
      join.onRef('b.neighborhood_id', '=', 'c.neighborhood_id').onRef('b.id', '=', 'c.building_id'),
    )
    .select(['c.id as commonPartId', 'c.estate_id as estateId'])
    .where('c.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('c.removed_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('c.name_zh', 'like', pattern),
        eb('c.name_en', 'ilike', pattern),
        eb('c.code', 'ilike', pattern),
      ]),
    )
    .$if(filter.estateId !== null, (q) => q.where('c.estate_id', '=', filter.estateId))
    .$if(filter.building !== null, (q) => q.where('b.number', '=', filter.building))
    .orderBy((eb) => eb.fn<number>('length', ['c.name_zh']))
    .orderBy('c.code')
    .limit(limit)
    .execute();
}
