import type { Tx } from '#platform/db/database.ts';
import { expiredBatches, updateBatch } from '../../store/import/batches.ts';
import { deleteEffects, deleteStaging } from '../../store/import/staging.ts';

/** Days after which a sheet nobody decided about is thrown away. */
const UNDECIDED_DAYS = 14;
/** Days after a commit for which its rejected rows, and what was before it, are kept. */
const COMMITTED_DAYS = 30;

const DAY = 86_400_000;

/** Deletes what is kept of imports for longer than they need it (domain brief §3.12: retention shortest). */
export async function expireImports(tx: Tx): Promise<number> {
  const before = (days: number) => new Date(tx.now.getTime() - days * DAY);
  const expired = await expiredBatches(tx, before(UNDECIDED_DAYS), before(COMMITTED_DAYS));
  for (const { id, state } of expired) {
    await deleteStaging(tx, id, 'NOTHING');
    await deleteEffects(tx, id);
    await updateBatch(tx, id, {
      endedAt: tx.now,
      ...(state === 'COMMITTED' ? {} : { state: 'DISCARDED' as const }),
    });
  }
  return expired.length;
}
