import { organisationsByIds, postsByIds } from '#modules/registry/facade.server.ts';
import { textHash } from '#platform/audit/content-hash.ts';
import type { Tx } from '#platform/db/database.ts';
import { pictureBytes } from '#platform/files/stored-pictures.ts';
import { type SignatureRow, signaturesOf } from '../../store/agreements.ts';

/** One entry of the signing log with exactly what was signed. */
export type SignedSheet = {
  readonly orgZh: string;
  readonly orgEn: string;
  readonly postZh: string;
  readonly postEn: string;
  readonly at: Date;
  readonly sealed: string;
  readonly reservation: string;
  readonly onPaper: boolean;
  /** As it was hashed; null for signatures older than the log. */
  readonly text: string | null;
  /** Whether the text that is kept still has the seal it was signed with. */
  readonly unchanged: boolean;
};

async function signature(tx: Tx, agreementId: string, id: string): Promise<SignatureRow | undefined> {
  return (await signaturesOf(tx, [agreementId])).find((one) => one.id === id);
}

/** What one organisation signed, to the letter; null when there is no such signature. */
export async function signedSheet(tx: Tx, agreementId: string, id: string): Promise<SignedSheet | null> {
  const row = await signature(tx, agreementId, id);
  if (!row) return null;
  const org = (await organisationsByIds(tx, [row.organisation_id])).get(row.organisation_id);
  const post = (await postsByIds(tx, [row.post_id])).get(row.post_id);
  const { signed_text: text, sealed } = row;
  return {
    orgZh: org?.nameZh ?? '',
    orgEn: org?.nameEn ?? '',
    postZh: post?.nameZh ?? '',
    postEn: post?.nameEn ?? '',
    at: row.signed_at,
    sealed,
    reservation: row.reservation,
    onPaper: row.scan_file_id !== null,
    text,
    unchanged: text !== null && textHash(text) === sealed,
  };
}

/** The picture of the sheet that was signed on paper, or null. */
export async function signedScan(tx: Tx, agreementId: string, id: string) {
  const row = await signature(tx, agreementId, id);
  return row?.scan_file_id ? pictureBytes(tx, row.scan_file_id, 'FULL') : null;
}
