import type { Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type {
  CommonPartKind,
  EstateNode,
  Holder,
  NeighborhoodProfile,
  OrganisationView,
  PostView,
  TeamView,
  UnitKind,
} from '../../contract.ts';
import { mayReadRegister } from '../../permissions.ts';
import { dayOf } from '../../rules/day.ts';
import { toldOfPosts } from '../../rules/people/told-posts.ts';
import { commonPartCounts, unitSums } from '../../store/places/places.ts';
import { organisations } from '../organisations/organisations.ts';
import { holdersOf, postsOf } from '../organisations/posts.ts';
import { teams } from '../organisations/teams.ts';
import { placeTree } from './place-tree.ts';
import { profile } from './profile.ts';

export type EstateOverview = EstateNode & {
  /** Units and their areas in 0.01 m², by kind. */
  readonly units: readonly { readonly kind: UnitKind; readonly units: number; readonly area: number }[];
  readonly commonParts: readonly { readonly kind: CommonPartKind; readonly n: number }[];
};

export type PostOverview = PostView & { readonly holder: Holder | null };

export type OrganisationOverview = OrganisationView & {
  /** The organisation it is part of. */
  readonly parent: { readonly nameZh: string; readonly nameEn: string } | null;
  readonly posts: readonly PostOverview[];
  /** False: a party branch or group, whose posts are for the party's organisations concerned. */
  readonly arePostsTold: boolean;
};

export type RegisterOverview = {
  readonly profile: NeighborhoodProfile;
  readonly estates: readonly EstateOverview[];
  readonly organisations: readonly OrganisationOverview[];
  readonly teams: readonly TeamView[];
};

/**
 * The register as its desk page shows it today: places with their sums, organisations, posts and who does
 * their work. No private person is in it except holders of posts.
 *
 * @returns null while the neighborhood has not been founded; refusal `registry.not-a-reader`.
 */
export async function registerOverview(tx: Tx): Promise<Result<RegisterOverview | null>> {
  const may = mayReadRegister(tx.actor);
  if (!may.ok) return may;
  const found = await profile(tx);
  if (!found) return { ok: true, value: null };
  const value = {
    profile: found,
    estates: await estates(tx),
    organisations: await organisationsWithPosts(tx),
    teams: await teams(tx),
  };
  return { ok: true, value };
}

async function estates(tx: Tx): Promise<EstateOverview[]> {
  const tree = await placeTree(tx);
  const sums = await unitSums(tx);
  const parts = await commonPartCounts(tx);
  return tree.map((estate) => ({
    ...estate,
    units: sums
      .filter((sum) => sum.estateId === estate.id)
      .map(({ kind, units, area }) => ({ kind, units, area })),
    commonParts: parts.filter((part) => part.estateId === estate.id).map(({ kind, n }) => ({ kind, n })),
  }));
}

/** All organisations with their posts and who does their work today. */
export async function organisationsWithPosts(tx: Tx): Promise<OrganisationOverview[]> {
  const all = await organisations(tx);
  const told = all.filter((org) => toldOfPosts(tx.actor, org));
  const byId = new Map(all.map((org) => [org.id, org]));
  const posts = await postsOf(
    tx,
    told.map((org) => org.id),
  );
  const holders = await holdersOf(
    tx,
    posts.map((post) => post.id),
    dayOf(tx.now),
  );
  const ofOrg = Map.groupBy(posts, (post) => post.orgId);
  return all.map((org) => ({
    ...org,
    parent: byId.get(org.parentId ?? '') ?? null,
    arePostsTold: told.includes(org),
    posts: (ofOrg.get(org.id) ?? []).map((post) => ({ ...post, holder: holders.get(post.id) ?? null })),
  }));
}
