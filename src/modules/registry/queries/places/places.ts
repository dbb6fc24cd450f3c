import type { Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Place, PlaceIds } from '../../contract.ts';
import { type FoundParts, fitPlace, impliedIds, placeFrom } from '../../rules/places/fit-place.ts';
import {
  buildingRows,
  commonPartRows,
  estateRows,
  stairwellRows,
  unitRows,
} from '../../store/places/places.ts';

/** All that is needed to put places together, by id. */
type PartsById = {
  readonly [K in keyof FoundParts]: ReadonlyMap<string, NonNullable<FoundParts[K]>>;
};

/**
 * The place of these parts, completed: a unit implies its stairwell, building; a stairwell its building.
 *
 * @returns refusals `registry.estate-unknown`, `registry.building-elsewhere`, `registry.stairwell-elsewhere`,
 * `registry.unit-elsewhere`, `registry.common-part-elsewhere` with the field's name.
 */
export async function placeOf(tx: Tx, ids: PlaceIds): Promise<Result<Place>> {
  const parts = await partsOf(tx, [ids]);
  const { found, full } = pick(parts, ids);
  return fitPlace(full, found);
}

/**
 * Places of stored rows, in the order of the rows, in at most five readings however many there are.
 *
 * @throws when an estate is not of this neighborhood: stored rows always name one that is.
 */
export async function placesByIds(tx: Tx, rows: readonly PlaceIds[]): Promise<Place[]> {
  if (rows.length === 0) return [];
  const parts = await partsOf(tx, rows);
  return rows.map((ids) => {
    const { found } = pick(parts, ids);
    if (!found.estate) throw new Error(`no estate ${ids.estateId}`);
    return placeFrom(found.estate, found);
  });
}

async function partsOf(tx: Tx, rows: readonly PlaceIds[]): Promise<PartsById> {
  const unit = byId(await unitRows(tx, wanted(rows.map((r) => r.unitId))));
  const commonPart = byId(await commonPartRows(tx, wanted(rows.map((r) => r.commonPartId))));
  const inner = [...unit.values(), ...commonPart.values()];
  const stairwellIds = wanted([...rows.map((r) => r.stairwellId), ...inner.map((r) => r.stairwellId)]);
  const stairwell = byId(await stairwellRows(tx, stairwellIds));
  const buildingIds = wanted(
    [...rows, ...inner, ...stairwell.values()].map((r: { buildingId?: string | null }) => r.buildingId),
  );
  const building = byId(await buildingRows(tx, buildingIds));
  return { estate: byId(await estateRows(tx)), building, stairwell, unit, commonPart };
}

function pick(parts: PartsById, ids: PlaceIds): { found: FoundParts; full: Required<PlaceIds> } {
  const unit = at(parts.unit, ids.unitId);
  const commonPart = at(parts.commonPart, ids.commonPartId);
  const stairwell = at(parts.stairwell, ids.stairwellId ?? unit?.stairwellId ?? commonPart?.stairwellId);
  const full = impliedIds(ids, { unit, commonPart, stairwell });
  const building = at(parts.building, full.buildingId);
  return { found: { estate: at(parts.estate, ids.estateId), building, stairwell, unit, commonPart }, full };
}

function at<T>(map: ReadonlyMap<string, T>, id: string | null | undefined): T | null {
  return id ? (map.get(id) ?? null) : null;
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

function wanted(ids: readonly (string | null | undefined)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null && id !== undefined))];
}

/** Places of units by their ids; unknown ids are left out. */
export async function unitPlaces(tx: Tx, unitIds: readonly string[]): Promise<Map<string, Place>> {
  const rows = await unitRows(tx, [...new Set(unitIds)]);
  const places = await placesByIds(
    tx,
    rows.map(({ id, estateId }) => ({ estateId, unitId: id })),
  );
  return new Map(places.flatMap((place) => (place.unit ? [[place.unit.id, place] as const] : [])));
}
