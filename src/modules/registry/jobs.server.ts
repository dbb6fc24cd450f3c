import { systemActor } from '#kernel/actor.ts';
import type { Database } from '#platform/db/database.ts';
import { workOnImport } from './commands/import/engine/work-on-import.ts';
import { expireImports } from './commands/import/expire-imports.ts';
import { announcePassedServices } from './commands/organisations/announce-passed-services.ts';

/** Background work of this module: what the worker calls again and again, in every neighborhood. */
export const jobs = [
  { name: 'registry.imports', everySeconds: 3, run: workOnImport },
  {
    name: 'registry.expired-imports',
    everySeconds: 3600,
    run: (database: Database, neighborhoodId: string, now: Date) =>
      database.inTransaction(systemActor(neighborhoodId), expireImports, { now }),
  },
  {
    name: 'registry.passed-services',
    everySeconds: 300,
    run: async (database: Database, neighborhoodId: string, now: Date) => {
      const told = await database.inTransaction(systemActor(neighborhoodId), announcePassedServices, { now });
      return told.ok ? told.value : 0;
    },
  },
];
