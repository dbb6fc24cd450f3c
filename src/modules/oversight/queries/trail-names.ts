import { matterTraces } from '#modules/matters/facade.server.ts';
import { noticeNumbers, publicNoticeNumbers } from '#modules/notices/facade.server.ts';
import type { TwoNames } from '#modules/registry/contract.ts';
import { organisationsByIds, peopleByIds, postsByIds } from '#modules/registry/facade.server.ts';
import type { TrailEntry } from '#platform/audit/trail.ts';
import type { Tx } from '#platform/db/database.ts';
import { type Named, namedInTrail } from '../rules/who-is-named.ts';

/** Who did it: the post with its organisation, and the person as far as the reader may know. */
export type TrailActor = {
  /** Offered as a filter; only of people in posts. */
  readonly personId: string | null;
  readonly person: Named;
  readonly post: (TwoNames & { readonly id: string }) | null;
  readonly org: TwoNames | null;
};

/** One line of the trail as its reader sees it. */
export type TrailLine = Pick<TrailEntry, 'id' | 'at' | 'kind' | 'seq' | 'role' | 'subjectKind' | 'reason'> & {
  readonly who: TrailActor;
  readonly onBehalf: Named | null;
  /** What people call the subject, and the page where it is; null when it has no name of its own. */
  readonly subject: { readonly name: TwoNames | null; readonly to: string | null };
};

const both = (name: string): TwoNames => ({ nameZh: name, nameEn: name });

/** Names of what the entries are about and who did it, masked for the reader. */
export async function namedLines(tx: Tx, entries: readonly TrailEntry[]): Promise<TrailLine[]> {
  const about = (kind: string) =>
    entries.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId);
  const ids = (id: keyof TrailEntry) => entries.flatMap((entry) => (entry[id] as string | null) ?? []);
  const people = await peopleByIds(tx, [...ids('personId'), ...ids('onBehalfOf')]);
  const posts = await postsByIds(tx, [...ids('postId'), ...about('post')]);
  const orgIds = [...[...posts.values()].map(({ orgId }) => orgId), ...about('organisation')];
  const orgs = await organisationsByIds(tx, orgIds);
  const matters = await matterTraces(tx, about('matter'));
  const notices = new Map([
    ...(await noticeNumbers(tx, about('works-notice'))),
    ...(await publicNoticeNumbers(tx, about('public-notice'))),
  ]);
  const subjectOf = ({ subjectKind, subjectId }: TrailEntry): TrailLine['subject'] => {
    const code = subjectKind === 'matter' ? matters.get(subjectId)?.code : undefined;
    if (code) return { name: both(code), to: `/desk/matters/${code}` };
    const number =
      subjectKind === 'works-notice' || subjectKind === 'public-notice' ? notices.get(subjectId) : undefined;
    if (number) return { name: both(number), to: `/notices/${number}` };
    const named = subjectKind === 'post' ? posts.get(subjectId) : orgs.get(subjectId);
    return { name: named ? { nameZh: named.nameZh, nameEn: named.nameEn } : null, to: null };
  };
  return entries.map((entry) => {
    const hidden = entry.subjectKind === 'matter' && (matters.get(entry.subjectId)?.hidesReporter ?? true);
    const inPost = entry.postId !== null;
    const post = entry.postId ? (posts.get(entry.postId) ?? null) : null;
    const name = (id: string | null) => (id ? (people.get(id)?.name ?? null) : null);
    const { id, at, kind, seq, role, subjectKind } = entry;
    return {
      id,
      at,
      kind,
      seq,
      role,
      subjectKind,
      // What a hidden reporter wrote could tell who they are.
      reason: hidden && !inPost ? null : entry.reason,
      who: {
        personId: inPost ? entry.personId : null,
        person: namedInTrail(name(entry.personId), { inPost, hidden }),
        post,
        org: post ? (orgs.get(post.orgId) ?? null) : null,
      },
      onBehalf: entry.onBehalfOf ? namedInTrail(name(entry.onBehalfOf), { inPost: false, hidden }) : null,
      subject: subjectOf(entry),
    };
  });
}
