import type { Tx } from '#platform/db/database.ts';
import { visibleTo } from '../../permissions.ts';
import { CHIP_SQL, countRows, isOpen } from '../../store/desk/listing.ts';
import { deskAsker } from './desk-asker.ts';

/** How many matters of a neighborhood are open, and in what trouble. `of` of the last three is `open`. */
export type LevelCounts = {
  readonly open: number;
  readonly overdue: number;
  readonly escalated: number;
  readonly parked: number;
};

/** The counts a level above sees, or null for whoever does not see all matters of the neighborhood. */
export async function levelCounts(tx: Tx): Promise<LevelCounts | null> {
  if (visibleTo(tx.actor).kind !== 'everything') return null;
  const asker = await deskAsker(tx);
  const counts = await countRows(tx, [], {
    open: isOpen,
    overdue: CHIP_SQL.overdue(asker),
    escalated: CHIP_SQL.escalated(),
    parked: CHIP_SQL.parked(),
  });
  const { open = 0, overdue = 0, escalated = 0, parked = 0 } = counts;
  return { open, overdue, escalated, parked };
}
