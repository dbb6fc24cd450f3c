import type { Insertable, Selectable, Updateable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';

export type TopicRow = Selectable<DB['meetings.topic']>;

const here = (tx: Tx) => tx.actor.neighborhoodId;

const topics = (tx: Tx) =>
  tx.schema('meetings').selectFrom('meetings.topic').selectAll().where('neighborhood_id', '=', here(tx));

/** Topics of a body nobody has settled, the oldest first. */
export function openTopics(tx: Tx, bodyId: string): Promise<TopicRow[]> {
  return topics(tx).where('body_id', '=', bodyId).where('state', '=', 'OPEN').orderBy('asked_at').execute();
}

/** Topics an organisation asked for, the last on top. */
export function topicsBy(tx: Tx, orgId: string, limit: number): Promise<TopicRow[]> {
  return topics(tx).where('org_id', '=', orgId).orderBy('asked_at', 'desc').limit(limit).execute();
}

export function lockTopic(tx: Tx, id: string): Promise<TopicRow | undefined> {
  return topics(tx).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function insertTopic(
  tx: Tx,
  row: Omit<Insertable<DB['meetings.topic']>, 'neighborhood_id'>,
): Promise<void> {
  await tx
    .schema('meetings')
    .insertInto('meetings.topic')
    .values({ ...row, neighborhood_id: here(tx) })
    .execute();
}

export async function updateTopic(
  tx: Tx,
  id: string,
  patch: Updateable<DB['meetings.topic']>,
): Promise<void> {
  await tx
    .schema('meetings')
    .updateTable('meetings.topic')
    .set((e) => ({ ...patch, version: e('version', '+', 1) }))
    .where('neighborhood_id', '=', here(tx))
    .where('id', '=', id)
    .execute();
}
