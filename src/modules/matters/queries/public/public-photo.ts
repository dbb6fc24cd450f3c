import type { Tx } from '#platform/db/database.ts';
import { pictureBytes } from '#platform/files/stored-pictures.ts';
import { mayShowSingly, publicStateOf } from '../../rules/resident/publicity.ts';
import { findMatter } from '../../store/matters.ts';
import { publicPhotoRow } from '../../store/public-parts.ts';

/** A picture of the board, asked anew each time whether its matter may still be shown; else null. */
export async function publicPhoto(tx: Tx, id: string, size: 'FULL' | 'THUMBNAIL') {
  const photo = await publicPhotoRow(tx, id);
  const row = photo && (await findMatter(tx, photo.matterId));
  if (!row || publicStateOf(row.status) === null) return null;
  const { category, publish_consent: publishConsent, publish_withdrawn: publishWithdrawn } = row;
  if (!mayShowSingly({ category, publishConsent, publishWithdrawn })) return null;
  return pictureBytes(tx, id, size);
}
