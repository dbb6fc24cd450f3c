import type { Database } from '#platform/db/database.ts';
import { forgetOldHits } from '#platform/http/rate-limit.ts';
import { forgetOldCodes } from './one-time-codes.ts';

/** Background work of signing in: counted tries and used codes are forgotten after some days. */
export const jobs = [
  {
    name: 'auth.forget-old-tries',
    everySeconds: 3600,
    async run(database: Database, _neighborhoodId: string, now: Date): Promise<number> {
      await forgetOldHits(database, now);
      await forgetOldCodes(database, now);
      return 0;
    },
  },
] as const;
