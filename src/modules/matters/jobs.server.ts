import type { Database } from '#platform/db/database.ts';
import { fireDueTimers } from './commands/engine/fire-timers.ts';

/** Background work of this module: what the worker calls again and again, in every neighborhood. */
export const jobs = [
  {
    name: 'matters.timers',
    everySeconds: 20,
    run: (database: Database, neighborhoodId: string, now: Date) =>
      fireDueTimers(database, neighborhoodId, now),
  },
];
