import type { Place } from '#modules/registry/contract.ts';
import { placesByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { type ClimbingRow, climbingRows } from '../../store/desk/climbing.ts';

/** A matter with what tells whether it climbs; its place to the building, nothing of who reported it. */
export type ClimbingMatter = Omit<ClimbingRow, 'building_id' | 'estate_id'> & {
  readonly estateId: string;
  readonly place: Place;
};

/**
 * Matters by id, for the module that takes them further, which asks its own permission: whoever is asked for help has
 * to know what about.
 *
 * @source domain brief §4.2
 */
export async function climbingMatters(tx: Tx, ids: readonly string[]): Promise<Map<string, ClimbingMatter>> {
  const rows = await climbingRows(tx, ids);
  const places = await placesByIds(
    tx,
    rows.map((row) => ({ estateId: row.estate_id, buildingId: row.building_id })),
  );
  return new Map(
    rows.map(({ estate_id, building_id: _building, ...row }, at) => [
      row.id,
      { ...row, estateId: estate_id, place: places[at]! },
    ]),
  );
}
