import { ok, type Result, refuse } from '#kernel/result.ts';
import { approvalsOf, endPiecesOf, openPiece } from '#modules/redaction/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { PHOTO_SUBJECT } from '../../contract.ts';
import { mayOfferPhoto } from '../../permissions.ts';
import { publicationOf } from '../../rules/resident/publicity.ts';
import { findMatter } from '../../store/matters.ts';
import { photoRow, setPublicPhoto } from '../../store/public-parts.ts';

export type OfferPhoto = { readonly matterId: string; readonly fileId: string };

/**
 * Brings a photo to the gate: somebody looks for faces, plates and door numbers and covers them, somebody else
 * approves. Until then it stays private, and its original for ever (domain brief §3.12).
 */
export async function offerPhoto(tx: Tx, input: OfferPhoto): Promise<Result<{ readonly pieceId: string }>> {
  const found = await photoFor(tx, input);
  if (!found.ok) return found;
  const { post } = tx.actor;
  if (!post) return refuse('matters.photo-not-yours');
  const { row } = found.value;
  if (publicationOf(row.category) === 'COUNT')
    return refuse('matters.photo-never-public', { source: 'DOMAIN §3.12' });
  const before = (await approvalsOf(tx, PHOTO_SUBJECT, [input.fileId])).get(input.fileId);
  if (before && before.state !== 'SUPERSEDED') return ok({ pieceId: before.pieceId });
  return openPiece(tx, {
    subject: { kind: PHOTO_SUBJECT, id: input.fileId },
    orgId: post.orgId,
    content: {
      texts: [],
      facts: [
        { key: 'matter', zh: row.code, en: row.code },
        { key: 'category', words: `category.${row.category}` },
      ],
      payload: {},
    },
    pictures: [input.fileId],
  });
}

/** Takes a photo off the public pages at once; one person is enough for that. */
export async function hidePhoto(tx: Tx, input: OfferPhoto): Promise<Result<void>> {
  const found = await photoFor(tx, input);
  if (!found.ok) return found;
  await setPublicPhoto(tx, input.fileId, null);
  await endPiecesOf(tx, { kind: PHOTO_SUBJECT, id: input.fileId }, 'taken-off');
  return ok();
}

async function photoFor(tx: Tx, { matterId, fileId }: OfferPhoto) {
  const row = await findMatter(tx, matterId);
  const photo = await photoRow(tx, fileId);
  if (!row || photo?.matterId !== matterId) return refuse('matters.not-found');
  return mayOfferPhoto(tx.actor) ? ok({ row }) : refuse('matters.photo-not-yours');
}
