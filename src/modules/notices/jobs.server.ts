import { systemActor } from '#kernel/actor.ts';
import type { Database } from '#platform/db/database.ts';
import { turnNotices } from './commands/public/turn-notices.ts';

/** Background work of this module: what the worker calls again and again, in every neighborhood. */
export const jobs = [
  {
    name: 'notices.turn',
    everySeconds: 30,
    run: (database: Database, neighborhoodId: string, now: Date) =>
      database.inTransaction(systemActor(neighborhoodId), turnNotices, { now }),
  },
];
