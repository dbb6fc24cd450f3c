import type { Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Picture } from '#platform/files/pictures.ts';
import type { SubmitMatter } from '../../forms/intake.ts';
import { addPhotos } from './add-photos.ts';
import { type Submitted, submitMatter } from './submit-matter.ts';

/** Takes in a matter together with its photos: both or neither. */
export async function submitWithPhotos(
  tx: Tx,
  input: SubmitMatter,
  pictures: readonly Picture[],
): Promise<Result<Submitted>> {
  const submitted = await submitMatter(tx, input);
  if (!submitted.ok || pictures.length === 0) return submitted;
  // Whoever sends the report is its reporter, also without a name.
  const added = await addPhotos(tx, { matterId: submitted.value.matterId, provenByPin: true, pictures });
  return added.ok ? submitted : added;
}
