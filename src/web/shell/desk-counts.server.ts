import { countWaitingForSecond } from '#modules/redaction/facade.server.ts';
import type { Page } from '#web/page/page-context.ts';

/** How much waits for this person, by the address of the navigation's entry it stands beside. */
export async function deskCounts(page: Page): Promise<Readonly<Record<string, number>>> {
  const seconds = await page.services.database.inTransaction(page.actor, countWaitingForSecond);
  return { '/desk/redaction': seconds };
}
