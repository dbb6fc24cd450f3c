import { type Selectable, sql } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Choice, Topic, Urgency, Way } from '../contract.ts';

export type NotificationRow = Selectable<DB['notifications.notification']>;

/** One person's line of an event. */
export type NewNotification = {
  readonly personId: string;
  readonly subjectId: string;
  readonly message: string;
  readonly topic: Topic;
  readonly urgency: Urgency;
  readonly way: Way;
  readonly dueAt: Date;
};

const own = (tx: Tx, personId: string) =>
  tx
    .schema('notifications')
    .selectFrom('notifications.notification')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('person_id', '=', personId);

/** Writes what an event tells; whoever was told of this event already is passed over. @returns how many are new. */
export async function insertNotifications(
  tx: Tx,
  eventSeq: string,
  rows: readonly NewNotification[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const column = <K extends keyof NewNotification>(name: K) => rows.map((row) => row[name]);
  const done = await sql`
    insert into notifications.notification
      (neighborhood_id, id, person_id, event_seq, message, topic, urgency, way, subject_id, made_at, due_at)
    select ${tx.actor.neighborhoodId}::uuid, n.id, n.person_id, ${eventSeq}::bigint, n.message, n.topic, n.urgency,
           n.way, n.subject_id, ${tx.now}::timestamptz, n.due_at
      from unnest(${rows.map(() => tx.newId())}::uuid[], ${column('personId')}::uuid[], ${column('message')}::text[],
                  ${column('topic')}::text[], ${column('urgency')}::text[], ${column('way')}::text[],
                  ${column('subjectId')}::uuid[], ${column('dueAt')}::timestamptz[])
           as n (id, person_id, message, topic, urgency, way, subject_id, due_at)
    on conflict (neighborhood_id, person_id, event_seq) do nothing`.execute(tx.schema('notifications'));
  return Number(done.numAffectedRows ?? 0);
}

/** What has rung for somebody, the latest first. */
export function rungRows(tx: Tx, personId: string, limit: number): Promise<NotificationRow[]> {
  return own(tx, personId)
    .where('due_at', '<=', tx.now)
    .orderBy('due_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** All of somebody's, also those kept back, the latest first. */
export function latestRows(tx: Tx, personId: string, limit: number): Promise<NotificationRow[]> {
  return own(tx, personId).orderBy('made_at', 'desc').limit(limit).execute();
}

export function ownRow(tx: Tx, personId: string, id: string): Promise<NotificationRow | undefined> {
  return own(tx, personId).where('id', '=', id).executeTakeFirst();
}

/** How many have rung and are not read; those of one digest are one. */
export async function countUnread(tx: Tx, personId: string): Promise<number> {
  const { n } = await tx
    .schema('notifications')
    .selectFrom('notifications.notification')
    .select(
      sql<number>`(count(*) filter (where way = 'BELL') + count(distinct due_at) filter (where way = 'DIGEST'))::int`.as(
        'n',
      ),
    )
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .where('due_at', '<=', tx.now)
    .executeTakeFirstOrThrow();
  return n;
}

/** Marks one, or all that have rung; what was read before keeps its moment. */
export async function markRead(tx: Tx, personId: string, id: string | null): Promise<void> {
  let query = tx
    .schema('notifications')
    .updateTable('notifications.notification')
    .set({ read_at: tx.now })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .where('due_at', '<=', tx.now);
  if (id !== null) query = query.where('id', '=', id);
  await query.execute();
}

/** What these people chose, by person and topic; whoever chose nothing is not in it. */
export async function choicesOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, Choice>> {
  const rows = await tx
    .schema('notifications')
    .selectFrom('notifications.preference')
    .select(['person_id', 'topic', 'way'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where(sql<boolean>`person_id = any(${[...personIds]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [`${row.person_id} ${row.topic}`, row.way as Choice]));
}

export async function keepChoice(tx: Tx, personId: string, topic: Topic, way: Choice): Promise<void> {
  await tx
    .schema('notifications')
    .insertInto('notifications.preference')
    .values({ neighborhood_id: tx.actor.neighborhoodId, person_id: personId, topic, way })
    .onConflict((c) => c.columns(['neighborhood_id', 'person_id', 'topic']).doUpdateSet({ way }))
    .execute();
}
