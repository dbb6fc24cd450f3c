import { waitingToJoin } from '#modules/access/facade.server.ts';
import { countWaitingForSecond } from '#modules/redaction/facade.server.ts';
import type { Page } from '#web/page/page-context.ts';

/** How much waits for this person, by the address of the navigation's entry it stands beside. */
export async function deskCounts(page: Page): Promise<Readonly<Record<string, number>>> {
  const { database } = page.services;
  return database.inTransaction(page.actor, async (tx) => ({
    '/desk/redaction': await countWaitingForSecond(tx),
    '/desk/access/requests': (await waitingToJoin(tx)).n,
  }));
}
