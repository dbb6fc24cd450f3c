/** Which consents mean anything for a matter, and how they stand. Pure. */
import type { Purpose } from '#modules/consents/contract.ts';
import type { CategoryCode } from '../../contract.ts';
import { publicationOf } from './publicity.ts';

export type MatterConsents = {
  readonly category: CategoryCode;
  readonly complainedOrgId: string | null;
  readonly publishConsent: boolean;
  readonly publishWithdrawn: boolean;
  readonly revealReporter: boolean;
};

/** One consent of a matter as its reporter is asked for it: what it is, and whether it is given now. */
export type ConsentOffer = { readonly purpose: Purpose; readonly given: boolean };

/**
 * The consents to speak of: those that would change what others see, and any that was given, so that it can
 * always be taken back as easily as it was given (PIPL art. 15).
 */
export function consentsToOffer(matter: MatterConsents): ConsentOffer[] {
  const publication = publicationOf(matter.category);
  const offers: ConsentOffer[] = [];
  // What is shown singly holds nothing personal and asks nobody; who agreed all the same may take it back.
  if (publication === 'CONSENT' || matter.publishConsent || matter.publishWithdrawn)
    offers.push({ purpose: 'PUBLISH_MATTER', given: matter.publishConsent });
  if (matter.complainedOrgId !== null)
    offers.push({ purpose: 'REVEAL_REPORTER', given: matter.revealReporter });
  return offers;
}
