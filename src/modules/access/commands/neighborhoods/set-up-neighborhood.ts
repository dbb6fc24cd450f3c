import { type Result, refuse } from '#kernel/result.ts';
import {
  addOrganisation,
  addPerson,
  addPosts,
  appointPerson,
  foundNeighborhood,
} from '#modules/registry/facade.server.ts';
import { giveAddress, takenAddresses } from '#platform/auth/neighborhoods/address.ts';
import { spendSetupCode } from '#platform/auth/neighborhoods/setup-code.ts';
import type { Tx } from '#platform/db/database.ts';
import { dayOf } from '#platform/i18n/dates.ts';
import { mayLookAfterStaff } from '../../permissions.ts';
import {
  mayBeNamed,
  mayBeReached,
  mayKeepFirst,
  type NeighborhoodText,
  tidyNeighborhood,
} from '../../rules/neighborhoods/new-neighborhood.ts';
import { inviteStaff } from '../invitations/invite-staff.ts';

/** Names of the two organisations and their head posts, in both languages. */
export type FoundingNames = Readonly<
  Record<
    'committee' | 'branch' | 'director' | 'secretary',
    { readonly nameZh: string; readonly nameEn: string }
  >
>;

export type NewNeighborhood = NeighborhoodText & {
  readonly keeperPhone: string | null;
  readonly names: FoundingNames;
  /** Hash of the first keeper's invitation. */
  readonly tokenHash: string;
  /** The code that allows it, used up with it; null for the operator at the command line. */
  readonly setupCode: string | null;
};

/**
 * Sets up a neighborhood, all or nothing: its address, the residents' committee and the general branch with
 * their head posts, and the first keeper as director with an invitation. Run it as the program, in the new
 * neighborhood's own id.
 *
 * @returns refusals of the fields (`access.…-missing`, `-unreadable`, `-taken`, `-too-long`),
 * `access.phone-unreadable`, `access.setup-code-over`.
 */
export async function setUpNeighborhood(tx: Tx, typed: NewNeighborhood): Promise<Result<{ slug: string }>> {
  const may = mayLookAfterStaff(tx.actor, 'set-up-neighborhood');
  if (!may.ok) return may;
  const given = { ...typed, ...tidyNeighborhood(typed) };
  for (const check of [
    mayBeNamed(given),
    mayKeepFirst(given),
    mayBeReached(given, await takenAddresses(tx)),
  ]) {
    if (!check.ok) return check;
  }
  if (given.setupCode !== null && !(await spendSetupCode(tx, given.setupCode))) {
    return refuse('access.setup-code-over', { field: 'code' });
  }
  await giveAddress(tx, given.slug, given.host);
  const founded = await foundNeighborhood(tx, {
    code: given.code,
    nameZh: given.nameZh,
    nameEn: given.nameEn,
    statedPopulation: '',
    statedPartyMembers: '',
    statedSource: '',
  });
  if (!founded.ok) return founded;
  const director = await addHeads(tx, given);
  if (!director.ok) return director;
  const keeper = await inviteKeeper(tx, given, director.value);
  return keeper.ok ? { ok: true, value: { slug: given.slug } } : keeper;
}

/** The two organisations with their head posts. @returns the director's post. */
async function addHeads(tx: Tx, { names }: NewNeighborhood): Promise<Result<string>> {
  const fromDay = dayOf(tx.now);
  const posts: string[] = [];
  for (const [kind, org, head, code] of [
    ['RESIDENTS_COMMITTEE', names.committee, names.director, 'RC-DIR'],
    ['PARTY_GENERAL_BRANCH', names.branch, names.secretary, 'GB-SEC'],
  ] as const) {
    const added = await addOrganisation(tx, { kind, ...org, estateIds: [], fromDay, position: posts.length });
    if (!added.ok) return added;
    const post = await addPosts(tx, [
      { organisationId: added.value, code, ...head, duty: 'HEAD', isHead: true },
    ]);
    if (!post.ok) return post;
    posts.push(post.value[0] ?? '');
  }
  return { ok: true, value: posts[0] ?? '' };
}

async function inviteKeeper(tx: Tx, given: NewNeighborhood, postId: string): Promise<Result<string>> {
  const person = await addPerson(tx, { name: given.keeperName, phone: given.keeperPhone });
  if (!person.ok) {
    const isPhone = person.refusal.code === 'registry.phone-unreadable';
    return isPhone ? refuse('access.phone-unreadable', { field: 'keeperPhone' }) : person;
  }
  const appointed = await appointPerson(tx, { postId, personId: person.value, fromDay: dayOf(tx.now) });
  if (!appointed.ok) return appointed;
  return inviteStaff(tx, { personId: person.value, postId, tokenHash: given.tokenHash });
}
