import type { Tx } from '#platform/db/database.ts';
import type { KnownName } from '../../contract.ts';
import { dayOf } from '../../rules/day.ts';
import { publishedPosts } from '../../rules/people/told-posts.ts';
import { peopleNamed } from '../../store/people/names.ts';
import { postsHeldBy } from '../organisations/posts.ts';

/** Most people whose posts are looked up at once; the rest count as people without a post. */
const MOST_HOLDERS = 30;

/**
 * Which of these words are names of people in the register, Chinese or English. The list of names never
 * leaves the database: only what is asked about comes back.
 */
export async function knownNames(
  tx: Tx,
  asked: { readonly han: readonly string[]; readonly latin: readonly string[] },
): Promise<KnownName[]> {
  const found = await peopleNamed(tx, asked.han, asked.latin);
  const posts = new Map<string, string[]>();
  for (const [i, { name, id }] of found.entries()) {
    const words = i < MOST_HOLDERS ? await publishedPostsOf(tx, id) : [];
    posts.set(name, [...(posts.get(name) ?? []), ...words]);
  }
  return [...posts].map(([name, held]) => ({ name, posts: held }));
}

async function publishedPostsOf(tx: Tx, personId: string): Promise<string[]> {
  const held = await postsHeldBy(tx, personId, dayOf(tx.now));
  return publishedPosts(held).flatMap((post) => [post.nameZh, post.nameEn, post.orgNameZh, post.orgNameEn]);
}
