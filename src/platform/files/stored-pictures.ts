import type { Tx } from '#platform/db/database.ts';
import type { Picture } from './pictures.ts';

/** What a picture belongs to, e.g. a matter; who may see that may see the picture. */
export type PictureSubject = { readonly kind: string; readonly id: string };

/** Keeps a picture and gives its id. */
export async function storePicture(tx: Tx, subject: PictureSubject, picture: Picture): Promise<string> {
  const id = tx.newId();
  await tx
    .schema('platform')
    .insertInto('platform.file')
    .values({
      neighborhood_id: tx.actor.neighborhoodId,
      id,
      subject_kind: subject.kind,
      subject_id: subject.id,
      content_type: picture.contentType,
      width: picture.width,
      height: picture.height,
      bytes: picture.bytes,
      thumbnail: picture.thumbnail,
      sha256: picture.sha256,
      added_at: tx.now,
      added_by: tx.actor.personId,
    })
    .execute();
  return id;
}

/** What a picture belongs to, without its bytes; undefined when there is none. */
export function pictureSubject(tx: Tx, id: string) {
  return tx
    .schema('platform')
    .selectFrom('platform.file')
    .select(['subject_kind as kind', 'subject_id as subjectId'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The bytes of a picture, whole or as a thumbnail. */
export async function pictureBytes(tx: Tx, id: string, size: 'FULL' | 'THUMBNAIL') {
  const row = await tx
    .schema('platform')
    .selectFrom('platform.file')
    .select(['content_type as contentType', size === 'FULL' ? 'bytes as bytes' : 'thumbnail as bytes'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}
