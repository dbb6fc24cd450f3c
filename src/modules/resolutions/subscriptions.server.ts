import { ORGANISATION_EVENTS, type ServicePassedOn } from '#modules/registry/contract/organisations.ts';
import { type AppointmentEnded, REGISTRY_EVENTS } from '#modules/registry/contract.ts';
import { organisationsByIds } from '#modules/registry/facade.server.ts';
import type { Subscription } from '#platform/outbox/subscription.ts';
import { askForSomebody, giveBack } from './commands/organisation-left.ts';

/** What this module does when something happened in the register. */
export const subscriptions: readonly Subscription[] = [
  {
    name: 'resolutions.company-replaced',
    kinds: [ORGANISATION_EVENTS.servicePassedOn],
    handle: async (tx, event) => {
      const { fromOrgId, estateId } = event.data as ServicePassedOn;
      const old = (await organisationsByIds(tx, [fromOrgId])).get(fromOrgId);
      const servesStill = old?.estateIds.some((id) => id !== estateId) ?? false;
      if (!servesStill) await giveBack(tx, fromOrgId);
    },
  },
  {
    name: 'resolutions.holder-left',
    kinds: [REGISTRY_EVENTS.appointmentEnded],
    handle: async (tx, event) => {
      const { postId, personId } = event.data as AppointmentEnded;
      await askForSomebody(tx, postId, personId);
    },
  },
];
