import { createHash } from 'node:crypto';
import type { Tx } from '#platform/db/database.ts';

/** One thing that happened, written in the same transaction as the change. Holds ids and reasons, no contact data. */
export type NewEvent = {
  readonly subjectKind: string;
  readonly subjectId: string;
  /** `<module>.<what-happened>`, e.g. `matters.accept`. */
  readonly kind: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly reason?: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
};

export type StoredEvent = {
  readonly seq: string;
  readonly id: string;
  readonly at: Date;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly kind: string;
  readonly from_state: string | null;
  readonly to_state: string | null;
  readonly role: string;
  readonly person_id: string | null;
  readonly post_id: string | null;
  readonly org_id: string | null;
  readonly on_behalf_of: string | null;
  readonly reason: string | null;
  readonly data: unknown;
};

/** JSON with sorted keys, so that the same content always gives the same hash. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object' && !(value instanceof Date)) {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** The hash of an event, over its content and the hash before it. */
export function eventHash(prevHash: string, neighborhoodId: string, event: StoredEvent): string {
  const content = {
    ...event,
    at: event.at.toISOString(),
    seq: String(event.seq),
    neighborhood: neighborhoodId,
  };
  return createHash('sha256').update(prevHash).update('\n').update(canonical(content)).digest('hex');
}

/** What the first event of a neighborhood stands on. */
export const GENESIS_HASH = '0'.repeat(64);

/**
 * Appends one event to the neighborhood's chain. Takes the chain's head and keeps it until commit, so that
 * sequence numbers have no gaps and follow the order of commits; call it last in a command.
 */
export async function appendEvent(tx: Tx, event: NewEvent): Promise<void> {
  const db = tx.schema('platform');
  const neighborhood_id = tx.actor.neighborhoodId;
  const lockHead = () =>
    db
      .selectFrom('platform.event_head')
      .select(['seq', 'hash'])
      .where('neighborhood_id', '=', neighborhood_id)
      .forUpdate()
      .executeTakeFirst();
  let head = await lockHead();
  if (!head) {
    await db
      .insertInto('platform.event_head')
      .values({ neighborhood_id, seq: '0', hash: GENESIS_HASH })
      .onConflict((c) => c.column('neighborhood_id').doNothing())
      .execute();
    head = (await lockHead())!;
  }
  const stored = storedEvent(tx, event, String(BigInt(head.seq) + 1n));
  const hash = eventHash(head.hash, neighborhood_id, stored);
  await db
    .insertInto('platform.event')
    .values({ ...stored, neighborhood_id, data: JSON.stringify(stored.data), prev_hash: head.hash, hash })
    .execute();
  await db
    .updateTable('platform.event_head')
    .set({ seq: stored.seq, hash })
    .where('neighborhood_id', '=', neighborhood_id)
    .execute();
}

function storedEvent(tx: Tx, event: NewEvent, seq: string): StoredEvent {
  return {
    seq,
    id: tx.newId(),
    at: tx.now,
    subject_kind: event.subjectKind,
    subject_id: event.subjectId,
    kind: event.kind,
    from_state: event.from ?? null,
    to_state: event.to ?? null,
    role: tx.actor.role,
    person_id: tx.actor.personId,
    post_id: tx.actor.post?.postId ?? null,
    org_id: tx.actor.post?.orgId ?? null,
    on_behalf_of: tx.actor.onBehalfOf,
    reason: event.reason ?? null,
    data: event.data ?? {},
  };
}

export type ChainReport = { readonly events: number; readonly brokenAt: string | null };

/**
 * Recomputes the chain of the actor's neighborhood from its first event.
 *
 * @returns how many events are sound, and the sequence number of the first broken link, or null.
 */
export async function verifyChain(tx: Tx): Promise<ChainReport> {
  const db = tx.schema('platform');
  const neighborhood = tx.actor.neighborhoodId;
  let prev = GENESIS_HASH;
  let last = 0n;
  for (;;) {
    const rows = await db
      .selectFrom('platform.event')
      .selectAll()
      .where('neighborhood_id', '=', neighborhood)
      .where('seq', '>', String(last))
      .orderBy('seq')
      .limit(1000)
      .execute();
    for (const row of rows) {
      const { neighborhood_id: _own, prev_hash, hash, ...content } = row;
      const sound =
        BigInt(row.seq) === last + 1n &&
        prev_hash === prev &&
        eventHash(prev, neighborhood, content) === hash;
      if (!sound) return { events: Number(last), brokenAt: row.seq };
      prev = hash;
      last = BigInt(row.seq);
    }
    if (rows.length < 1000) break;
  }
  const head = await db
    .selectFrom('platform.event_head')
    .selectAll()
    .where('neighborhood_id', '=', neighborhood)
    .executeTakeFirst();
  const headFits = head === undefined ? last === 0n : BigInt(head.seq) === last && head.hash === prev;
  return { events: Number(last), brokenAt: headFits ? null : String(last + 1n) };
}
