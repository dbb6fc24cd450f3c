import type { Insertable, Updateable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';

/** Every decision on periods, the oldest first: the last of a kind is in force. */
export function periodRows(tx: Tx) {
  return tx
    .schema('privacy')
    .selectFrom('privacy.retention_period')
    .select(['kind', 'number', 'months', 'reason', 'since', 'decided_by_post_id as decidedByPostId'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .orderBy('number')
    .execute();
}

export async function insertPeriod(
  tx: Tx,
  row: Omit<Insertable<DB['privacy.retention_period']>, 'neighborhood_id'>,
): Promise<void> {
  await tx
    .schema('privacy')
    .insertInto('privacy.retention_period')
    .values({ ...row, neighborhood_id: tx.actor.neighborhoodId })
    .execute();
}

export function holdRows(tx: Tx) {
  return tx
    .schema('privacy')
    .selectFrom('privacy.legal_hold')
    .select([
      'id',
      'subject_kind as subjectKind',
      'subject_id as subjectId',
      'reason',
      'set_at as setAt',
      'set_by_post_id as setByPostId',
      'until',
      'lifted_at as liftedAt',
    ])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .orderBy('set_at', 'desc')
    .execute();
}

export async function insertHold(
  tx: Tx,
  row: Omit<Insertable<DB['privacy.legal_hold']>, 'neighborhood_id'>,
): Promise<void> {
  await tx
    .schema('privacy')
    .insertInto('privacy.legal_hold')
    .values({ ...row, neighborhood_id: tx.actor.neighborhoodId })
    .execute();
}

/** @returns whether there was such a hold in force. */
export async function endHold(tx: Tx, id: string, postId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .schema('privacy')
    .updateTable('privacy.legal_hold')
    .set({ lifted_at: tx.now, lifted_by_post_id: postId })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .where('lifted_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function insertRun(
  tx: Tx,
  row: Omit<Insertable<DB['privacy.retention_run']>, 'neighborhood_id'>,
): Promise<void> {
  await tx
    .schema('privacy')
    .insertInto('privacy.retention_run')
    .values({ ...row, neighborhood_id: tx.actor.neighborhoodId })
    .execute();
}

/** The last decisions, the newest first. */
export function runRows(tx: Tx, limit: number) {
  return tx
    .schema('privacy')
    .selectFrom('privacy.retention_run')
    .select(['id', 'kind', 'decided_at as decidedAt', 'listed', 'done', 'finished_at as finishedAt'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .orderBy('decided_at', 'desc')
    .limit(limit)
    .execute();
}

/** The oldest decision that is not carried out yet, kept by this transaction; other copies skip it. */
export function lockOpenRun(tx: Tx) {
  return tx
    .schema('privacy')
    .selectFrom('privacy.retention_run')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('finished_at', 'is', null)
    .orderBy('decided_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

export async function updateRun(
  tx: Tx,
  id: string,
  patch: Updateable<DB['privacy.retention_run']>,
): Promise<void> {
  await tx
    .schema('privacy')
    .updateTable('privacy.retention_run')
    .set(patch)
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}
