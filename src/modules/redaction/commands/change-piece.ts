import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ChangePiece } from '../forms/piece.ts';
import { picturesOf } from '../store/details.ts';
import { authorsWith, type PieceDone, pieceFor, savePiece, sealOf } from './engine/on-piece.ts';

/** Changes texts of a piece. It is a draft again, whatever it was: what was approved is not this any more. */
export async function changePiece(tx: Tx, input: ChangePiece): Promise<Result<PieceDone>> {
  const found = await pieceFor(tx, 'change', input.pieceId);
  if (!found.ok) return found;
  const row = found.value;
  for (const { field, most } of row.content.texts) {
    const text = input.texts[field];
    if (text === undefined) continue;
    if (text.trim() === '') return refuse('redaction.text-missing', { field: `text-${field}` });
    if (text.length > most)
      return refuse('redaction.text-too-long', { field: `text-${field}`, params: { most } });
  }
  const texts = row.content.texts.map((one) => ({
    ...one,
    text: (input.texts[one.field] ?? one.text).trim(),
  }));
  const content = { ...row.content, texts };
  const subject = { kind: row.subject_kind, id: row.subject_id };
  const content_hash = sealOf(subject, content, await picturesOf(tx, row.id));
  const fields = texts.filter((one, i) => one.text !== row.content.texts[i]?.text).map((one) => one.field);
  if (fields.length === 0) return ok({ pieceId: row.id, state: row.state });
  const patch = {
    content,
    content_hash,
    author_ids: authorsWith(tx, row),
    approved_hash: null,
    checked_at: null,
  };
  return ok(await savePiece(tx, row, 'change', patch, { data: { fields } }));
}
