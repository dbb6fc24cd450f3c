import type { Subscription } from '#platform/outbox/subscription.ts';
import { hearMatter, MATTER_NEWS } from './commands/program/hear-matters.ts';
import { hearResolution, RESOLUTION_NEWS } from './commands/program/hear-resolutions.ts';

/** What this module does when something happened to matters and resolutions. */
export const subscriptions: readonly Subscription[] = [
  { name: 'escalations.matters', kinds: MATTER_NEWS, handle: hearMatter },
  { name: 'escalations.resolutions', kinds: RESOLUTION_NEWS, handle: hearResolution },
];
