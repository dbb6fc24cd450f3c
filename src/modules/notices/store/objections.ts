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

/** Of each notice how many wait for a published answer, and by when the first of them must have one. */
export async function waitingOf(
  tx: Tx,
  noticeIds: readonly string[],
): Promise<Map<string, { readonly n: number; readonly dueAt: Date | null }>> {
  if (noticeIds.length === 0) return new Map();
  const waiting = await rows(tx)
    .where('notice_id', 'in', [...noticeIds])
    .where('published_at', 'is', null)
    .orderBy('due_at')
    .execute();
  const found = new Map<string, { n: number; dueAt: Date | null }>();
  for (const row of waiting) {
    const before = found.get(row.notice_id);
    found.set(row.notice_id, { n: (before?.n ?? 0) + 1, dueAt: before ? before.dueAt : row.due_at });
  }
  return found;
}

/** What one person objected, the latest first. */
export function objectionsOf(tx: Tx, personId: string): Promise<ObjectionRow[]> {
  return rows(tx).where('person_id', '=', personId).orderBy('made_at', 'desc').execute();
}

/** The person who objected; null when only a name is known. */
export async function objectorOf(tx: Tx, id: string): Promise<string | null> {
  return (await rows(tx).where('id', '=', id).executeTakeFirst())?.person_id ?? null;
}
