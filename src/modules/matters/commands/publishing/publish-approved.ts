import { type ApprovedPiece, pieceText } from '#kernel/approved-piece.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Publishers } from '#platform/http/services.ts';
import { LINE_SUBJECT, PHOTO_SUBJECT } from '../../contract.ts';
import { findMatter } from '../../store/matters.ts';
import { photoRow, setPublicLine, setPublicPhoto } from '../../store/public-parts.ts';

/** What the gate calls when a second person has approved a line or a photo of a matter. */
export const MATTER_PUBLISHERS: Publishers = {
  [LINE_SUBJECT]: publishLine,
  [PHOTO_SUBJECT]: publishPhoto,
};

async function publishLine(tx: Tx, piece: ApprovedPiece): Promise<Result<void>> {
  if (!(await findMatter(tx, piece.subjectId))) return refuse('matters.not-found');
  await setPublicLine(tx, piece.subjectId, pieceText(piece.content, 'line'));
  return ok();
}

async function publishPhoto(tx: Tx, piece: ApprovedPiece): Promise<Result<void>> {
  const shown = piece.pictures.get(piece.subjectId);
  if (!shown || !(await photoRow(tx, piece.subjectId))) return refuse('matters.not-found');
  await setPublicPhoto(tx, piece.subjectId, shown);
  return ok();
}
