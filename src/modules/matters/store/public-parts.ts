/** What of a matter the gate has let through: the public line, and the pictures in the place of its photos. */
import type { Tx } from '#platform/db/database.ts';

/** Puts the approved line on the board; the matter itself does not move, nobody who handles it is in the way. */
export async function setPublicLine(tx: Tx, matterId: string, line: string | null): Promise<void> {
  await tx
    .schema('matters')
    .updateTable('matters.matter')
    .set({ public_line: line })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', matterId)
    .execute();
}

/** Which picture everybody may see in the place of a photo; null: none any more. */
export async function setPublicPhoto(tx: Tx, fileId: string, publicFileId: string | null): Promise<void> {
  await tx
    .schema('matters')
    .updateTable('matters.photo')
    .set({ public_file_id: publicFileId })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('file_id', '=', fileId)
    .execute();
}

const photos = (tx: Tx) =>
  tx
    .schema('matters')
    .selectFrom('matters.photo')
    .select(['matter_id as matterId', 'file_id as fileId', 'public_file_id as publicFileId'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId);

/** A photo by the id of its original. */
export function photoRow(tx: Tx, fileId: string) {
  return photos(tx).where('file_id', '=', fileId).executeTakeFirst();
}

/** A photo by the id of the picture that everybody may see. */
export function publicPhotoRow(tx: Tx, publicFileId: string) {
  return photos(tx).where('public_file_id', '=', publicFileId).executeTakeFirst();
}

/** Pictures everybody may see, by matter, in their order. */
export async function publicPhotos(tx: Tx, matterIds: readonly string[]): Promise<Map<string, string[]>> {
  if (matterIds.length === 0) return new Map();
  const rows = await photos(tx)
    .where('matter_id', 'in', [...matterIds])
    .where('public_file_id', 'is not', null)
    .orderBy('position')
    .execute();
  const found = new Map<string, string[]>();
  for (const row of rows) found.set(row.matterId, [...(found.get(row.matterId) ?? []), row.publicFileId!]);
  return found;
}
