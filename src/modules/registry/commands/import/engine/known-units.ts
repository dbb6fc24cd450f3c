import type { Tx } from '#platform/db/database.ts';
import type { Day } from '../../../contract.ts';
import type { KnownHolder, KnownUnit } from '../../../rules/import/compare-unit.ts';
import { roomKey } from '../../../rules/import/place-text.ts';
import { holdersOfUnits, unitsWithin } from '../../../store/import/register-facts.ts';

type Where = {
  readonly estateId: string;
  readonly buildingId: string | null;
  readonly stairwellId: string | null;
};

/** The units in these places by natural key, each with who holds it on a day. */
export async function knownUnits(
  tx: Tx,
  places: readonly Where[],
  day: Day,
): Promise<Map<string, KnownUnit>> {
  const units = await unitsWithin(tx, {
    stairwells: each(places.map((place) => place.stairwellId)),
    buildings: each(places.map((place) => (place.stairwellId ? null : place.buildingId))),
    estates: each(places.map((place) => (place.buildingId ? null : place.estateId))),
  });
  const holders = new Map<string, KnownHolder[]>();
  for (const row of await holdersOfUnits(
    tx,
    units.map((unit) => unit.id),
    day,
  )) {
    const { unitId, personName, organisationName, ...rest } = row;
    const holder = { ...rest, name: personName ?? organisationName ?? '' };
    const list = holders.get(unitId);
    if (list) list.push(holder);
    else holders.set(unitId, [holder]);
  }
  return new Map(
    units.map((unit) => {
      const kind = unit.kind === 'DWELLING' ? '' : unit.kind;
      const key = [unit.estateId, unit.buildingId ?? '', unit.stairwellId ?? '', kind, roomKey(unit.room)];
      return [key.join('/'), { unitId: unit.id, area: unit.area, holders: holders.get(unit.id) ?? [] }];
    }),
  );
}

function each(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
