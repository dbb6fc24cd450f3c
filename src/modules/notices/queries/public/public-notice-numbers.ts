import type { Tx } from '#platform/db/database.ts';
import { publicByIds, publicByNumber } from '../../store/public-notices.ts';

/** Numbers of public notices by id; unknown ids are left out. */
export async function publicNoticeNumbers(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  return new Map((await publicByIds(tx, ids)).map(({ id, number }) => [id, number]));
}

/** The id of a public notice by its number, or null. */
export async function publicNoticeIdByNumber(tx: Tx, number: string): Promise<string | null> {
  return (await publicByNumber(tx, number))?.id ?? null;
}
