import type { Tx } from '#platform/db/database.ts';

/**
 * Ends the sessions in which a person acts in a post, in the transaction in which they leave it: the next
 * request with such a token is nobody's. Sessions in other posts stay; they find the post gone.
 *
 * @returns how many sessions ended.
 */
export async function endSessionsInPost(
  tx: Tx,
  { personId, postId }: { readonly personId: string; readonly postId: string },
): Promise<number> {
  const ended = await tx
    .schema('platform')
    .updateTable('platform.session')
    .set({ ended_at: tx.now })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('person_id', '=', personId)
    .where('acting_post_id', '=', postId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return Number(ended.numUpdatedRows);
}
