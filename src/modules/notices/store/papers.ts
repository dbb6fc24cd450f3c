import type { Insertable, Selectable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';

type New<T extends keyof DB> = Omit<Insertable<DB[T]>, 'neighborhood_id'>;
export type OutageRow = Selectable<DB['notices.outage']>;
export type PostingRow = Selectable<DB['notices.posting']>;

export async function insertOutage(tx: Tx, row: New<'notices.outage'>): Promise<void> {
  await tx
    .schema('notices')
    .insertInto('notices.outage')
    .values({ ...row, neighborhood_id: tx.actor.neighborhoodId })
    .execute();
}

/** Stretches in which a notice could not be read, in their order. */
export function outagesOf(tx: Tx, noticeId: string): Promise<OutageRow[]> {
  return tx
    .schema('notices')
    .selectFrom('notices.outage')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('notice_id', '=', noticeId)
    .orderBy('from_at')
    .execute();
}

const postings = (tx: Tx) =>
  tx
    .schema('notices')
    .selectFrom('notices.posting')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId);

export async function insertPosting(tx: Tx, row: New<'notices.posting'>): Promise<void> {
  await tx
    .schema('notices')
    .insertInto('notices.posting')
    .values({ ...row, neighborhood_id: tx.actor.neighborhoodId })
    .execute();
}

export function lockPosting(tx: Tx, id: string): Promise<PostingRow | undefined> {
  return postings(tx).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Where the sheets of a notice hang and hung. */
export function postingsOf(tx: Tx, noticeId: string): Promise<PostingRow[]> {
  return postings(tx).where('notice_id', '=', noticeId).orderBy('hung_at').execute();
}

export async function markTakenDown(tx: Tx, id: string, postId: string): Promise<void> {
  await tx
    .schema('notices')
    .updateTable('notices.posting')
    .set({ taken_down_at: tx.now, taken_down_by_post_id: postId })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}
