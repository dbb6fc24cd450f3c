import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Picture } from '#platform/files/pictures.ts';
import { storePicture } from '#platform/files/stored-pictures.ts';
import { type Box, PIECE_SUBJECT } from '../contract.ts';
import { keepCover, picturesOf } from '../store/details.ts';
import { authorsWith, type PieceDone, pieceFor, savePiece, sealOf } from './engine/on-piece.ts';

export type CoverPicture = {
  readonly pieceId: string;
  readonly fileId: string;
  readonly boxes: readonly Box[];
  /** The new picture, made of the original with the boxes burnt in. */
  readonly picture: Picture;
};

/** Keeps the picture that may be seen instead of the original. It is a draft again: nobody has approved this one. */
export async function coverPicture(tx: Tx, input: CoverPicture): Promise<Result<PieceDone>> {
  const found = await pieceFor(tx, 'cover', input.pieceId);
  if (!found.ok) return found;
  const row = found.value;
  const before = await picturesOf(tx, row.id);
  if (!before.some((one) => one.fileId === input.fileId)) return refuse('redaction.not-found');
  const fileId = await storePicture(tx, { kind: PIECE_SUBJECT, id: row.id }, input.picture);
  await keepCover(tx, row.id, input.fileId, { boxes: input.boxes, fileId, sha256: input.picture.sha256 });
  const subject = { kind: row.subject_kind, id: row.subject_id };
  const content_hash = sealOf(subject, row.content, await picturesOf(tx, row.id));
  const patch = { content_hash, approved_hash: null, checked_at: null, author_ids: authorsWith(tx, row) };
  const data = { boxes: input.boxes.length };
  return ok(await savePiece(tx, row, 'cover', patch, { data }));
}
