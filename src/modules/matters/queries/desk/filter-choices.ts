import { placeTree } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { LEVELS } from '../../contract.ts';
import { CATEGORY_GROUPS } from '../../rules/intake/categories.ts';

/** What the list may be narrowed by. */
export async function filterChoices(tx: Tx) {
  const estates = await placeTree(tx);
  return {
    estates: estates.map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn })),
    levels: LEVELS,
    groups: CATEGORY_GROUPS,
  };
}
