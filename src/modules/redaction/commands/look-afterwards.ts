import { ok, type Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { type PieceDone, pieceFor, savePiece } from './engine/on-piece.ts';

/** A second person has looked at what was published alone in an emergency, and it may stay. */
export async function lookAfterwards(
  tx: Tx,
  input: { readonly pieceId: string },
): Promise<Result<PieceDone>> {
  const found = await pieceFor(tx, 'look-afterwards', input.pieceId);
  if (!found.ok) return found;
  return ok(
    await savePiece(tx, found.value, 'look-afterwards', {
      second_person_id: tx.actor.personId,
      second_in_post: tx.actor.post?.postId ?? null,
      second_at: tx.now,
    }),
  );
}
