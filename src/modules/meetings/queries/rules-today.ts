import { dateKey } from '#kernel/work-calendar.ts';
import { rulesInForce } from '#modules/agreements/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';

/** The numbers of the rules in force today that a plan has to keep to; null when none are in force. */
export async function rulesToday(
  tx: Tx,
): Promise<{ readonly label: string; readonly adHocHours: number } | null> {
  const rules = await rulesInForce(tx, dateKey(tx.now));
  return rules && { label: rules.label, adHocHours: rules.numbers.adHocHours };
}
