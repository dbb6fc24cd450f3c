import { organisationsByIds, placeTree } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { mayPublish } from '../permissions.ts';

/** Estates the actor may publish for, with their buildings, and the number people can call. */
export async function publishingChoices(tx: Tx) {
  const { post } = tx.actor;
  const own = post ? (await organisationsByIds(tx, [post.orgId])).get(post.orgId) : undefined;
  const estates = (await placeTree(tx)).filter(
    (estate) => mayPublish(tx.actor, estate.id, own?.estateIds ?? []) === null,
  );
  return { estates, phone: own?.dutyPhone ?? '' };
}
