import { CONFIRMED_MS } from '#platform/auth/session-rules.ts';
import { seeOther } from '#web/page/answers.ts';
import type { Page, PageSession } from '#web/page/page-context.ts';

/**
 * Before a sensitive step: somebody who signed in a while ago proves again who they are, and comes back here.
 *
 * @throws a redirect to the page that asks.
 */
export function requireConfirmed(page: Page, session: PageSession): void {
  const { config } = page.services;
  // Whoever came in through the demo's cast has neither password nor code to give.
  if (config.mode === 'demo') return;
  const age = page.now.getTime() - session.confirmedAt.getTime();
  if (age > CONFIRMED_MS) throw seeOther(`/account/confirm?back=${encodeURIComponent(page.here)}`);
}
