import { type Selectable, sql } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Channel, ErrandOutcome, Urgency } from '../contract.ts';

export type ErrandRow = Omit<Selectable<DB['notifications.errand']>, 'channel' | 'outcome'> & {
  readonly channel: Channel;
  readonly outcome: ErrandOutcome | null;
};

export type NewErrand = {
  readonly channel: Channel;
  readonly targetId: string;
  readonly subjectId: string;
  readonly message: string;
  readonly urgency: Urgency;
};

const errands = (tx: Tx) =>
  tx
    .schema('notifications')
    .selectFrom('notifications.errand')
    .selectAll()
    .$narrowType<{ channel: Channel; outcome: ErrandOutcome | null }>()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId);

/** Writes what has to be carried out for an event, each once. */
export async function insertErrands(tx: Tx, eventSeq: string, rows: readonly NewErrand[]): Promise<void> {
  if (rows.length === 0) return;
  const column = <K extends keyof NewErrand>(name: K) => rows.map((row) => row[name]);
  await sql`
    insert into notifications.errand
      (neighborhood_id, id, event_seq, channel, target_id, message, urgency, subject_id, made_at)
    select ${tx.actor.neighborhoodId}::uuid, n.id, ${eventSeq}::bigint, n.channel, n.target_id, n.message, n.urgency,
           n.subject_id, ${tx.now}::timestamptz
      from unnest(${rows.map(() => tx.newId())}::uuid[], ${column('channel')}::text[], ${column('targetId')}::uuid[],
                  ${column('message')}::text[], ${column('urgency')}::text[], ${column('subjectId')}::uuid[])
           as n (id, channel, target_id, message, urgency, subject_id)
    on conflict (neighborhood_id, event_seq, channel, target_id) do nothing`.execute(
    tx.schema('notifications'),
  );
}

/** What is still to be carried out, emergencies first, then the oldest. */
export function openErrands(tx: Tx, limit: number): Promise<ErrandRow[]> {
  return errands(tx)
    .where('done_at', 'is', null)
    .orderBy(sql`urgency = 'EMERGENCY'`, 'desc')
    .orderBy('made_at')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** What was ticked off last. */
export function doneErrands(tx: Tx, limit: number): Promise<ErrandRow[]> {
  return errands(tx).where('done_at', 'is not', null).orderBy('done_at', 'desc').limit(limit).execute();
}

export function lockErrand(tx: Tx, id: string): Promise<ErrandRow | undefined> {
  return errands(tx).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function tickRow(tx: Tx, id: string, outcome: ErrandOutcome, postId: string): Promise<void> {
  await tx
    .schema('notifications')
    .updateTable('notifications.errand')
    .set({ outcome, done_at: tx.now, done_by_post_id: postId })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}
