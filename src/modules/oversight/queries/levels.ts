import { type Actor, anonymousActor, roleOfPost } from '#kernel/actor.ts';
import { type LevelCounts, levelCounts } from '#modules/matters/facade.server.ts';
import type { TwoNames } from '#modules/registry/contract.ts';
import { postsHeldBy, profile } from '#modules/registry/facade.server.ts';
import { membershipsOf } from '#platform/auth/accounts.ts';
import type { Database } from '#platform/db/database.ts';
import { dayOf } from '#platform/i18n/dates.ts';
import { mayOversee } from '../permissions.ts';

/** A neighborhood below, as a street, a district or an auditor sees it: counts, nobody's data. */
export type Level = TwoNames & {
  readonly neighborhoodId: string;
  /** The post that lets its holder look. */
  readonly post: TwoNames;
  readonly counts: LevelCounts;
};

/**
 * The neighborhoods in which an account holds a post that sees the levels below, each read by itself, in a
 * transaction of its own, as that post. No statement reaches two neighborhoods (docs/decisions/0002).
 */
export async function levels(database: Database, accountId: string, now: Date): Promise<Level[]> {
  const found: Level[] = [];
  for (const { neighborhoodId, personId } of await membershipsOf(database, accountId)) {
    const acting = await actingIn(database, neighborhoodId, personId, now);
    if (acting === null) continue;
    const { actor, post } = acting;
    const level = await database.inTransaction(
      actor,
      async (tx) => {
        const counts = await levelCounts(tx);
        const known = await profile(tx);
        if (!counts || !known) return null;
        return { neighborhoodId, nameZh: known.nameZh, nameEn: known.nameEn, post, counts };
      },
      { now },
    );
    if (level) found.push(level);
  }
  return found;
}

/** The person in their first post there that may see the levels below, or null. */
async function actingIn(
  database: Database,
  neighborhoodId: string,
  personId: string,
  now: Date,
): Promise<{ readonly actor: Actor; readonly post: TwoNames } | null> {
  const held = await database.inTransaction(
    anonymousActor(neighborhoodId),
    (tx) => postsHeldBy(tx, personId, dayOf(now)),
    { now },
  );
  for (const { postId, orgId, orgKind, isHead, duty, nameZh, nameEn } of held) {
    const actor: Actor = {
      neighborhoodId,
      role: roleOfPost({ orgKind, duty }),
      personId,
      post: { postId, orgId, orgKind, isHead },
      householdUnitIds: [],
      onBehalfOf: null,
    };
    if (mayOversee(actor, 'read-levels').ok) return { actor, post: { nameZh, nameEn } };
  }
  return null;
}
