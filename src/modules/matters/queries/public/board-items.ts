import { redact } from '#kernel/personal-data.ts';
import type { Place } from '#modules/registry/contract.ts';
import { householdsOfBuildings, placesByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import {
  categoriesPublished,
  mayNameBuilding,
  mayShowSingly,
  PUBLISHED_STATUSES,
  type PublicState,
  publicStateOf,
} from '../../rules/resident/publicity.ts';
import { type boardRows, confirmedRows, type Publishable } from '../../store/public-matters.ts';
import { publicPhotos } from '../../store/public-parts.ts';

/** A matter as everybody may see it. */
export type BoardItem = {
  readonly id: string;
  readonly category: string;
  readonly state: PublicState;
  /** Estate, and building where that names no household. */
  readonly place: Place;
  /** The day it came in, `2026-11-20`. */
  readonly submittedAt: Date;
  /** Calendar days from coming in until it was done, or until now; the first day counts as 1. */
  readonly days: number;
  readonly finished: boolean;
  /** The result in a line, written for the public. */
  readonly line: string | null;
  /** Pictures that went through the gate, by the id of what everybody may see. */
  readonly photos: readonly string[];
  /** Households that said "we too", besides the reporter's. */
  readonly households: number;
};

type Row = Awaited<ReturnType<typeof boardRows>>[number];
type Placed = { readonly category: string; readonly estateId: string; readonly buildingId: string | null };

/** What may be shown one by one in these states. */
export function publishableIn(statuses: readonly string[] = PUBLISHED_STATUSES): Publishable {
  return {
    single: categoriesPublished('SINGLE'),
    withConsent: categoriesPublished('CONSENT'),
    statuses,
  };
}

/** Places of public rows: the building at most, the estate alone where few households live in it (§3.12). */
export async function publicPlaces(tx: Tx, rows: readonly Placed[]): Promise<Place[]> {
  const buildings = [...new Set(rows.map((row) => row.buildingId).filter((id) => id !== null))];
  const households = await householdsOfBuildings(tx, buildings);
  return placesByIds(
    tx,
    rows.map(({ category, estateId, buildingId }) => {
      const count = buildingId === null ? 0 : (households.get(buildingId) ?? 0);
      return { estateId, buildingId: mayNameBuilding(category, count) ? buildingId : null };
    }),
  );
}

function daysTaken(row: Row, now: Date): number {
  const end = row.doneAt ?? row.closedAt ?? now;
  return Math.max(1, Math.ceil((end.getTime() - row.submittedAt.getTime()) / 86_400_000));
}

function isOver(state: PublicState): boolean {
  return state !== 'UNDER_WAY' && state !== 'PARKED';
}

/** Rows as public items; asks the rule once more for each, whatever the query let through. */
export async function boardItems(tx: Tx, rows: readonly Row[]): Promise<BoardItem[]> {
  const visible = rows.filter((row) => mayShowSingly(row) && publicStateOf(row.status) !== null);
  const places = await publicPlaces(tx, visible);
  const photos = await publicPhotos(
    tx,
    visible.map((row) => row.id),
  );
  return visible.map((row, index) => {
    const state = publicStateOf(row.status)!;
    return {
      id: row.id,
      category: row.category,
      state,
      place: places[index]!,
      submittedAt: row.submittedAt,
      days: daysTaken(row, tx.now),
      finished: isOver(state),
      // A line of an earlier round says nothing of work that was begun again.
      line: row.publicLine !== null && isOver(state) ? redact(row.publicLine) : null,
      photos: photos.get(row.id) ?? [],
      households: row.households,
    };
  });
}

/** The last results that residents confirmed, for the first page. */
export async function recentResults(tx: Tx, most = 3): Promise<BoardItem[]> {
  return boardItems(tx, await confirmedRows(tx, publishableIn(['CLOSED_CONFIRMED']), most));
}
