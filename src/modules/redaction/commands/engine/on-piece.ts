import type { ApprovedPiece, PieceContent } from '#kernel/approved-piece.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { knownNames } from '#modules/registry/facade.server.ts';
import { contentHash } from '#platform/audit/content-hash.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Publisher, Publishers } from '#platform/http/services.ts';
import { PIECE_SUBJECT, type PieceAction, type PieceState, type PieceSubject } from '../../contract.ts';
import { mayDo } from '../../permissions.ts';
import { candidatesIn, findingsIn, openPoints, settle } from '../../rules/findings.ts';
import { leadsTo } from '../../rules/lifecycle.ts';
import { dismissalsOf, type PictureRow, picturesOf } from '../../store/details.ts';
import { lockPiece, type PiecePatch, type PieceRow, updatePiece } from '../../store/pieces.ts';

/** What a command answers: the piece and where it stands. */
export type PieceDone = { readonly pieceId: string; readonly state: PieceState };

/** The seal over everything that will be seen: texts, facts, what the module publishes, covered pictures. */
export function sealOf(
  subject: PieceSubject,
  content: PieceContent,
  pictures: readonly Pick<PictureRow, 'fileId' | 'coveredSha256'>[],
): string {
  const seen = pictures.map(({ fileId, coveredSha256 }) => [fileId, coveredSha256]);
  return contentHash({ subject, content, seen });
}

/** The piece somebody means, locked, when they may do this to it now. */
export async function pieceFor(tx: Tx, action: PieceAction, pieceId: string): Promise<Result<PieceRow>> {
  const row = await lockPiece(tx, pieceId);
  if (!row) return refuse('redaction.not-found');
  const refusal = mayDo(tx.actor, action, factsOf(row));
  return refusal ? { ok: false, refusal } : ok(row);
}

/** What the guard asks of a row. */
export function factsOf(row: PieceRow) {
  return {
    state: row.state,
    orgId: row.org_id,
    authorIds: row.author_ids,
    emergency: row.emergency,
    reviewOpen: row.state === 'PUBLISHED' && row.second_person_id === null,
  };
}

/** Saves what an action did, in the state it leads to, with its event. */
export async function savePiece(
  tx: Tx,
  row: PieceRow,
  action: PieceAction,
  patch: PiecePatch = {},
  event: { readonly reason?: string | null; readonly data?: Record<string, unknown> } = {},
): Promise<PieceDone> {
  const to = leadsTo(action, row.state);
  if (to === null) throw new Error(`${action} is not possible in ${row.state}`);
  await updatePiece(tx, row.id, { ...patch, state: to });
  await appendEvent(tx, {
    subjectKind: PIECE_SUBJECT,
    subjectId: row.id,
    kind: `redaction.${action}`,
    from: row.state,
    to,
    reason: event.reason ?? null,
    data: { of: row.subject_kind, subjectId: row.subject_id, ...event.data },
  });
  return { pieceId: row.id, state: to };
}

/** Those who wrote something of it, with whoever writes now. */
export function authorsWith(tx: Tx, row: PieceRow): string[] {
  return [...new Set([...row.author_ids, ...(tx.actor.personId ? [tx.actor.personId] : [])])];
}

/** Refused while a finding is neither removed nor dismissed, or a picture has not been looked at. */
export async function allSettled(tx: Tx, row: PieceRow): Promise<Result<void>> {
  const { texts } = row.content;
  const found = findingsIn(texts, await knownNames(tx, candidatesIn(texts)));
  const findings = settle(found, await dismissalsOf(tx, row.id));
  const n = openPoints(findings, await picturesOf(tx, row.id));
  return n === 0 ? ok() : refuse('redaction.points-still-open', { params: { n }, source: 'PIPL art. 25' });
}

/** Hands exactly what was sealed to the module that publishes it. */
export async function publishSealed(tx: Tx, row: PieceRow, publishers: Publishers): Promise<Result<void>> {
  const pictures = await picturesOf(tx, row.id);
  const subject = { kind: row.subject_kind, id: row.subject_id };
  if (sealOf(subject, row.content, pictures) !== row.content_hash)
    return refuse('redaction.changed-meanwhile');
  const publisher: Publisher | undefined = publishers[row.subject_kind];
  if (!publisher) throw new Error(`nobody publishes ${row.subject_kind}`);
  return publisher(tx, approvedPiece(row, pictures));
}

function approvedPiece(row: PieceRow, pictures: readonly PictureRow[]): ApprovedPiece {
  return {
    id: row.id,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    orgId: row.org_id,
    postId: row.opened_in_post,
    content: row.content,
    pictures: new Map(
      pictures.flatMap((one) => (one.coveredFileId ? [[one.fileId, one.coveredFileId]] : [])),
    ),
  };
}
