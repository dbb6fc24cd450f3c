import { ORGANISATION_EVENTS, type ServicePassedOn } from '#modules/registry/contract/organisations.ts';
import { organisationsByIds } from '#modules/registry/facade.server.ts';
import type { Subscription } from '#platform/outbox/subscription.ts';
import { askNewCommittee, askSuccessor } from './commands/agreement/ask-parties-anew.ts';

/** What this module does when something happened in the register. */
export const subscriptions: readonly Subscription[] = [
  {
    name: 'agreements.company-replaced',
    kinds: [ORGANISATION_EVENTS.servicePassedOn],
    handle: async (tx, event) => {
      const passed = event.data as ServicePassedOn;
      const old = (await organisationsByIds(tx, [passed.fromOrgId])).get(passed.fromOrgId);
      const servesStill = old?.estateIds.some((id) => id !== passed.estateId) ?? false;
      await askSuccessor(tx, passed, servesStill);
    },
  },
  {
    name: 'agreements.committee-succeeded',
    kinds: [ORGANISATION_EVENTS.handOverAccepted],
    handle: async (tx, event) => {
      await askNewCommittee(tx, (event.data as { readonly organisationId: string }).organisationId);
    },
  },
];
