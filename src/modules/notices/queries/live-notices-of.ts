import type { Tx } from '#platform/db/database.ts';
import { liveRowsOf } from '../store/notices.ts';

/** A notice in force on a hand-over sheet. */
export type OpenNotice = { readonly number: string; readonly title: string; readonly endsAt: Date };

/** Notices an organisation published that are not over, by number. */
export async function liveNoticesOf(tx: Tx, orgId: string): Promise<OpenNotice[]> {
  return (await liveRowsOf(tx, orgId)).map((row) => ({
    number: row.number,
    title: row.title,
    endsAt: row.ends_at,
  }));
}
