import type { Database } from '#platform/db/database.ts';

/** How often something may happen within a window of time. */
export type Limit = {
  /** Begins the stored key. */
  readonly name: string;
  readonly hits: number;
  readonly seconds: number;
};

function windowStart(limit: Limit, now: Date): Date {
  const size = limit.seconds * 1000;
  return new Date(Math.floor(now.getTime() / size) * size);
}

/**
 * Counts hits in the database, where all copies of the program see them, and answers the window's total.
 *
 * @param subject who is counted; an index that cannot be turned back into an address or a phone number.
 */
export async function countHits(
  database: Database,
  limit: Limit,
  subject: string,
  now: Date,
  hits = 1,
): Promise<number> {
  const row = { key: `${limit.name}/${subject}`, window_start: windowStart(limit, now), hits };
  const { total } = await database.onReference((db) =>
    db
      .insertInto('platform.rate_limit')
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(['key', 'window_start']).doUpdateSet((update) => ({
          hits: update('platform.rate_limit.hits', '+', hits),
        })),
      )
      .returning('platform.rate_limit.hits as total')
      .executeTakeFirstOrThrow(),
  );
  return total;
}

/** Counts one hit exactly. @returns whether it is within the limit. */
export async function takeHit(
  database: Database,
  limit: Limit,
  subject: string,
  now: Date,
): Promise<boolean> {
  return (await countHits(database, limit, subject, now)) <= limit.hits;
}

/** Windows that nobody looks at any more. Run it now and then; another copy may do so at the same time. */
export async function forgetOldHits(database: Database, now: Date): Promise<void> {
  const yesterday = new Date(now.getTime() - 2 * 86_400_000);
  await database.onReference((db) =>
    db.deleteFrom('platform.rate_limit').where('window_start', '<', yesterday).execute(),
  );
}

type Count = { readonly window: number; total: number; pending: number; writing: boolean };

const WRITE_EVERY = 20;
const MAX_SUBJECTS = 20_000;

/**
 * A limit for pages, which are many: counted in memory and written down every few hits, without waiting.
 * A copy of the program learns of the others' hits when it writes its own, so that all together let through
 * a few more than the limit, never many.
 */
export class PageLimit {
  readonly #counts = new Map<string, Count>();
  readonly #database: Database;
  readonly #limit: Limit;
  readonly #failed: (error: unknown) => void;

  constructor(database: Database, limit: Limit, failed: (error: unknown) => void) {
    this.#database = database;
    this.#limit = limit;
    this.#failed = failed;
  }

  /** Counts one page. @returns whether it is within the limit. */
  take(subject: string, now: Date): boolean {
    const window = windowStart(this.#limit, now).getTime();
    let count = this.#counts.get(subject);
    if (!count || count.window !== window) {
      if (this.#counts.size >= MAX_SUBJECTS) this.#counts.clear();
      count = { window, total: 0, pending: 0, writing: false };
      this.#counts.set(subject, count);
    }
    count.pending += 1;
    if (count.pending >= WRITE_EVERY && !count.writing) this.#write(subject, count, now);
    return count.total + count.pending <= this.#limit.hits;
  }

  #write(subject: string, count: Count, now: Date): void {
    const hits = count.pending;
    count.writing = true;
    countHits(this.#database, this.#limit, subject, now, hits)
      .then((total) => {
        count.total = total;
        count.pending -= hits;
      })
      .catch(this.#failed)
      .finally(() => {
        count.writing = false;
      });
  }
}
