import { ok, type Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { allSettled, authorsWith, type PieceDone, pieceFor, savePiece } from './engine/on-piece.ts';

/** Hands a piece to the second person, once every finding is removed or dismissed and every picture looked at. */
export async function handOverPiece(tx: Tx, input: { readonly pieceId: string }): Promise<Result<PieceDone>> {
  const found = await pieceFor(tx, 'hand-over', input.pieceId);
  if (!found.ok) return found;
  const row = found.value;
  const settled = await allSettled(tx, row);
  if (!settled.ok) return settled;
  const patch = { checked_at: tx.now, sent_back_reason: null, author_ids: authorsWith(tx, row) };
  return ok(await savePiece(tx, row, 'hand-over', patch));
}
