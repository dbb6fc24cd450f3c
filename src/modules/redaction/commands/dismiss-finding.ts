import { ok, type Result, refuse } from '#kernel/result.ts';
import { knownNames } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { DismissFinding } from '../forms/piece.ts';
import { candidatesIn, findingsIn } from '../rules/findings.ts';
import { insertDismissal } from '../store/details.ts';
import { authorsWith, type PieceDone, pieceFor, savePiece } from './engine/on-piece.ts';

/** Says that one finding is no personal data, with the reason; kept with who said it. The others stay. */
export async function dismissFinding(tx: Tx, input: DismissFinding): Promise<Result<PieceDone>> {
  const found = await pieceFor(tx, 'dismiss', input.pieceId);
  if (!found.ok) return found;
  const row = found.value;
  const { personId, post } = tx.actor;
  const { texts } = row.content;
  const findings = findingsIn(texts, await knownNames(tx, candidatesIn(texts)));
  const known = findings.some(
    (one) => one.field === input.field && one.kind === input.kind && one.found === input.found,
  );
  if (!known || !personId || !post) return refuse('redaction.no-such-finding');
  const { field, kind, found: words, reason } = input;
  await insertDismissal(tx, {
    pieceId: row.id,
    field,
    kind,
    found: words,
    reason,
    personId,
    postId: post.postId,
  });
  const patch = { author_ids: authorsWith(tx, row) };
  return ok(await savePiece(tx, row, 'dismiss', patch, { reason, data: { field, kind } }));
}
