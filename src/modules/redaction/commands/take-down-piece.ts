import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { PieceReason } from '../forms/piece.ts';
import { type PieceDone, pieceFor, savePiece } from './engine/on-piece.ts';

/**
 * Gives up a piece that is not published. What is out is taken off by its own module: a notice by another one
 * in its place, a photo on its matter.
 */
export async function takeDownPiece(tx: Tx, input: PieceReason): Promise<Result<PieceDone>> {
  const found = await pieceFor(tx, 'take-down', input.pieceId);
  if (!found.ok) return found;
  if (found.value.state === 'PUBLISHED') return refuse('redaction.not-in-this-state');
  const { reason } = input;
  const patch = { ended_at: tx.now, ended_reason: reason };
  return ok(await savePiece(tx, found.value, 'take-down', patch, { reason }));
}
