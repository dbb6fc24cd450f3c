import type { Tx } from '#platform/db/database.ts';
import { type Day, OWNING_RELATIONS, type Place } from '../../contract.ts';
import { holdingRowsOfPerson, residentRows } from '../../store/people/households.ts';
import { placesByIds } from '../places/places.ts';

/** Dwellings a person belongs to on a day, as owner, tenant or household member. */
export async function householdUnitsOf(tx: Tx, personId: string, day: Day): Promise<string[]> {
  const rows = await holdingRowsOfPerson(tx, personId, day);
  return [...new Set(rows.filter((row) => row.kind === 'DWELLING').map((row) => row.unitId))];
}

/** Whether a person owns or co-owns any exclusive part on a day. A tenant does not. */
export async function isOwner(tx: Tx, personId: string, day: Day): Promise<boolean> {
  const rows = await holdingRowsOfPerson(tx, personId, day);
  return rows.some((row) => OWNING_RELATIONS.includes(row.relation));
}

/** The person's dwellings as places, for the first suggestion of "where". */
export async function homesOf(tx: Tx, personId: string, day: Day): Promise<Place[]> {
  const rows = await holdingRowsOfPerson(tx, personId, day);
  const homes = new Map(rows.filter((r) => r.kind === 'DWELLING').map((r) => [r.unitId, r.estateId]));
  return placesByIds(
    tx,
    [...homes].map(([unitId, estateId]) => ({ unitId, estateId })),
  );
}

/**
 * Who lives in an estate, or in some of its buildings, on a day, and whether a phone is known of them. For telling
 * everybody whom a notice concerns; ids only.
 */
export function residentsOf(
  tx: Tx,
  estateId: string,
  buildingIds: readonly string[],
  day: Day,
): Promise<{ readonly personId: string; readonly hasPhone: boolean }[]> {
  return residentRows(tx, estateId, buildingIds, day);
}
