import type { Insertable, Updateable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';

const SHOWN = [
  'id',
  'person_id as personId',
  'kind',
  'state',
  'text',
  'asked_at as askedAt',
  'taken_by_post_id as takenByPostId',
  'due_on as dueOn',
  'answer',
  'answered_at as answeredAt',
  'answered_by_post_id as answeredByPostId',
  'version',
] as const;

export function requestRowsOf(tx: Tx, personId: string) {
  return tx
    .schema('privacy')
    .selectFrom('privacy.data_request')
    .select(SHOWN)
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('person_id', '=', personId)
    .orderBy('asked_at', 'desc')
    .execute();
}

/** Open requests first, those due first on top; then the last answered ones. */
export function requestRows(tx: Tx, limit: number) {
  return tx
    .schema('privacy')
    .selectFrom('privacy.data_request')
    .select(SHOWN)
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .orderBy((e) => e('state', '!=', 'ASKED'))
    .orderBy('due_on')
    .limit(limit)
    .execute();
}

export function lockRequest(tx: Tx, id: string) {
  return tx
    .schema('privacy')
    .selectFrom('privacy.data_request')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertRequest(
  tx: Tx,
  row: Omit<Insertable<DB['privacy.data_request']>, 'neighborhood_id'>,
): Promise<void> {
  await tx
    .schema('privacy')
    .insertInto('privacy.data_request')
    .values({ ...row, neighborhood_id: tx.actor.neighborhoodId })
    .execute();
}

export async function updateRequest(
  tx: Tx,
  id: string,
  patch: Updateable<DB['privacy.data_request']>,
): Promise<void> {
  await tx
    .schema('privacy')
    .updateTable('privacy.data_request')
    .set((e) => ({ ...patch, version: e('version', '+', 1) }))
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}
