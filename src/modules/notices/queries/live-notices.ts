import type { Tx } from '#platform/db/database.ts';
import type { NoticeView } from '../contract.ts';
import { liveRows, pastRows } from '../store/notices.ts';
import { noticeViews } from './notice-views.ts';

const MOST = 50;

export type NoticePlace = { readonly estateId?: string | null; readonly buildingId?: string | null };

/**
 * Notices in force or to come, those that start first in front.
 *
 * @param place of an estate only; with a building, those of other buildings are left out.
 */
export async function liveNotices(tx: Tx, place: NoticePlace = {}): Promise<NoticeView[]> {
  const rows = await liveRows(tx, place.estateId ?? null, MOST);
  const { buildingId } = place;
  const here = buildingId
    ? rows.filter((row) => row.building_ids.length === 0 || row.building_ids.includes(buildingId))
    : rows;
  return noticeViews(tx, here);
}

/** Notices that are over or replaced, the latest first. */
export async function pastNotices(tx: Tx): Promise<NoticeView[]> {
  return noticeViews(tx, await pastRows(tx, MOST));
}
