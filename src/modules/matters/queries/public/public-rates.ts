import type { Tx } from '#platform/db/database.ts';
import { type RatedMatter, type ThreeRates, threeRates } from '../../rules/rates.ts';
import { type ContactCell, rateCells } from '../../store/public-matters.ts';

/** Days the rates look back (domain brief §5). */
export const RATE_DAYS = 90;

export type PublicRates = ThreeRates & {
  readonly days: number;
  /** Matters that came in within the window. */
  readonly total: number;
};

/** One matter that stands for all of a cell: the rule compares moments, the database has only told the outcome. */
function contactOf(contact: ContactCell, now: Date): Pick<RatedMatter, 'contactDueAt' | 'firstContactAt'> {
  const before = new Date(now.getTime() - 60_000);
  const after = new Date(now.getTime() + 60_000);
  switch (contact) {
    case 'NONE':
      return { contactDueAt: null, firstContactAt: null };
    case 'IN_TIME':
      return { contactDueAt: now, firstContactAt: before };
    case 'LATE':
      return { contactDueAt: before, firstContactAt: now };
    case 'OVERDUE':
      return { contactDueAt: before, firstContactAt: null };
    case 'WAITING':
      return { contactDueAt: after, firstContactAt: null };
  }
}

/**
 * The three rates of the last 90 days with their denominators and what was left out.
 *
 * @param estateId of one estate; null for the whole neighborhood. Never of anything smaller (§5).
 */
export async function publicRates(tx: Tx, estateId: string | null = null): Promise<PublicRates> {
  const since = new Date(tx.now.getTime() - RATE_DAYS * 86_400_000);
  const cells = await rateCells(tx, since, estateId);
  const matters = cells.flatMap(({ contact, n, ...known }) => {
    const one: RatedMatter = { ...known, ...contactOf(contact, tx.now) };
    return new Array<RatedMatter>(n).fill(one);
  });
  return { ...threeRates(matters, tx.now), days: RATE_DAYS, total: matters.length };
}
