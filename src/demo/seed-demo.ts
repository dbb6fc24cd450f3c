import { readCalendar } from '#platform/calendar/load-calendar.ts';
import type { Database } from '#platform/db/database.ts';
import { DEMO_TODAY, demoClock, demoStartedAt } from './clock.ts';
import { demoSteps } from './history/demo-steps.ts';
import { replay } from './history/replay.ts';
import { when } from './history/step.ts';
import { DEMO_NEIGHBORHOOD_ID } from './neighborhood/ids.ts';
import { seedNeighborhood } from './neighborhood/seed-neighborhood.ts';
import { putUpPlans } from './site-plans/put-up-plans.ts';

/** When the neighborhood was entered, before its history begins. */
const FOUNDED = when('2025-10-31 10:00');

/**
 * Founds the demo neighborhood and lives its history through, the first time; afterwards returns at once.
 * Killed on the way, it goes on where it was: every step has a request key of its own.
 *
 * @param onProgress called with the percentage done, at each whole tenth.
 * @returns the demo's clock.
 */
export async function seedDemo(
  database: Database,
  onProgress: (percent: number) => void,
): Promise<() => Date> {
  const started = await demoStartedAt(database);
  if (started) return demoClock(started);
  const demo = await seedNeighborhood(database, { now: FOUNDED });
  await putUpPlans(database, FOUNDED);
  const steps = demoSteps(demo, await database.onReference(readCalendar));
  let told = 0;
  await replay(database, demo.id, steps, DEMO_TODAY, (done) => {
    const percent = Math.floor((done / steps.length) * 10) * 10;
    if (percent > told) onProgress(percent);
    told = Math.max(told, percent);
  });
  return demoClock(await markStarted(database));
}

/** Keeps the moment at which the demo's clock began to run; the first one stands. */
async function markStarted(database: Database): Promise<Date> {
  await database.onReference((db) =>
    db
      .updateTable('platform.neighborhood_address')
      .set({ demo_started_at: new Date() })
      .where('neighborhood_id', '=', DEMO_NEIGHBORHOOD_ID)
      .where('demo_started_at', 'is', null)
      .execute(),
  );
  return (await demoStartedAt(database))!;
}
