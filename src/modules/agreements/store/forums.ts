import type { Insertable, Selectable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ForumKind, OpinionAnswer } from '../contract/forums.ts';

type ForumRow = Omit<Selectable<DB['agreements.forum']>, 'kind'> & { readonly kind: ForumKind };
type OpinionRow = Omit<Selectable<DB['agreements.forum_opinion']>, 'answer'> & {
  readonly answer: OpinionAnswer | null;
};

const here = (tx: Tx) => tx.actor.neighborhoodId;

const forums = (tx: Tx) =>
  tx
    .schema('agreements')
    .selectFrom('agreements.forum')
    .selectAll()
    .$narrowType<{ kind: ForumKind }>()
    .where('neighborhood_id', '=', here(tx));

const opinions = (tx: Tx) =>
  tx
    .schema('agreements')
    .selectFrom('agreements.forum_opinion')
    .selectAll()
    .$narrowType<{ answer: OpinionAnswer | null }>()
    .where('neighborhood_id', '=', here(tx));

/** The forums that were asked about an agreement, the first one first. */
export function forumsOf(tx: Tx, agreementId: string): Promise<ForumRow[]> {
  return forums(tx)
    .where('agreement_id', '=', agreementId)
    .orderBy('held_on', (o) => o.asc().nullsLast())
    .orderBy('id')
    .execute();
}

export function forumById(tx: Tx, id: string): Promise<ForumRow | undefined> {
  return forums(tx).where('id', '=', id).executeTakeFirst();
}

export async function insertForum(
  tx: Tx,
  row: Omit<Insertable<DB['agreements.forum']>, 'neighborhood_id'>,
): Promise<void> {
  await tx
    .schema('agreements')
    .insertInto('agreements.forum')
    .values({ ...row, neighborhood_id: here(tx) })
    .execute();
}

/** What was said at forums, in the order it was written down. */
export async function opinionsOf(tx: Tx, forumIds: readonly string[]): Promise<OpinionRow[]> {
  if (forumIds.length === 0) return [];
  return opinions(tx).where('forum_id', 'in', forumIds).orderBy('noted_at').orderBy('id').execute();
}

/** One opinion, locked until the transaction ends. */
export function lockOpinion(tx: Tx, id: string): Promise<OpinionRow | undefined> {
  return opinions(tx).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function insertOpinion(
  tx: Tx,
  row: Omit<Insertable<DB['agreements.forum_opinion']>, 'neighborhood_id'>,
): Promise<void> {
  await tx
    .schema('agreements')
    .insertInto('agreements.forum_opinion')
    .values({ ...row, neighborhood_id: here(tx) })
    .execute();
}

export async function answerOpinion(
  tx: Tx,
  id: string,
  answer: OpinionAnswer,
  reason: string | null,
): Promise<void> {
  await tx
    .schema('agreements')
    .updateTable('agreements.forum_opinion')
    .set({ answer, reason })
    .where('neighborhood_id', '=', here(tx))
    .where('id', '=', id)
    .execute();
}
