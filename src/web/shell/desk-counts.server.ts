import { waitingToJoin } from '#modules/access/facade.server.ts';
import { escalationsWaiting } from '#modules/escalations/facade.server.ts';
import { countWaitingForSecond } from '#modules/redaction/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Page } from '#web/page/page-context.ts';

/** How much waits for this person, by the address of the navigation's entry it stands beside. */
export async function deskCounts(page: Page): Promise<Readonly<Record<string, number>>> {
  const count = async (tx: Tx) => ({
    '/desk/redaction': await countWaitingForSecond(tx),
    '/desk/access/requests': (await waitingToJoin(tx)).n,
    '/desk/escalations': await escalationsWaiting(tx),
  });
  return page.services.database.inTransaction(page.actor, count, { now: page.now });
}
