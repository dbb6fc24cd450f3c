/** Which posts of a person are told to whom. Pure. */
import type { Actor, OrgKind } from '#kernel/actor.ts';

/** Whoever holds a post of a party branch or group is a member: only the party's organisations know (§3.16). */
const PARTY_POSTS: readonly OrgKind[] = ['PARTY_BRANCH', 'PARTY_GROUP'];

/** Posts anybody may know of. */
export function publishedPosts<T extends { readonly orgKind: OrgKind }>(posts: readonly T[]): T[] {
  return posts.filter((post) => !PARTY_POSTS.includes(post.orgKind));
}

/** Posts this reader may know of: the general branch knows all, everybody else the published ones. */
export function toldPosts<T extends { readonly orgKind: OrgKind }>(actor: Actor, posts: readonly T[]): T[] {
  return actor.role === 'GB' ? [...posts] : publishedPosts(posts);
}
