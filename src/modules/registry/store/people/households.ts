import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import type { EndReason, HeldUnit, Holding } from '../../contract/holdings.ts';
import type { Day, UnitKind, UnitRelation } from '../../contract.ts';

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
  readonly share_numerator: number | null;
  readonly share_denominator: number | null;
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

function holdings(tx: Tx) {
  return tx
    .schema('registry')
    .selectFrom('registry.unit_holder as h')
    .select([
      'h.id',
      'h.unit_id as unitId',
      'h.person_id as personId',
      'h.organisation_id as organisationId',
      'h.relation',
      'h.is_representative as isRepresentative',
      'h.share_numerator as numerator',
      'h.share_denominator as denominator',
      'h.from_day as fromDay',
      'h.to_day as toDay',
      'h.ended_because as endedBecause',
    ])
    .where('h.neighborhood_id', '=', tx.actor.neighborhoodId);
}

type HoldingColumns = Omit<Holding, 'relation' | 'share' | 'endedBecause'> & {
  readonly relation: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly endedBecause: string | null;
};

function holdingOf<T extends HoldingColumns>({ numerator, denominator, ...row }: T) {
  return {
    ...row,
    relation: row.relation as UnitRelation,
    endedBecause: row.endedBecause as EndReason | null,
    share: numerator === null || denominator === null ? null : { numerator, denominator },
  };
}

/** Everybody who holds, held or will hold these units, the latest first. */
export async function holdingsOfUnits(tx: Tx, unitIds: readonly string[]): Promise<Holding[]> {
  const found: Holding[] = [];
  for (let at = 0; at < unitIds.length; at += 1000) {
    const rows = await holdings(tx)
      .where('h.unit_id', 'in', unitIds.slice(at, at + 1000))
      .orderBy('h.from_day', 'desc')
      .orderBy('h.id')
      .execute();
    found.push(...rows.map(holdingOf));
  }
  return found;
}

/** All units a person holds, held or will hold, the latest first. */
export async function holdingsOfPerson(tx: Tx, personId: string): Promise<HeldUnit[]> {
  const rows = await holdings(tx)
    .innerJoin('registry.unit as u', (join) =>
      join.onRef('u.neighborhood_id', '=', 'h.neighborhood_id').onRef('u.id', '=', 'h.unit_id'),
    )
    .select(['u.code', 'u.room', 'u.kind as unitKind', 'u.estate_id as estateId'])
    .where('h.person_id', '=', personId)
    .orderBy('h.from_day', 'desc')
    .orderBy('u.code')
    .execute();
  return rows.map((row) => ({ ...holdingOf(row), unitKind: row.unitKind as UnitKind }));
}

/** A holding, with its unit locked until commit so that two people cannot change it at once, or null. */
export async function lockedHolding(tx: Tx, id: string): Promise<Holding | null> {
  const row = await holdings(tx).where('h.id', '=', id).executeTakeFirst();
  if (!row) return null;
  await lockUnit(tx, row.unitId);
  const again = await holdings(tx).where('h.id', '=', id).executeTakeFirst();
  return again ? holdingOf(again) : null;
}

/** Keeps a unit to this transaction until commit; false when there is none. */
export async function lockUnit(tx: Tx, unitId: string): Promise<boolean> {
  const row = await tx
    .schema('registry')
    .selectFrom('registry.unit')
    .select('id')
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', unitId)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export async function setHoldingEnd(tx: Tx, id: string, lastDay: Day, because: EndReason): Promise<void> {
  await tx
    .schema('registry')
    .updateTable('registry.unit_holder')
    .set({ to_day: lastDay, ended_because: because, is_representative: false })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}

/** Makes one of a unit's holdings the one that speaks for the owners. */
export async function setRepresentative(tx: Tx, unitId: string, holdingId: string): Promise<void> {
  await tx
    .schema('registry')
    .updateTable('registry.unit_holder')
    .set({ is_representative: sql<boolean>`id = ${holdingId}` })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('unit_id', '=', unitId)
    .execute();
}

/** Gives a holding to another person: the entry of the register turns out to be them. */
export async function setHolder(tx: Tx, id: string, personId: string): Promise<void> {
  await tx
    .schema('registry')
    .updateTable('registry.unit_holder')
    .set({ person_id: personId })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}

/** Who belongs to a dwelling of an estate, or of some of its buildings, on a day; each person once. */
export function residentRows(
  tx: Tx,
  estateId: string,
  buildingIds: readonly string[],
  day: Day,
): Promise<{ readonly personId: string; readonly hasPhone: boolean }[]> {
  let query = tx
    .schema('registry')
    .selectFrom('registry.unit_holder as h')
    .innerJoin('registry.unit as u', (join) =>
      join.onRef('u.neighborhood_id', '=', 'h.neighborhood_id').onRef('u.id', '=', 'h.unit_id'),
    )
    .innerJoin('registry.person as p', (join) =>
      join.onRef('p.neighborhood_id', '=', 'h.neighborhood_id').onRef('p.id', '=', 'h.person_id'),
    )
    .select(['p.id as personId', sql<boolean>`p.phone_cipher is not null`.as('hasPhone')])
    .distinct()
    .where('h.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('u.estate_id', '=', estateId)
    .where('u.kind', '=', 'DWELLING')
    .where('h.from_day', '<=', day)
    .where((e) => e.or([e('h.to_day', 'is', null), e('h.to_day', '>=', day)]));
  if (buildingIds.length > 0) query = query.where('u.building_id', 'in', [...buildingIds]);
  return query.execute();
}
