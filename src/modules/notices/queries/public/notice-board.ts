import { placeTree } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { queryTokens, searchTokens } from '#platform/search/bigrams.ts';
import type { PublicKind } from '../../contract/public.ts';
import type { NoticeView } from '../../contract.ts';
import { liveNotices, pastNotices } from '../live-notices.ts';
import { publicNotices } from './public-notices.ts';

/** Notices that are over a page shows at a time. */
const OVER_PAGE = 20;

/** What the reader of the list asks for. */
export type BoardFilter = {
  readonly kind: PublicKind | null;
  readonly estateId: string | null;
  readonly buildingId: string | null;
  readonly words: string;
  /** Which page of those that are over, from 1. */
  readonly page: number;
};

/**
 * What is announced and being done in the neighborhood: what is out now with emergencies first, works in force or
 * to come, and what is over, page by page. Works have no kind of a public notice: asked for one, they are left out.
 */
export async function noticeBoard(tx: Tx, filter: BoardFilter) {
  const { page, ...asked } = filter;
  const skip = (page - 1) * OVER_PAGE;
  const open = await publicNotices(tx, { ...asked, isOver: false });
  const over = await publicNotices(tx, { ...asked, isOver: true }, { skip, most: OVER_PAGE + 1 });
  const works = filter.kind ? [] : matching(await liveNotices(tx, filter), filter);
  const pastWorks = filter.kind || page > 1 ? [] : matching(await pastNotices(tx), filter);
  return {
    places: await places(tx),
    open: open.toSorted((a, b) => Number(b.emergency) - Number(a.emergency)),
    works,
    over: over.slice(0, OVER_PAGE),
    hasMore: over.length > OVER_PAGE,
    pastWorks,
  };
}

/** Works notices that hold all the words, at the estate asked for. */
function matching(notices: readonly NoticeView[], filter: BoardFilter): NoticeView[] {
  const wanted = queryTokens(filter.words);
  return notices.filter(({ number, title, body, estate }) => {
    if (filter.estateId && estate.id !== filter.estateId) return false;
    const held = new Set(searchTokens(`${number} ${title} ${body}`));
    return wanted.every((token) => held.has(token));
  });
}

/** Estates with their buildings, to choose from. */
async function places(tx: Tx) {
  return (await placeTree(tx)).map(({ id, nameZh, nameEn, buildings }) => ({
    id,
    nameZh,
    nameEn,
    buildings: buildings.map((one) => ({ id: one.id, number: one.number })),
  }));
}
