import { organisations, postsOf } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';

/** Who can become a party, and the posts of those who are. */
export async function draftChoices(tx: Tx, partyIds: readonly string[]) {
  const orgs = await organisations(tx);
  const posts = partyIds.length > 0 ? await postsOf(tx, partyIds) : [];
  return {
    orgs: orgs.map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn })),
    posts: posts.map(({ id, orgId, nameZh, nameEn }) => ({ id, orgId, nameZh, nameEn })),
  };
}
