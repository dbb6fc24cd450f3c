import type { Tx } from '#platform/db/database.ts';
import type { NamedHolding } from '../../contract/holdings.ts';
import { PLACE_KINDS, type PlaceFields, type PlaceKind } from '../../contract/places.ts';
import { mayKeep, type PeopleView } from '../../permissions.ts';
import { type KeptPlace, keptPlace } from '../../store/places/kept-places.ts';
import { type ChildRow, childrenOf } from '../../store/places/place-children.ts';
import { unitPeople, viewOfPlace } from '../people/unit-people.ts';

/** A place on the way from the estate down. */
export type Crumb = { readonly kind: PlaceKind; readonly id: string; readonly fields: PlaceFields };

export type PlaceFile = Crumb & {
  readonly code: string;
  readonly version: number;
  readonly above: readonly Crumb[];
  /** What lies in it, by kind, a page each. */
  readonly children: readonly ChildPage[];
  /** Management areas of the estate, for buildings. */
  readonly areas: readonly ChildRow[];
  /** Everybody of a unit, or of the units of an entrance, as far as the reader may see. */
  readonly people: readonly NamedHolding[];
  readonly view: PeopleView;
  readonly mayKeep: boolean;
};

export type ChildPage = {
  readonly kind: PlaceKind;
  readonly rows: readonly ChildRow[];
  /** Where the next page begins, or null at the end. */
  readonly next: string | null;
};

/** What is listed in each kind of place. */
const LISTED: Readonly<Record<PlaceKind, readonly PlaceKind[]>> = {
  estate: ['area', 'building', 'unit', 'part'],
  area: [],
  building: ['stairwell', 'unit', 'part'],
  stairwell: ['unit', 'part'],
  unit: [],
  part: [],
};

const PAGE = 100;

/** Whether a text names a kind of place. */
export function isPlaceKind(text: string | undefined): text is PlaceKind {
  return PLACE_KINDS.some((kind) => kind === text);
}

/**
 * One place with what lies directly in it, a hundred of each kind at a time, so that it is as fast with a
 * hundred thousand units as with ten. Null when it is not there.
 *
 * @param after where the page of each kind begins, from `next`.
 */
export async function placeFile(
  tx: Tx,
  kind: PlaceKind,
  id: string,
  after: Partial<Record<PlaceKind, string>> = {},
): Promise<PlaceFile | null> {
  const place = await keptPlace(tx, kind, id);
  if (!place || place.removed) return null;
  const { within } = place;
  const children: ChildPage[] = [];
  for (const child of LISTED[kind]) {
    const rows = await childrenOf(tx, kind, id, child, after[child] ?? null, PAGE + 1);
    const shown = rows.slice(0, PAGE);
    children.push({
      kind: child,
      rows: shown,
      next: rows.length > PAGE ? (shown.at(-1)?.sort ?? null) : null,
    });
  }
  const units =
    kind === 'unit'
      ? [id]
      : kind === 'stairwell'
        ? (children.find((one) => one.kind === 'unit')?.rows ?? []).map((row) => row.id)
        : [];
  const spot = { estateId: within.estateId, stairwellId: within.stairwellId };
  return {
    kind,
    id,
    code: place.code,
    fields: place.fields,
    version: place.version,
    above: await above(tx, place, kind),
    children,
    areas:
      kind === 'estate'
        ? (children[0]?.rows ?? [])
        : kind === 'building'
          ? await childrenOf(tx, 'estate', within.estateId, 'area', null, PAGE)
          : [],
    people: await unitPeople(
      tx,
      units.map((unit) => ({ id: unit, ...spot })),
    ),
    view: await viewOfPlace(tx, spot),
    mayKeep: mayKeep(tx.actor, 'correct-place').ok,
  };
}

async function above(tx: Tx, { within }: KeptPlace, kind: PlaceKind): Promise<Crumb[]> {
  const way: readonly (readonly [PlaceKind, string | null])[] = [
    ['estate', within.estateId],
    ['building', within.buildingId],
    ['stairwell', within.stairwellId],
  ];
  const crumbs: Crumb[] = [];
  for (const [level, id] of way) {
    if (level === kind) break;
    const place = id ? await keptPlace(tx, level, id) : null;
    if (place) crumbs.push({ kind: level, id: place.id, fields: place.fields });
  }
  return crumbs;
}
