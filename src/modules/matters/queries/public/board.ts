import type { OrganisationView, Place } from '#modules/registry/contract.ts';
import { organisationsByIds, placeTree } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ParkingCause } from '../../contract.ts';
import { CATEGORIES } from '../../rules/intake/categories.ts';
import { COUNTED_GROUPS, type PublicState, STATUSES_OF, tellCount } from '../../rules/resident/publicity.ts';
import { boardRows, groupCounts, parkedRows } from '../../store/public-matters.ts';
import { type BoardItem, boardItems, publicPlaces, publishableIn } from './board-items.ts';
import { type PublicRates, publicRates, RATE_DAYS } from './public-rates.ts';

/** What one may ask of the board. */
export type BoardFilter = {
  readonly estateId: string | null;
  /** `A` … `H`, without those that are only counted. */
  readonly group: string | null;
  readonly state: PublicState | null;
  /** `2026-11`. */
  readonly month: string | null;
  /** From `next` of the page before. */
  readonly after: string | null;
};

export type ParkedItem = {
  readonly id: string;
  readonly category: string;
  readonly place: Place;
  readonly cause: ParkingCause;
  readonly owner: OrganisationView | null;
  /** `2027-01-15`. */
  readonly reviewOn: string;
};

export type Board = {
  readonly items: readonly BoardItem[];
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
  readonly rates: PublicRates;
  /** Groups that are only counted; null for "fewer than five". */
  readonly counted: readonly {
    readonly group: string;
    readonly total: number | null;
    readonly confirmed: number | null;
  }[];
  readonly parked: readonly ParkedItem[];
  readonly estates: readonly { readonly id: string; readonly nameZh: string; readonly nameEn: string }[];
};

export const BOARD_PAGE = 20;
const MOST_PARKED = 20;

function readCursor(text: string | null): { submittedAt: Date; id: string } | null {
  const [millis, id] = (text ?? '').split('_');
  if (!millis || !/^\d{1,15}$/.test(millis) || !id || !/^[0-9a-f-]{36}$/.test(id)) return null;
  return { submittedAt: new Date(Number(millis)), id };
}

/** First moment of a month in Shanghai and of the one after it. */
function monthSpan(month: string | null): { from: Date | null; until: Date | null } {
  if (month === null) return { from: null, until: null };
  const [year, number] = month.split('-').map(Number) as [number, number];
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return { from: new Date(`${month}-01T00:00:00+08:00`), until: new Date(`${next}-01T00:00:00+08:00`) };
}

/** The public board: published matters, the rates, what is only counted, what is parked. */
export async function board(tx: Tx, filter: BoardFilter, most = BOARD_PAGE): Promise<Board> {
  const may = publishableIn(filter.state ? STATUSES_OF[filter.state] : undefined);
  const where = {
    estateId: filter.estateId,
    categories: filter.group ? CATEGORIES.filter((c) => c.group === filter.group).map((c) => c.code) : null,
    ...monthSpan(filter.month),
    after: readCursor(filter.after),
  };
  const rows = await boardRows(tx, may, where, most + 1);
  const shown = rows.slice(0, most);
  const last = rows.length > most ? shown.at(-1) : undefined;
  const estates = await placeTree(tx);
  return {
    items: await boardItems(tx, shown),
    next: last ? `${last.submittedAt.getTime()}_${last.id}` : null,
    rates: await publicRates(tx, filter.estateId),
    counted: await countedGroups(tx),
    parked: await parked(tx),
    estates: estates.map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn })),
  };
}

/** D and F of the whole neighborhood, since no estate is large enough to hide a quarrel in (§3.12). */
async function countedGroups(tx: Tx): Promise<Board['counted']> {
  const since = new Date(tx.now.getTime() - RATE_DAYS * 86_400_000);
  const counts = await groupCounts(tx, COUNTED_GROUPS, since);
  return COUNTED_GROUPS.map((group) => {
    const found = counts.find((c) => c.group === group);
    const total = tellCount(found?.total ?? 0);
    return { group, total, confirmed: total === null ? null : tellCount(found?.confirmed ?? 0) };
  });
}

async function parked(tx: Tx): Promise<ParkedItem[]> {
  const rows = await parkedRows(tx, publishableIn(), MOST_PARKED);
  const places = await publicPlaces(tx, rows);
  const owners = await organisationsByIds(
    tx,
    rows.map((row) => row.ownerOrgId),
  );
  return rows.map((row, index) => ({
    id: row.id,
    category: row.category,
    place: places[index]!,
    cause: row.cause as ParkingCause,
    owner: owners.get(row.ownerOrgId) ?? null,
    reviewOn: row.reviewOn,
  }));
}
