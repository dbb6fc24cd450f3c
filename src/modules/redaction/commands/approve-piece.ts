import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Publishers } from '#platform/http/services.ts';
import type { ApprovePiece } from '../forms/piece.ts';
import { lockPiece } from '../store/pieces.ts';
import { allSettled, type PieceDone, pieceFor, publishSealed, savePiece } from './engine/on-piece.ts';

/**
 * The second person approves exactly what they looked at (its seal comes back with the form), and it is
 * published in the same transaction by the module it belongs to. When that module refuses, e.g. because it
 * has become too late for its lead time, nothing is approved.
 */
export async function approvePiece(
  tx: Tx,
  input: ApprovePiece,
  publishers: Publishers,
): Promise<Result<PieceDone>> {
  const found = await pieceFor(tx, 'approve', input.pieceId);
  if (!found.ok) return found;
  const row = found.value;
  if (row.content_hash !== input.seal) return refuse('redaction.changed-meanwhile');
  // Somebody may have moved in since: the register is asked once more.
  const settled = await allSettled(tx, row);
  if (!settled.ok) return settled;
  await savePiece(tx, row, 'approve', {
    approved_hash: row.content_hash,
    second_person_id: tx.actor.personId,
    second_in_post: tx.actor.post?.postId ?? null,
    second_at: tx.now,
  });
  const approved = (await lockPiece(tx, row.id))!;
  const published = await publishSealed(tx, approved, publishers);
  if (!published.ok) return published;
  return ok(await savePiece(tx, approved, 'publish', { published_at: tx.now }));
}
