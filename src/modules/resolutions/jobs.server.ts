import { systemActor } from '#kernel/actor.ts';
import type { Database } from '#platform/db/database.ts';
import { tellLights } from './commands/tell-lights.ts';

/** Background work of this module: what the worker calls again and again, in every neighborhood. */
export const jobs = [
  {
    name: 'resolutions.lights',
    everySeconds: 60,
    run: (database: Database, neighborhoodId: string, now: Date) =>
      database.inTransaction(systemActor(neighborhoodId), tellLights, { now }),
  },
];
