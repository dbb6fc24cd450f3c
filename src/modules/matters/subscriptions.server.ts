import { ORGANISATION_EVENTS, type ServicePassedOn } from '#modules/registry/contract/organisations.ts';
import type { Subscription } from '#platform/outbox/subscription.ts';
import { takeOverMatters } from './commands/triage/take-over-matters.ts';

/** What this module does when something happened in the register. */
export const subscriptions: readonly Subscription[] = [
  {
    name: 'matters.take-over',
    kinds: [ORGANISATION_EVENTS.servicePassedOn],
    handle: async (tx, event) => {
      await takeOverMatters(tx, event.data as ServicePassedOn);
    },
  },
];
