import { dateKey } from '#kernel/work-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { holdRows, runRows } from '../store/retention.ts';

/** The holds, and the last decisions with what became of them. */
export async function retentionDesk(tx: Tx) {
  const today = dateKey(tx.now);
  const holds = (await holdRows(tx)).map((hold) => ({
    ...hold,
    isOn: hold.liftedAt === null && hold.until >= today,
  }));
  return { holds, runs: await runRows(tx, 20) };
}
