import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Picture } from '#platform/files/pictures.ts';
import { storePicture } from '#platform/files/stored-pictures.ts';
import { MATTER_SUBJECT } from '../../contract.ts';
import { MAX_PHOTOS } from '../../forms/intake.ts';
import { detailsOf, insertDetail } from '../../store/details.ts';
import { type Changed, changeMatter, type Target } from '../engine/change-matter.ts';

export type AddPhotos = Target & { readonly pictures: readonly Picture[] };

/** Hangs photos on a matter, six at the most (§4.1). They are private until somebody has looked through them. */
export function addPhotos(tx: Tx, input: AddPhotos): Promise<Result<Changed>> {
  return changeMatter(tx, 'add-photo', input, async ({ row }) => {
    const before = (await detailsOf(tx, 'matters.photo', row.id)).length;
    if (input.pictures.length === 0) return refuse('matters.no-photo-chosen', { field: 'photos' });
    if (before + input.pictures.length > MAX_PHOTOS) {
      return refuse('matters.six-photos', { field: 'photos', params: { most: MAX_PHOTOS } });
    }
    return ok({
      data: { photos: input.pictures.length },
      also: (inside) => keep(inside, row.id, before, input.pictures),
    });
  });
}

async function keep(tx: Tx, matterId: string, before: number, pictures: readonly Picture[]): Promise<void> {
  for (const [index, picture] of pictures.entries()) {
    const fileId = await storePicture(tx, { kind: MATTER_SUBJECT, id: matterId }, picture);
    await insertDetail(tx, 'matters.photo', {
      matter_id: matterId,
      file_id: fileId,
      position: before + index + 1,
    });
  }
}
