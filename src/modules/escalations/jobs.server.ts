import { systemActor } from '#kernel/actor.ts';
import type { Database } from '#platform/db/database.ts';
import { tellWaiting } from './commands/program/tell-waiting.ts';

/** Background work of this module: what the worker calls again and again, in every neighborhood. */
export const jobs = [
  {
    name: 'escalations.waiting',
    everySeconds: 60,
    run: (database: Database, neighborhoodId: string, now: Date) =>
      database.inTransaction(systemActor(neighborhoodId), tellWaiting, { now }),
  },
];
