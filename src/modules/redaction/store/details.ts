import type { Tx } from '#platform/db/database.ts';
import type { Box } from '../contract.ts';

export type PictureRow = {
  readonly fileId: string;
  readonly boxes: readonly Box[];
  readonly coveredFileId: string | null;
  readonly coveredSha256: string | null;
};

/** Pictures of pieces, by piece. */
export async function picturesOf(tx: Tx, pieceId: string): Promise<PictureRow[]> {
  const rows = await tx
    .schema('redaction')
    .selectFrom('redaction.piece_picture')
    .select(['file_id', 'boxes', 'covered_file_id', 'covered_sha256'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('piece_id', '=', pieceId)
    .orderBy('file_id')
    .execute();
  return rows.map((row) => ({
    fileId: row.file_id,
    boxes: row.boxes as unknown as readonly Box[],
    coveredFileId: row.covered_file_id,
    coveredSha256: row.covered_sha256,
  }));
}

export async function insertPictures(tx: Tx, pieceId: string, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return;
  await tx
    .schema('redaction')
    .insertInto('redaction.piece_picture')
    .values(
      fileIds.map((file_id) => ({
        neighborhood_id: tx.actor.neighborhoodId,
        piece_id: pieceId,
        file_id,
        boxes: '[]',
      })),
    )
    .execute();
}

/** Keeps what somebody covered on a picture, and the new picture. */
export async function keepCover(
  tx: Tx,
  pieceId: string,
  fileId: string,
  cover: { readonly boxes: readonly Box[]; readonly fileId: string; readonly sha256: string },
): Promise<void> {
  await tx
    .schema('redaction')
    .updateTable('redaction.piece_picture')
    .set({
      boxes: JSON.stringify(cover.boxes),
      covered_file_id: cover.fileId,
      covered_sha256: cover.sha256,
      looked_by: tx.actor.personId,
      looked_at: tx.now,
    })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('piece_id', '=', pieceId)
    .where('file_id', '=', fileId)
    .execute();
}

/** False alarms that were taken away in a piece. */
export async function dismissalsOf(tx: Tx, pieceId: string) {
  return tx
    .schema('redaction')
    .selectFrom('redaction.dismissal')
    .select(['field', 'kind', 'found', 'reason', 'person_id as personId', 'at'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('piece_id', '=', pieceId)
    .orderBy('id')
    .execute();
}

export type NewDismissal = {
  readonly pieceId: string;
  readonly field: string;
  readonly kind: string;
  readonly found: string;
  readonly reason: string;
  readonly personId: string;
  readonly postId: string;
};

/** Keeps that a finding is none; saying it twice changes nothing. */
export async function insertDismissal(tx: Tx, said: NewDismissal): Promise<void> {
  await tx
    .schema('redaction')
    .insertInto('redaction.dismissal')
    .values({
      neighborhood_id: tx.actor.neighborhoodId,
      id: tx.newId(),
      piece_id: said.pieceId,
      field: said.field,
      kind: said.kind,
      found: said.found,
      reason: said.reason,
      person_id: said.personId,
      post_id: said.postId,
      at: tx.now,
    })
    .onConflict((c) => c.columns(['neighborhood_id', 'piece_id', 'field', 'kind', 'found']).doNothing())
    .execute();
}
