import type { Tx } from '#platform/db/database.ts';
import { visibleTo } from '../../permissions.ts';
import { codeOfMatter, photosOf } from '../../store/own-matters.ts';

/** What a brief shows of a matter besides its figures. */
export type BriefOfMatter = { readonly code: string; readonly photoIds: readonly string[] };

/**
 * The code and the photos of a matter, for the one-page brief of an agenda; null for whoever does not see all matters,
 * and when it is not there.
 *
 * @source domain brief §4.3 (agenda item record: linked matters)
 */
export async function briefOfMatter(tx: Tx, matterId: string): Promise<BriefOfMatter | null> {
  if (visibleTo(tx.actor).kind !== 'everything') return null;
  const code = await codeOfMatter(tx, matterId);
  return code ? { code, photoIds: (await photosOf(tx, matterId)).map(({ fileId }) => fileId) } : null;
}
