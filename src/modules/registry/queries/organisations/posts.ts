import type { Tx } from '#platform/db/database.ts';
import type { Day, HeldPost, Holder, PostView } from '../../contract.ts';
import { whoDoesTheWork } from '../../rules/organisations/stand-in.ts';
import { organisationRows } from '../../store/organisations/organisations.ts';
import {
  appointmentRowsOfPerson,
  appointmentRowsOn,
  type PostRow,
  postRows,
  postRowsOfOrganisations,
} from '../../store/organisations/posts.ts';

/** Posts of organisations, in their order. */
export async function postsOf(tx: Tx, orgIds: readonly string[]): Promise<PostView[]> {
  return (await postRowsOfOrganisations(tx, orgIds)).map(viewOf);
}

/** Posts by id; unknown ids are left out. */
export async function postsByIds(tx: Tx, ids: readonly string[]): Promise<Map<string, PostView>> {
  return new Map((await postRows(tx, [...new Set(ids)])).map((row) => [row.id, viewOf(row)]));
}

/**
 * Who does each post's work on a day: its holder, else the organisation's deputy, else its head
 * (`as` tells which). A post with nobody at all is not in the map.
 */
export async function holdersOf(tx: Tx, postIds: readonly string[], day: Day): Promise<Map<string, Holder>> {
  const wanted = await postRows(tx, [...new Set(postIds)]);
  const all = await postRowsOfOrganisations(tx, [...new Set(wanted.map((p) => p.orgId))]);
  const asked = new Set(postIds);
  const useful = all.filter((p) => asked.has(p.id) || p.isHead || p.duty === 'DEPUTY');
  const appointments = await appointmentRowsOn(
    tx,
    useful.map((p) => p.id),
    day,
  );
  const holders = new Map<string, Holder>();
  for (const post of wanted) {
    const colleagues = useful.filter((p) => p.orgId === post.orgId);
    const holder = whoDoesTheWork(post.id, colleagues, appointments, day);
    if (holder) holders.set(post.id, holder);
  }
  return holders;
}

/** The head of an organisation on a day, or the deputy while that post is vacant, or null. */
export async function headOf(tx: Tx, orgId: string, day: Day): Promise<Holder | null> {
  const posts = await postRowsOfOrganisations(tx, [orgId]);
  const head = posts.find((p) => p.isHead);
  if (!head) return null;
  return (await holdersOf(tx, [head.id], day)).get(head.id) ?? null;
}

/** Posts a person holds on a day: what they may choose to act in. Heads first, then the oldest appointment. */
export async function postsHeldBy(tx: Tx, personId: string, day: Day): Promise<HeldPost[]> {
  const appointments = await appointmentRowsOfPerson(tx, personId, day);
  const since = new Map(appointments.map((a) => [a.postId, a.fromDay]));
  const posts = await postRows(tx, [...since.keys()]);
  const orgs = await organisationRows(tx, [...new Set(posts.map((p) => p.orgId))], day);
  const orgById = new Map(orgs.map((org) => [org.id, org]));
  return posts
    .map((post) => ({
      postId: post.id,
      orgId: post.orgId,
      orgKind: post.orgKind,
      isHead: post.isHead,
      nameZh: post.nameZh,
      nameEn: post.nameEn,
      duty: post.duty,
      estateId: post.estateId,
      orgNameZh: orgById.get(post.orgId)?.nameZh ?? '',
      orgNameEn: orgById.get(post.orgId)?.nameEn ?? '',
      since: since.get(post.id) ?? day,
    }))
    .toSorted((a, b) => Number(b.isHead) - Number(a.isHead) || (a.since < b.since ? -1 : 1));
}

function viewOf({ position: _position, ...view }: PostRow): PostView {
  return view;
}
