/** Which posts of a person are told to whom. Pure. */
import type { Actor, OrgKind } from '#kernel/actor.ts';
import { mayReadMembers } from '../../permissions.ts';

/** Whoever holds a post of a party branch or group is a member: only the party's organisations know (§3.16). */
const PARTY_POSTS: readonly OrgKind[] = ['PARTY_BRANCH', 'PARTY_GROUP'];

/** Posts anybody may know of. */
export function publishedPosts<T extends { readonly orgKind: OrgKind }>(posts: readonly T[]): T[] {
  return posts.filter((post) => !PARTY_POSTS.includes(post.orgKind));
}

/**
 * Whether this reader may know who holds the posts of an organisation: of a party branch or group only the party's
 * organisations concerned, since whoever holds such a post is a member.
 */
export function toldOfPosts(
  actor: Actor,
  organisation: { readonly id: string; readonly kind: OrgKind },
): boolean {
  return !PARTY_POSTS.includes(organisation.kind) || mayReadMembers(actor, organisation.id);
}

/** Posts this reader may know of: the general branch knows all, everybody else the published ones. */
export function toldPosts<T extends { readonly orgKind: OrgKind }>(actor: Actor, posts: readonly T[]): T[] {
  return actor.role === 'GB' ? [...posts] : publishedPosts(posts);
}
