import { systemActor } from '#kernel/actor.ts';
import type { Database } from '#platform/db/database.ts';
import { carryOutRetention } from './commands/carry-out-retention.ts';

/** Background work of this module: what heads decided to delete or pseudonymise is carried out in pieces. */
export const jobs = [
  {
    name: 'privacy.retention',
    everySeconds: 60,
    run: async (database: Database, neighborhoodId: string, now: Date) => {
      const done = await database.inTransaction(systemActor(neighborhoodId), carryOutRetention, { now });
      return done.ok ? done.value : 0;
    },
  },
] as const;
