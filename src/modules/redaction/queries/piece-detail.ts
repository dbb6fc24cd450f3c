import type { PieceContent } from '#kernel/approved-piece.ts';
import { knownNames, organisationsByIds, peopleByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { pictureBytes } from '#platform/files/stored-pictures.ts';
import {
  PIECE_ACTIONS,
  type PieceAction,
  type PiecePicture,
  type PieceState,
  type SettledFinding,
} from '../contract.ts';
import { mayDo, maySee } from '../permissions.ts';
import { candidatesIn, findingsIn, openPoints, settle } from '../rules/findings.ts';
import { dismissalsOf, picturesOf } from '../store/details.ts';
import { type PieceRow, pieceRow } from '../store/pieces.ts';

/** A piece as those who write it and look through it see it. */
export type PieceDetail = {
  readonly id: string;
  readonly subjectKind: string;
  readonly state: PieceState;
  readonly emergency: boolean;
  readonly content: Omit<PieceContent, 'payload'>;
  readonly seal: string;
  readonly findings: readonly SettledFinding[];
  readonly pictures: readonly PiecePicture[];
  /** Findings and pictures that still need somebody. */
  readonly open: number;
  readonly mayNow: readonly PieceAction[];
  /** The reader wrote something of it and so cannot be its second person. */
  readonly isAuthor: boolean;
  readonly org: { readonly nameZh: string; readonly nameEn: string } | null;
  readonly authors: readonly string[];
  readonly dismissedBy: ReadonlyMap<string, string>;
  readonly second: string | null;
  readonly sentBackReason: string | null;
  readonly reviewDueAt: Date | null;
  readonly publishedAt: Date | null;
};

/** A piece, or null when there is none the actor may know of. */
export async function pieceDetail(tx: Tx, id: string): Promise<PieceDetail | null> {
  const row = await pieceRow(tx, id);
  if (!row || !maySee(tx.actor, row.org_id)) return null;
  const { texts } = row.content;
  const found = findingsIn(texts, await knownNames(tx, candidatesIn(texts)));
  const findings = settle(found, await dismissalsOf(tx, row.id));
  const pictures = await picturesOf(tx, row.id);
  const people = await peopleByIds(tx, [
    ...row.author_ids,
    ...findings.flatMap((one) => one.dismissed?.personId ?? []),
    ...(row.second_person_id ? [row.second_person_id] : []),
  ]);
  const orgs = await organisationsByIds(tx, [row.org_id]);
  const { payload: _payload, ...content } = row.content;
  return {
    id: row.id,
    subjectKind: row.subject_kind,
    state: row.state,
    emergency: row.emergency,
    content,
    seal: row.content_hash,
    findings,
    pictures,
    open: openPoints(findings, pictures),
    mayNow: PIECE_ACTIONS.filter((action) => mayDo(tx.actor, action, factsOf(row)) === null),
    isAuthor: tx.actor.personId !== null && row.author_ids.includes(tx.actor.personId),
    org: orgs.get(row.org_id) ?? null,
    authors: row.author_ids.flatMap((one) => people.get(one)?.name ?? []),
    dismissedBy: new Map([...people].map(([personId, person]) => [personId, person.name])),
    second: people.get(row.second_person_id ?? '')?.name ?? null,
    sentBackReason: row.sent_back_reason,
    reviewDueAt: row.second_person_id === null ? row.review_due_at : null,
    publishedAt: row.published_at,
  };
}

function factsOf(row: PieceRow) {
  return {
    state: row.state,
    orgId: row.org_id,
    authorIds: row.author_ids,
    emergency: row.emergency,
    reviewOpen: row.state === 'PUBLISHED' && row.second_person_id === null,
  };
}

/** Bytes of a picture of a piece: the original, or what is made of it; null when it is not for the actor to see. */
export async function piecePicture(tx: Tx, pieceId: string, fileId: string, covered: boolean) {
  const row = await pieceRow(tx, pieceId);
  if (!row || !maySee(tx.actor, row.org_id)) return null;
  // The original is for those who cover and look, while they do; afterwards nobody opens it here.
  const isOver = row.state === 'SUPERSEDED' || (row.state === 'PUBLISHED' && !factsOf(row).reviewOpen);
  if (!covered && isOver) return null;
  const picture = (await picturesOf(tx, row.id)).find((one) => one.fileId === fileId);
  const shown = covered ? picture?.coveredFileId : picture?.fileId;
  return shown ? pictureBytes(tx, shown, 'FULL') : null;
}
