import { dateKey } from '#kernel/work-calendar.ts';
import { organisations } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { visibleTo } from '../../permissions.ts';
import { CATEGORIES, deskKindOf } from '../../rules/intake/categories.ts';
import type { Asker } from '../../store/desk/conditions.ts';
import type { ListScope } from '../../store/desk/listing.ts';

/** Who asks at the desk, with what the rows are compared to. Ids nobody has stand in for a missing post. */
export async function deskAsker(tx: Tx): Promise<Asker> {
  const { post, personId, neighborhoodId } = tx.actor;
  const all = await organisations(tx);
  const own = all.find((org) => org.id === post?.orgId);
  return {
    neighborhoodId,
    orgId: post?.orgId ?? NOBODY,
    postId: post?.postId ?? NOBODY,
    personId,
    isHead: post?.isHead ?? false,
    now: tx.now,
    today: dateKey(tx.now),
    deskEstateIds: own?.estateIds ?? [],
    deskCategories: own ? CATEGORIES.filter((c) => deskKindOf(c.code) === own.kind).map((c) => c.code) : [],
    committeeOrgIds: all.filter((org) => org.kind === 'RESIDENTS_COMMITTEE').map((org) => org.id),
  };
}

/** No organisation, post or person has this id. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The permission table's answer, with what the database needs to apply it. */
export function deskScope(tx: Tx, asker: Asker): ListScope {
  const scope = visibleTo(tx.actor);
  if (scope.kind === 'organisation') return { kind: 'organisation', asker, desk: scope.desk };
  return scope;
}
