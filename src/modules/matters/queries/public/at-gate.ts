import type { PieceState } from '#modules/redaction/contract.ts';
import { approvalsOf } from '#modules/redaction/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { LINE_SUBJECT, PHOTO_SUBJECT } from '../../contract.ts';
import { photosOf } from '../../store/own-matters.ts';

/** A photo, and how it stands at the gate before everybody may see it; null: it never came there. */
export type DossierPhoto = { readonly fileId: string; readonly gate: PieceState | null };

/** The photos of a matter in their order. */
export async function photosAtGate(tx: Tx, matterId: string): Promise<DossierPhoto[]> {
  const ids = (await photosOf(tx, matterId)).map((one) => one.fileId);
  const approvals = await approvalsOf(tx, PHOTO_SUBJECT, ids);
  return ids.map((fileId) => {
    const state = approvals.get(fileId)?.state ?? null;
    return { fileId, gate: state === 'SUPERSEDED' ? null : state };
  });
}

/** How the line for the public stands at the gate; null when there is none. */
export async function lineAtGate(tx: Tx, matterId: string): Promise<PieceState | null> {
  return (await approvalsOf(tx, LINE_SUBJECT, [matterId])).get(matterId)?.state ?? null;
}
