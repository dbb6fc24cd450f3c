import { systemActor } from '#kernel/actor.ts';
import type { Database } from '#platform/db/database.ts';
import { fireDueTimers } from './commands/engine/fire-timers.ts';
import { recomputeDeadlines } from './commands/triage/recompute-deadlines.ts';

/** Background work of this module: what the worker calls again and again, in every neighborhood. */
export const jobs = [
  {
    name: 'matters.timers',
    everySeconds: 20,
    run: (database: Database, neighborhoodId: string, now: Date) =>
      fireDueTimers(database, neighborhoodId, now),
  },
  {
    // A year that staff of another neighborhood entered counts here too.
    name: 'matters.deadlines',
    everySeconds: 300,
    run: async (database: Database, neighborhoodId: string, now: Date) => {
      const done = await database.inTransaction(systemActor(neighborhoodId), recomputeDeadlines, { now });
      return done.ok ? done.value : 0;
    },
  },
];
