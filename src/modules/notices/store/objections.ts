import type { Insertable, Selectable, Updateable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ObjectionChannel, ObjectionOutcome } from '../contract/public.ts';

export type ObjectionRow = Omit<Selectable<DB['notices.objection']>, 'channel' | 'outcome'> & {
  readonly channel: ObjectionChannel;
  readonly outcome: ObjectionOutcome | null;
};
type NewObjection = Omit<Insertable<DB['notices.objection']>, 'neighborhood_id'>;

const rows = (tx: Tx) =>
  tx
    .schema('notices')
    .selectFrom('notices.objection')
    .selectAll()
    .$castTo<ObjectionRow>()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId);

export async function insertObjection(tx: Tx, row: NewObjection): Promise<void> {
  await tx
    .schema('notices')
    .insertInto('notices.objection')
    .values({ ...row, neighborhood_id: tx.actor.neighborhoodId })
    .execute();
}

export async function updateObjection(
  tx: Tx,
  id: string,
  patch: Updateable<DB['notices.objection']>,
): Promise<void> {
  await tx
    .schema('notices')
    .updateTable('notices.objection')
    .set(patch)
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}

/** An objection, locked until the transaction ends. */
export function lockObjection(tx: Tx, id: string): Promise<ObjectionRow | undefined> {
  return rows(tx).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** All of a notice, in the order they came. */
export function objectionsTo(tx: Tx, noticeId: string): Promise<ObjectionRow[]> {
  return rows(tx).where('notice_id', '=', noticeId).orderBy('n').execute();
}

/** What one person objected, the latest first. */
export function objectionsOf(tx: Tx, personId: string): Promise<ObjectionRow[]> {
  return rows(tx).where('person_id', '=', personId).orderBy('made_at', 'desc').execute();
}
