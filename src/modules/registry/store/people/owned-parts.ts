import type { Tx } from '#platform/db/database.ts';
import type { AreaSource, Day, UnitKind, UnitRelation } from '../../contract.ts';

/** An exclusive part beside one of its owners on the day; the owner's columns are null where there is none. */
export type OwnedPartRow = {
  readonly id: string;
  readonly code: string;
  readonly kind: UnitKind;
  readonly area: number;
  readonly areaSource: AreaSource;
  /** Of its building; null for a part in no building. */
  readonly managementAreaId: string | null;
  readonly holderId: string | null;
  readonly relation: UnitRelation | null;
  readonly isRepresentative: boolean | null;
};

/**
 * All exclusive parts of an estate with their owners on a day, in the order of codes.
 *
 * @param owning the relations that make an owner.
 */
export async function ownedPartRows(
  tx: Tx,
  estateId: string,
  day: Day,
  owning: readonly UnitRelation[],
): Promise<OwnedPartRow[]> {
  const rows = await tx
    .schema('registry')
    .selectFrom('registry.unit as u')
    .leftJoin('registry.building as b', (join) =>
      join.onRef('b.neighborhood_id', '=', 'u.neighborhood_id').onRef('b.id', '=', 'u.building_id'),
    )
    .leftJoin('registry.unit_holder as h', (join) =>
      join
        .onRef('h.neighborhood_id', '=', 'u.neighborhood_id')
        .onRef('h.unit_id', '=', 'u.id')
        .on('h.relation', 'in', [...owning])
        .on('h.from_day', '<=', day)
        .on((eb) => eb.or([eb('h.to_day', 'is', null), eb('h.to_day', '>=', day)]))
        // What was entered by mistake was never true, not even for the days it stood there.
        .on('h.ended_because', 'is distinct from', 'WRONG_ENTRY'),
    )
    .select((eb) => [
      'u.id',
      'u.code',
      'u.kind',
      'u.area',
      'u.area_source as areaSource',
      'b.management_area_id as managementAreaId',
      eb.fn.coalesce('h.person_id', 'h.organisation_id').as('holderId'),
      'h.relation',
      'h.is_representative as isRepresentative',
    ])
    .where('u.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('u.estate_id', '=', estateId)
    .where('u.removed_at', 'is', null)
    .orderBy('u.code')
    .orderBy('h.id')
    .execute();
  return rows as OwnedPartRow[];
}

/** How many exclusive parts an estate has, counted no further than `most` + 1. */
export async function countParts(tx: Tx, estateId: string, most: number): Promise<number> {
  const row = await tx
    .schema('registry')
    .selectFrom((eb) =>
      eb
        .selectFrom('registry.unit as u')
        .select('u.id')
        .where('u.neighborhood_id', '=', tx.actor.neighborhoodId)
        .where('u.estate_id', '=', estateId)
        .where('u.removed_at', 'is', null)
        .limit(most + 1)
        .as('some'),
    )
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}
