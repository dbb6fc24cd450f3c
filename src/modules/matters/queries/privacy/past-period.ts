import type { Tx } from '#platform/db/database.ts';
import { closedWithReporter } from '../../store/past-period.ts';

/** A closed matter that still holds its reporter. */
export type PastPeriod = {
  readonly id: string;
  readonly code: string;
  readonly personId: string | null;
  readonly closedAt: Date;
};

/** Matters closed before a moment that still hold their reporter, the oldest first. */
export async function mattersPastPeriod(tx: Tx, before: Date, limit: number): Promise<PastPeriod[]> {
  return (await closedWithReporter(tx, { before, personId: null, limit })).map((row) => ({
    ...row,
    closedAt: row.closedAt!,
  }));
}

/** A person's own closed matters that still hold them. */
export async function closedMattersOf(tx: Tx, personId: string): Promise<string[]> {
  return (await closedWithReporter(tx, { before: null, personId, limit: 1000 })).map(({ id }) => id);
}
