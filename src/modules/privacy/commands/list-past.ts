import { dateKey } from '#kernel/work-calendar.ts';
import { mattersPastPeriod } from '#modules/matters/facade.server.ts';
import { countOldSessions } from '#platform/auth/kept/old-sessions.ts';
import type { Tx } from '#platform/db/database.ts';
import { cutOff, isHeld, periodOf, RUN_KINDS } from '../rules/retention-kinds.ts';
import { holdRows, periodRows } from '../store/retention.ts';

/** A row that would be changed: its code, and since when its period is over. */
export type PastRow = { readonly id: string; readonly code: string; readonly closedAt: Date };

export type RetentionPlan = {
  readonly kind: string;
  readonly months: number;
  /** Data of before this moment is past its period. */
  readonly before: Date;
  /** How many would be changed, without those held. */
  readonly due: number;
  readonly held: number;
  /** The first of them, where they can be named. */
  readonly rows: readonly PastRow[];
};

/** Rows looked at: a neighborhood of 1,600 households has some hundred matters a year. */
const MOST = 20_000;
const SHOWN = 50;

/** What a run of one kind would do now; null for a kind that no run carries out. Changes nothing. */
export async function listPast(tx: Tx, kind: string): Promise<RetentionPlan | null> {
  const months = RUN_KINDS.some((one) => one === kind) ? periodOf(await periodRows(tx), kind) : null;
  if (months === null) return null;
  const before = cutOff(tx.now, months);
  if (kind === 'SESSIONS') {
    const due = await countOldSessions(tx, before);
    const all = isHeld(await holdRows(tx), dateKey(tx.now), []);
    return { kind, months, before, due: all ? 0 : due, held: all ? due : 0, rows: [] };
  }
  const { free, held } = await mattersDue(tx, before);
  return { kind, months, before, due: free.length, held, rows: free.slice(0, SHOWN) };
}

/** Matters past the period, without those under a hold: on the matter, on its reporter, or on everything. */
export async function mattersDue(tx: Tx, before: Date): Promise<{ free: PastRow[]; held: number }> {
  const rows = await mattersPastPeriod(tx, before, MOST);
  const holds = await holdRows(tx);
  const day = dateKey(tx.now);
  const free = rows.filter(
    ({ id, personId }) =>
      !isHeld(holds, day, [
        { kind: 'matter', id },
        { kind: 'person', id: personId },
      ]),
  );
  return { free, held: rows.length - free.length };
}
