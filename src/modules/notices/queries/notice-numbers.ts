import type { Tx } from '#platform/db/database.ts';
import { numbersOf, rowByNumber } from '../store/notices.ts';

/** Numbers of notices by id; unknown ids are left out. Every notice is public. */
export function noticeNumbers(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  return numbersOf(tx, ids);
}

/** The id of a notice by its number, or null. */
export async function noticeIdByNumber(tx: Tx, number: string): Promise<string | null> {
  return (await rowByNumber(tx, number))?.id ?? null;
}
