import type { Tx } from '#platform/db/database.ts';
import type { NoticeView } from '../contract.ts';
import { rowByNumber } from '../store/notices.ts';
import { noticeViews } from './notice-views.ts';

/** A notice by its number, also an old one; null when there is none. */
export async function noticeDetail(tx: Tx, number: string): Promise<NoticeView | null> {
  const row = await rowByNumber(tx, number);
  return row ? ((await noticeViews(tx, [row]))[0] ?? null) : null;
}
