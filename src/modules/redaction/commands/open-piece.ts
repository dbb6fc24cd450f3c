import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { type NewPiece, PIECE_SUBJECT, type PieceSubject } from '../contract.ts';
import { insertPictures } from '../store/details.ts';
import { insertPiece, lockPiece, lockPiecesOf } from '../store/pieces.ts';
import { allSettled, type PieceDone, savePiece, sealOf } from './engine/on-piece.ts';

/**
 * Hands something in to the gate, for another module's command that has asked its own permission. What stood
 * at the gate for the same subject before gives way. When nothing in it looks like personal data and there is
 * no picture to look at, it goes to the second person at once.
 */
export async function openPiece(tx: Tx, piece: NewPiece): Promise<Result<PieceDone>> {
  const { post, personId } = tx.actor;
  if (!post || !personId) return refuse('redaction.not-found');
  await endPiecesOf(tx, piece.subject, 'replaced');
  const id = tx.newId();
  const pictures = piece.pictures ?? [];
  const sealed = pictures.map((fileId) => ({ fileId, coveredSha256: null }));
  await insertPiece(tx, {
    id,
    subject_kind: piece.subject.kind,
    subject_id: piece.subject.id,
    state: 'DRAFT',
    org_id: piece.orgId,
    opened_in_post: post.postId,
    opened_at: tx.now,
    author_ids: [personId],
    content: piece.content,
    content_hash: sealOf(piece.subject, piece.content, sealed),
    emergency: piece.emergency ?? false,
  });
  await insertPictures(tx, id, pictures);
  await appendEvent(tx, {
    subjectKind: PIECE_SUBJECT,
    subjectId: id,
    kind: 'redaction.opened',
    to: 'DRAFT',
    data: { of: piece.subject.kind, subjectId: piece.subject.id },
  });
  const row = (await lockPiece(tx, id))!;
  if (!(await allSettled(tx, row)).ok) return ok({ pieceId: id, state: 'DRAFT' as const });
  return ok(await savePiece(tx, row, 'hand-over', { checked_at: tx.now }));
}

/** Takes every piece of a subject that still counts off the gate, e.g. when its module replaced it. */
export async function endPiecesOf(tx: Tx, subject: PieceSubject, reason: string): Promise<void> {
  for (const row of await lockPiecesOf(tx, subject)) {
    await savePiece(tx, row, 'take-down', { ended_at: tx.now, ended_reason: reason }, { reason });
  }
}
