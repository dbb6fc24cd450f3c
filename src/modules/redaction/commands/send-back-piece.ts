import { ok, type Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { PieceReason } from '../forms/piece.ts';
import { type PieceDone, pieceFor, savePiece } from './engine/on-piece.ts';

/** The second person says what is to be done before it can be published. */
export async function sendBackPiece(tx: Tx, input: PieceReason): Promise<Result<PieceDone>> {
  const found = await pieceFor(tx, 'send-back', input.pieceId);
  if (!found.ok) return found;
  const { reason } = input;
  const patch = { sent_back_reason: reason, approved_hash: null };
  return ok(await savePiece(tx, found.value, 'send-back', patch, { reason }));
}
