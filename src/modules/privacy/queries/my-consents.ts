import { type Consent, PURPOSE_RULES, PURPOSES } from '#modules/consents/contract.ts';
import { consentsOf } from '#modules/consents/facade.server.ts';
import { ownMattersByConsent } from '#modules/matters/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';

/** The purposes in words of the law, the actor's matters with their consents, and everything that ever changed. */
export async function myConsents(tx: Tx) {
  const history: Consent[] = tx.actor.personId ? await consentsOf(tx, tx.actor.personId) : [];
  return {
    purposes: PURPOSES.map((purpose) => ({ purpose, articles: PURPOSE_RULES[purpose].articles })),
    matters: await ownMattersByConsent(tx),
    history: history.slice(0, 100),
  };
}
