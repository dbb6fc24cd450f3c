/** Whether the named parts of a place belong together, and the parts that follow from them. */
import { type Result, refuse } from '#kernel/result.ts';
import type { Place, PlaceIds } from '../../contract.ts';

type Part<K extends keyof Place> = NonNullable<Place[K]>;

/** Rows found for the ids; a part that was asked for and is not here does not exist in this neighborhood. */
export type FoundParts = {
  readonly estate: Part<'estate'> | null;
  readonly building: (Part<'building'> & { readonly estateId: string }) | null;
  readonly stairwell: (Part<'stairwell'> & { readonly estateId: string; readonly buildingId: string }) | null;
  readonly unit:
    | (Part<'unit'> & {
        readonly estateId: string;
        readonly buildingId: string | null;
        readonly stairwellId: string | null;
      })
    | null;
  readonly commonPart:
    | (Part<'commonPart'> & {
        readonly estateId: string;
        readonly buildingId: string | null;
        readonly stairwellId: string | null;
      })
    | null;
};

/** The ids with what the smaller parts imply: a unit its stairwell, a stairwell its building. */
export function impliedIds(
  ids: PlaceIds,
  found: Pick<FoundParts, 'stairwell' | 'unit' | 'commonPart'>,
): Required<PlaceIds> {
  const inner = found.unit ?? found.commonPart;
  const stairwellId = ids.stairwellId ?? inner?.stairwellId ?? null;
  const buildingId = ids.buildingId ?? inner?.buildingId ?? found.stairwell?.buildingId ?? null;
  return {
    estateId: ids.estateId,
    buildingId,
    stairwellId,
    unitId: ids.unitId ?? null,
    commonPartId: ids.commonPartId ?? null,
  };
}

/**
 * The place, or the smallest part that is not where it is said to be.
 *
 * @param ids completed by {@link impliedIds}.
 */
export function fitPlace(ids: Required<PlaceIds>, found: FoundParts): Result<Place> {
  const { estate, building, stairwell, unit, commonPart } = found;
  if (!estate) return refuse('registry.estate-unknown', { field: 'estateId' });
  if (ids.unitId && !fits(unit, ids)) return refuse('registry.unit-elsewhere', { field: 'unitId' });
  if (ids.commonPartId && !fits(commonPart, ids)) {
    return refuse('registry.common-part-elsewhere', { field: 'commonPartId' });
  }
  if (ids.stairwellId && (stairwell?.estateId !== estate.id || stairwell.buildingId !== ids.buildingId)) {
    return refuse('registry.stairwell-elsewhere', { field: 'stairwellId' });
  }
  if (ids.buildingId && building?.estateId !== estate.id) {
    return refuse('registry.building-elsewhere', { field: 'buildingId' });
  }
  return { ok: true, value: placeFrom(estate, found) };
}

function fits(inner: FoundParts['unit'] | FoundParts['commonPart'], ids: Required<PlaceIds>): boolean {
  if (inner?.estateId !== ids.estateId) return false;
  const sameBuilding = inner.buildingId === null || inner.buildingId === ids.buildingId;
  return sameBuilding && (inner.stairwellId === null || inner.stairwellId === ids.stairwellId);
}

/** A place of parts that are known to belong together. */
export function placeFrom(estate: Part<'estate'>, found: FoundParts): Place {
  const { building, stairwell, unit, commonPart } = found;
  return {
    estate: { id: estate.id, code: estate.code, nameZh: estate.nameZh, nameEn: estate.nameEn },
    building: building && { id: building.id, number: building.number },
    stairwell: stairwell && { id: stairwell.id, code: stairwell.code, number: stairwell.number },
    unit: unit && { id: unit.id, code: unit.code, room: unit.room, kind: unit.kind },
    commonPart: commonPart && {
      id: commonPart.id,
      code: commonPart.code,
      kind: commonPart.kind,
      nameZh: commonPart.nameZh,
      nameEn: commonPart.nameEn,
    },
  };
}
