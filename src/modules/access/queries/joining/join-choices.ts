import type { EstateNode, Place } from '#modules/registry/contract.ts';
import { placeTree, unitPlaces, unitsOf } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { homeOfCard } from './home-of-card.ts';

/** What the form to join a home offers: the home of the card, else every entrance. */
export type JoinChoices = { readonly home: Place | null; readonly estates: readonly EstateNode[] };

/** @param code as typed or scanned; empty without a card. */
export async function joinChoices(tx: Tx, code: string): Promise<JoinChoices> {
  const unitId = code === '' ? null : await homeOfCard(tx, code);
  return {
    home: unitId ? ((await unitPlaces(tx, [unitId])).get(unitId) ?? null) : null,
    estates: await placeTree(tx),
  };
}

/** The dwelling of an entrance and a room as people type it (`502`, `0502室`), or null. */
export async function homeOfRoom(tx: Tx, stairwellId: string, room: string): Promise<string | null> {
  const known = (await placeTree(tx)).some((estate) => hasStairwell(estate, stairwellId));
  if (!known) return null;
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .replace(/[^0-9A-Za-z]/g, '')
      .replace(/^0+/, '')
      .toUpperCase();
  const units = await unitsOf(tx, stairwellId);
  return units.find((unit) => unit.kind === 'DWELLING' && plain(unit.room) === plain(room))?.id ?? null;
}

function hasStairwell(estate: EstateNode, id: string): boolean {
  return estate.buildings.some((building) => building.stairwells.some((stairwell) => stairwell.id === id));
}

/** Where homes are, by their ids, for printing. */
export function placesOfHomes(tx: Tx, unitIds: readonly string[]): Promise<Map<string, Place>> {
  return unitPlaces(tx, unitIds);
}
