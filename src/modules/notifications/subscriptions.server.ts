import type { Subscription } from '#platform/outbox/subscription.ts';
import { tellEvent } from './commands/tell-event.ts';
import { TELLINGS } from './rules/who-is-told.ts';

/** Listens to every module below; what is a week old is no news. */
export const subscriptions: readonly Subscription[] = [
  {
    name: 'notifications.tell',
    kinds: Object.keys(TELLINGS),
    forgetsAfterDays: 7,
    handle: async (tx, event) => {
      await tellEvent(tx, event);
    },
  },
];
