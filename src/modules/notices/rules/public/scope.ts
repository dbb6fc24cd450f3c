/** Whom a notice concerns. Pure. */

export type Scope = { readonly estate_ids: readonly string[]; readonly building_ids: readonly string[] };

type Home = { readonly estate: { readonly id: string }; readonly building: { readonly id: string } | null };

/** Whether one of these homes lies where a notice concerns; no estate named means everywhere. */
export function concerns(scope: Scope, homes: Iterable<Home>): boolean {
  return [...homes].some(({ estate, building }) => {
    if (scope.estate_ids.length > 0 && !scope.estate_ids.includes(estate.id)) return false;
    if (scope.building_ids.length === 0) return true;
    return building !== null && scope.building_ids.includes(building.id);
  });
}
