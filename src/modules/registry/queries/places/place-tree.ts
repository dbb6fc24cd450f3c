import type { Tx } from '#platform/db/database.ts';
import type { CommonPartKind, CommonPartView, EstateNode, UnitView } from '../../contract.ts';
import {
  buildingRows,
  commonPartRowsOfEstate,
  countDwellingsOfBuildings,
  estateRows,
  stairwellRows,
  unitRowsOfStairwell,
} from '../../store/places/places.ts';

/** Kinds that come in hundreds; found by number or code, not in a list to choose from. */
const MANY: readonly CommonPartKind[] = ['STREET_LAMP', 'PARKING_PLACE'];

/** Estates, their buildings and stairwells: small enough to send whole (about a hundred names). */
export async function placeTree(tx: Tx): Promise<EstateNode[]> {
  const estates = await estateRows(tx);
  const buildings = await buildingRows(tx, 'ALL');
  const stairwells = await stairwellRows(tx, 'ALL');
  const inBuilding = Map.groupBy(stairwells, (s) => s.buildingId);
  const inEstate = Map.groupBy(buildings, (b) => b.estateId);
  return estates.map(({ id, code, nameZh, nameEn }) => ({
    id,
    code,
    nameZh,
    nameEn,
    buildings: (inEstate.get(id) ?? []).map((b) => ({
      id: b.id,
      number: b.number,
      stairwells: (inBuilding.get(b.id) ?? []).map((s) => ({ id: s.id, code: s.code, number: s.number })),
    })),
  }));
}

/** Units of one stairwell, floor by floor. */
export async function unitsOf(tx: Tx, stairwellId: string): Promise<UnitView[]> {
  const rows = await unitRowsOfStairwell(tx, stairwellId);
  return rows.map(({ id, code, room, kind }) => ({ id, code, room, kind }));
}

/** Named common parts of an estate; lamps and parking places only when asked for, they are hundreds. */
export async function commonPartsOf(
  tx: Tx,
  estateId: string,
  options: { all?: boolean } = {},
): Promise<CommonPartView[]> {
  const rows = await commonPartRowsOfEstate(tx, estateId, options.all ? [] : MANY);
  return rows.map(({ estateId: _estate, ...view }) => view);
}

/** How many households (dwellings) each of these buildings has: what a published place may name. */
export async function householdsOfBuildings(
  tx: Tx,
  buildingIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await countDwellingsOfBuildings(tx, buildingIds);
  return new Map(rows.map((row) => [row.buildingId, row.dwellings]));
}
