import { subscriptions as agreementSubscriptions } from '#modules/agreements/subscriptions.server.ts';
import { jobs as escalationJobs } from '#modules/escalations/jobs.server.ts';
import { subscriptions as escalationSubscriptions } from '#modules/escalations/subscriptions.server.ts';
import { jobs as matterJobs } from '#modules/matters/jobs.server.ts';
import { subscriptions as matterSubscriptions } from '#modules/matters/subscriptions.server.ts';
import { jobs as meetingJobs } from '#modules/meetings/jobs.server.ts';
import { jobs as noticeJobs } from '#modules/notices/jobs.server.ts';
import { subscriptions as notificationSubscriptions } from '#modules/notifications/subscriptions.server.ts';
import { jobs as privacyJobs } from '#modules/privacy/jobs.server.ts';
import { jobs as registryJobs } from '#modules/registry/jobs.server.ts';
import { jobs as resolutionJobs } from '#modules/resolutions/jobs.server.ts';
import { subscriptions as resolutionSubscriptions } from '#modules/resolutions/subscriptions.server.ts';
import { jobs as authJobs } from '#platform/auth/housekeeping.ts';
import type { Database } from '#platform/db/database.ts';
import { readOn, type Subscription } from '#platform/outbox/subscription.ts';

/** A piece of background work: run in every neighborhood until it says that nothing is left. */
export type Job = {
  readonly name: string;
  readonly everySeconds: number;
  /** @returns how much was done; more than nothing means: again at once. */
  readonly run: (database: Database, neighborhoodId: string, now: Date) => Promise<number>;
};

/** What modules do when something happened in another one. */
const SUBSCRIPTIONS: readonly Subscription[] = [
  ...matterSubscriptions,
  ...agreementSubscriptions,
  ...resolutionSubscriptions,
  ...escalationSubscriptions,
  ...notificationSubscriptions,
];

const JOBS: readonly Job[] = [
  ...matterJobs,
  ...meetingJobs,
  ...noticeJobs,
  ...registryJobs,
  ...authJobs,
  ...privacyJobs,
  ...resolutionJobs,
  ...escalationJobs,
  ...SUBSCRIPTIONS.map((subscription) => ({
    name: subscription.name,
    everySeconds: 3,
    run: (database: Database, neighborhoodId: string, now: Date) =>
      readOn(database, neighborhoodId, subscription, now),
  })),
];

/** Rounds a job may run without a pause, so that one neighborhood cannot starve the others. */
const ROUNDS = 20;

export type Worker = { stop(): Promise<void> };

async function runEverywhere(job: Job, database: Database, clock: () => Date): Promise<void> {
  const neighborhoods = await database.onReference((db) =>
    db.selectFrom('platform.neighborhood_address').select('neighborhood_id').execute(),
  );
  for (const { neighborhood_id } of neighborhoods) {
    for (let round = 0; round < ROUNDS; round++) {
      if ((await job.run(database, neighborhood_id, clock())) === 0) break;
    }
  }
}

/**
 * Starts the background work. Every copy of the program runs it; a row that one copy holds is skipped by the
 * others, and a timer that has fired stays fired, so each effect happens once (docs/decisions/0004).
 */
export function startWorker(database: Database, clock: () => Date, log: (line: string) => void): Worker {
  let stopped = false;
  const running = new Set<Promise<void>>();
  const timers = JOBS.map((job) => {
    let busy = false;
    const tick = () => {
      if (busy || stopped) return;
      busy = true;
      const round = runEverywhere(job, database, clock)
        .catch((error: Error) => log(`${job.name}: ${error.message}`))
        .finally(() => {
          busy = false;
          running.delete(round);
        });
      running.add(round);
    };
    tick();
    return setInterval(tick, job.everySeconds * 1000);
  });
  return {
    async stop() {
      stopped = true;
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running);
    },
  };
}
