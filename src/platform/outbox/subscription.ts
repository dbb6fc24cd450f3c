import { sql } from 'kysely';
import { systemActor } from '#kernel/actor.ts';
import type { Database, Tx } from '../db/database.ts';

/** An event as a subscriber reads it. */
export type HeardEvent = {
  readonly seq: string;
  readonly at: Date;
  readonly kind: string;
  readonly subjectId: string;
  readonly data: unknown;
  /** Who did it; null for a timer. */
  readonly byPersonId: string | null;
};

/** Something a module does whenever certain events happened, in any module below it (docs/decisions/0006). */
export type Subscription = {
  /** Keeps its place in the log under this name; a new name begins at the first event. */
  readonly name: string;
  readonly kinds: readonly string[];
  /** What happened longer ago than this is passed over: nobody wants to be told of it any more. */
  readonly forgetsAfterDays?: number;
  readonly handle: (tx: Tx, event: HeardEvent) => Promise<void>;
};

/** Events looked at in one transaction; at most one of them is handled in it. */
const AT_ONCE = 500;
const DAY = 86_400_000;

/**
 * Reads the log of a neighborhood on from where the subscriber stands. What the handler does and the step forward
 * are one transaction, so each event is handled once, after a crash too; a copy of the program that finds the
 * place taken leaves it to the other.
 *
 * @returns how many events were passed; call again until nothing is left.
 */
export function readOn(
  database: Database,
  neighborhoodId: string,
  subscription: Subscription,
  now: Date,
): Promise<number> {
  return database.inTransaction(
    systemActor(neighborhoodId),
    async (tx) => {
      const from = await takePlace(tx, subscription.name);
      if (from === null) return 0;
      const events = await eventsAfter(tx, from);
      const found = events.findIndex((event) => concerns(subscription, event, now));
      const passed = found < 0 ? events : events.slice(0, found + 1);
      const last = passed.at(-1);
      if (!last) return 0;
      if (found >= 0) await subscription.handle(tx, last);
      await keepPlace(tx, subscription.name, last.seq);
      return passed.length;
    },
    { now },
  );
}

function concerns(subscription: Subscription, event: HeardEvent, now: Date): boolean {
  const { kinds, forgetsAfterDays } = subscription;
  if (!kinds.includes(event.kind)) return false;
  return forgetsAfterDays === undefined || now.getTime() - event.at.getTime() <= forgetsAfterDays * DAY;
}

/** Where the subscriber stands, held until commit; null while another copy reads. */
async function takePlace(tx: Tx, subscriber: string): Promise<string | null> {
  const db = tx.schema('platform');
  const lock = `${tx.actor.neighborhoodId}/${subscriber}`;
  const { rows } = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${lock}, 0)) as free`.execute(db);
  if (!rows[0]?.free) return null;
  const row = await db
    .selectFrom('platform.subscription_cursor')
    .select('seq')
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('subscriber', '=', subscriber)
    .executeTakeFirst();
  return row?.seq ?? '0';
}

async function eventsAfter(tx: Tx, seq: string): Promise<HeardEvent[]> {
  return tx
    .schema('platform')
    .selectFrom('platform.event')
    .select(['seq', 'at', 'kind', 'subject_id as subjectId', 'data', 'person_id as byPersonId'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(AT_ONCE)
    .execute();
}

async function keepPlace(tx: Tx, subscriber: string, seq: string): Promise<void> {
  await tx
    .schema('platform')
    .insertInto('platform.subscription_cursor')
    .values({ neighborhood_id: tx.actor.neighborhoodId, subscriber, seq })
    .onConflict((c) => c.columns(['neighborhood_id', 'subscriber']).doUpdateSet({ seq }))
    .execute();
}
