import type { Tx } from '#platform/db/database.ts';

/** Units that are there, in the order of their codes, from a code on, with the numbers of their places. */
export function unitsInOrder(tx: Tx, after: string, limit: number) {
  return tx
    .schema('registry')
    .selectFrom('registry.unit as u')
    .innerJoin('registry.estate as e', (join) =>
      join.onRef('e.neighborhood_id', '=', 'u.neighborhood_id').onRef('e.id', '=', 'u.estate_id'),
    )
    .leftJoin('registry.building as b', (join) =>
      join.onRef('b.neighborhood_id', '=', 'u.neighborhood_id').onRef('b.id', '=', 'u.building_id'),
    )
    .leftJoin('registry.stairwell as s', (join) =>
      join.onRef('s.neighborhood_id', '=', 'u.neighborhood_id').onRef('s.id', '=', 'u.stairwell_id'),
    )
    .select([
      'u.id',
      'u.code',
      'u.estate_id as estateId',
      'u.stairwell_id as stairwellId',
      'e.name_zh as estateZh',
      'e.name_en as estateEn',
      'b.number as building',
      's.number as stairwell',
      'u.room',
      'u.kind',
      'u.area',
      'u.area_source as areaSource',
    ])
    .where('u.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('u.removed_at', 'is', null)
    .where('u.code', '>', after)
    .orderBy('u.code')
    .limit(limit)
    .execute();
}
