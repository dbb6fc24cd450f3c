import type { Tx } from '#platform/db/database.ts';
import type { Day, UnitRelation } from '../../contract.ts';

/** Units a person belongs to on a day, and how. */
export async function holdingRowsOfPerson(tx: Tx, personId: string, day: Day) {
  const rows = await tx
    .schema('registry')
    .selectFrom('registry.unit_holder as h')
    .innerJoin('registry.unit as u', (join) =>
      join.onRef('u.neighborhood_id', '=', 'h.neighborhood_id').onRef('u.id', '=', 'h.unit_id'),
    )
    .select(['h.unit_id as unitId', 'u.kind', 'u.estate_id as estateId', 'h.relation'])
    .where('h.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('h.person_id', '=', personId)
    .where('h.from_day', '<=', day)
    .where((eb) => eb.or([eb('h.to_day', 'is', null), eb('h.to_day', '>=', day)]))
    .orderBy('u.code')
    .execute();
  return rows.map((row) => ({ ...row, relation: row.relation as UnitRelation }));
}

export type NewHolderRow = {
  readonly id: string;
  readonly unit_id: string;
  readonly person_id: string | null;
  readonly organisation_id: string | null;
  readonly relation: UnitRelation;
  readonly is_representative: boolean;
  readonly from_day: Day;
  readonly to_day: Day | null;
};

export async function insertHolders(tx: Tx, rows: readonly NewHolderRow[]): Promise<void> {
  const neighborhood_id = tx.actor.neighborhoodId;
  for (let at = 0; at < rows.length; at += 1000) {
    const some = rows.slice(at, at + 1000).map((row) => ({ ...row, neighborhood_id }));
    await tx.schema('registry').insertInto('registry.unit_holder').values(some).execute();
  }
}

/** Which of these units exist in this neighborhood. */
export async function knownUnitIds(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (let at = 0; at < ids.length; at += 1000) {
    const rows = await tx
      .schema('registry')
      .selectFrom('registry.unit')
      .select('id')
      .where('neighborhood_id', '=', tx.actor.neighborhoodId)
      .where('id', 'in', ids.slice(at, at + 1000))
      .execute();
    for (const row of rows) known.add(row.id);
  }
  return known;
}
