import { isUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/db/database.ts';
import type { KeptAppointment, PostFile } from '../../contract/organisations.ts';
import type { OrganisationView } from '../../contract.ts';
import { mayKeep, mayReadRegister } from '../../permissions.ts';
import { covers, dayOf } from '../../rules/day.ts';
import { toldOfPosts } from '../../rules/people/told-posts.ts';
import { allAppointments, keptPosts } from '../../store/organisations/kept-posts.ts';
import { organisationRows } from '../../store/organisations/organisations.ts';
import { peopleList } from '../people/people-list.ts';
import { holdersOf } from './posts.ts';

/** Posts with who does their work, who comes and who was there before. */
export async function postFiles(
  tx: Tx,
  of: { readonly organisationId: string } | { readonly postId: string },
): Promise<PostFile[]> {
  const posts = await keptPosts(tx, of);
  const ids = posts.map((post) => post.id);
  const day = dayOf(tx.now);
  const holders = await holdersOf(tx, ids, day);
  const appointments = Map.groupBy(await allAppointments(tx, ids), (one) => one.postId);
  const isNow = (one: KeptAppointment) => covers(one, day);
  return posts.map((post) => {
    const own = appointments.get(post.id) ?? [];
    return {
      ...post,
      holder: holders.get(post.id) ?? null,
      now: own.find(isNow) ?? null,
      later: own.filter((one) => one.fromDay > day),
      before: own.filter((one) => !isNow(one) && one.fromDay <= day),
    };
  });
}

export type FoundPerson = {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly units: readonly string[];
};

export type PostPage = {
  readonly post: PostFile;
  readonly organisation: OrganisationView;
  readonly mayKeep: boolean;
  readonly mayAppoint: boolean;
  /** People found by the words, to be appointed; null while nobody was searched for. */
  readonly found: readonly FoundPerson[] | null;
};

/** One post with the people found by `words`, or null: not there, or not for this reader. */
export async function postPage(tx: Tx, id: string, words: string): Promise<PostPage | null> {
  if (!isUuid(id) || !mayReadRegister(tx.actor).ok) return null;
  const [post] = await postFiles(tx, { postId: id });
  const [organisation] = post ? await organisationRows(tx, [post.orgId], dayOf(tx.now)) : [];
  if (!post || !organisation || !toldOfPosts(tx.actor, organisation)) return null;
  const mayAppoint = mayKeep(tx.actor, 'appoint').ok;
  return {
    post,
    organisation,
    mayKeep: mayKeep(tx.actor, 'add-post').ok,
    mayAppoint,
    found: mayAppoint ? await findPeople(tx, words) : null,
  };
}

const MOST_FOUND = 20;

/** People by name, phone tail or room; null when nothing was typed. */
export async function findPeople(tx: Tx, words: string): Promise<FoundPerson[] | null> {
  if (words.trim() === '') return null;
  const found = await peopleList(tx, { words, after: null });
  if (!found.ok) return null;
  return found.value.people
    .slice(0, MOST_FOUND)
    .map(({ id, name, nameEn, units }) => ({ id, name, nameEn, units }));
}
