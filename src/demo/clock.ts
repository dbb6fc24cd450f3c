import type { Database } from '#platform/db/database.ts';
import { when } from './history/step.ts';
import { DEMO_NEIGHBORHOOD_ID } from './neighborhood/ids.ts';

/** The demo's "today": it begins on this morning whenever it is started first (domain brief §6). */
export const DEMO_TODAY = when('2026-11-20 10:00');

/** When the demo's history was complete and its clock began to run, or null. */
export async function demoStartedAt(database: Database): Promise<Date | null> {
  const row = await database.onReference((db) =>
    db
      .selectFrom('platform.neighborhood_address')
      .select('demo_started_at')
      .where('neighborhood_id', '=', DEMO_NEIGHBORHOOD_ID)
      .executeTakeFirst(),
  );
  return row?.demo_started_at ?? null;
}

/**
 * The demo's clock: Friday 2026-11-20 10:00 at its first start, running on from there. So it looks the same
 * in any year, and its deadlines lie in years whose work calendar is known.
 *
 * @param startedAt the real moment of the first start.
 */
export function demoClock(startedAt: Date): () => Date {
  return () => new Date(DEMO_TODAY.getTime() + (Date.now() - startedAt.getTime()));
}
