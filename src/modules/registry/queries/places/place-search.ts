import type { Tx } from '#platform/db/database.ts';
import type { FoundPlace, PlaceIds } from '../../contract.ts';
import { readTypedPlace, type TypedPlace } from '../../rules/places/typed-place.ts';
import {
  findBuildings,
  findCommonParts,
  findStairwells,
  findUnits,
} from '../../store/places/place-search.ts';
import { estateRows } from '../../store/places/places.ts';
import { placesByIds } from './places.ts';

/** How many places are offered at most. */
const LIMIT = 12;
const LONGEST = 60;

/**
 * Places that fit typed words, closest first: a room with its building or entrance (`S08 502`), a building,
 * a common part by name (`北门`), an estate. Empty text finds nothing.
 */
export async function searchPlaces(tx: Tx, text: string): Promise<FoundPlace[]> {
  if (text.trim() === '') return [];
  const estates = await estateRows(tx);
  const typed = readTypedPlace(text.slice(0, LONGEST), estates);
  const found = await candidates(tx, typed);
  const places = await placesByIds(tx, found);
  return places.map((place) => ({
    place,
    ids: {
      estateId: place.estate.id,
      buildingId: place.building?.id ?? null,
      stairwellId: place.stairwell?.id ?? null,
      unitId: place.unit?.id ?? null,
      commonPartId: place.commonPart?.id ?? null,
    },
  }));
}

async function candidates(tx: Tx, typed: TypedPlace): Promise<PlaceIds[]> {
  if (typed.words !== '') {
    const parts = await findCommonParts(tx, typed, typed.words, LIMIT);
    if (parts.length > 0 || typed.building === null) return parts;
  }
  if (typed.room !== null) return findUnits(tx, typed, typed.room, LIMIT);
  if (typed.stairwell !== null) return findStairwells(tx, typed, LIMIT);
  if (typed.building !== null) return findBuildings(tx, typed, LIMIT);
  return typed.estateId === null ? [] : [{ estateId: typed.estateId }];
}
