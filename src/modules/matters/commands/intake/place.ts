import { ok, type Result } from '#kernel/result.ts';
import type { Place } from '#modules/registry/contract.ts';
import { placeOf, placeSearchText } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { SubmitMatter } from '../../forms/intake.ts';

export type WherePlace = {
  readonly place: Place;
  readonly columns: {
    readonly estate_id: string;
    readonly building_id: string | null;
    readonly stairwell_id: string | null;
    readonly unit_id: string | null;
    readonly common_part_id: string | null;
  };
  /** The place in both languages, so that either finds it. */
  readonly searchText: string;
};

/** The place of a report, completed upwards (a flat knows its building) and checked to belong together. */
export async function resolvePlace(tx: Tx, input: SubmitMatter): Promise<Result<WherePlace>> {
  const found = await placeOf(tx, {
    estateId: input.estateId,
    buildingId: input.buildingId ?? null,
    stairwellId: input.stairwellId ?? null,
    unitId: input.unitId ?? null,
    commonPartId: input.commonPartId ?? null,
  });
  if (!found.ok) return found;
  const place = found.value;
  return ok({
    place,
    columns: {
      estate_id: place.estate.id,
      building_id: place.building?.id ?? null,
      stairwell_id: place.stairwell?.id ?? null,
      unit_id: place.unit?.id ?? null,
      common_part_id: place.commonPart?.id ?? null,
    },
    searchText: placeSearchText(place),
  });
}
