import {
  holdersOf,
  organisations,
  peopleByIds,
  postsHeldBy,
  postsOf,
} from '#modules/registry/facade.server.ts';
import { type StaffAccountView, staffAccounts } from '#platform/auth/staff-accounts.ts';
import type { Tx } from '#platform/db/database.ts';
import { dayOf } from '#platform/i18n/dates.ts';
import type { InvitationState } from '../../contract/invitations.ts';
import { mayLookAfterStaff } from '../../permissions.ts';
import { invitationState } from '../../rules/invitations/invitation.ts';
import { type InvitationRow, invitationRowsOf } from '../../store/invitations/staff-invitations.ts';

/** How far somebody has got: in, invited, or not yet. */
export type StaffState = 'IN' | 'INVITED' | 'OUTSIDE';

export type StaffEntry = {
  readonly personId: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly posts: readonly { readonly nameZh: string; readonly nameEn: string }[];
  readonly state: StaffState;
  /** Until when the open invitation holds. */
  readonly invitedUntil: Date | null;
  readonly hasSecondFactor: boolean;
};

/** An organisation with the holders of its posts. */
export type StaffGroup = {
  readonly orgId: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly staff: readonly StaffEntry[];
};

function canSignIn(account: StaffAccountView | undefined): boolean {
  return account !== undefined && !account.isDisabled && account.hasPassword;
}

function openInvitation(invitations: readonly InvitationRow[], now: Date): InvitationRow | undefined {
  return invitations.find((one) => invitationState(one, now) === 'OPEN');
}

/** Everybody who holds a post today, by organisation, and whether they can sign in; null: not for this reader. */
export async function staffAccess(tx: Tx): Promise<StaffGroup[] | null> {
  if (!mayLookAfterStaff(tx.actor, 'see-staff-access').ok) return null;
  const day = dayOf(tx.now);
  const orgs = await organisations(tx, day);
  const posts = await postsOf(
    tx,
    orgs.map((org) => org.id),
  );
  const holders = await holdersOf(
    tx,
    posts.map((post) => post.id),
    day,
  );
  const held = posts.flatMap((post) => {
    const holder = holders.get(post.id);
    return holder?.as === 'HOLDER' ? [{ post, holder }] : [];
  });
  const personIds = [...new Set(held.map(({ holder }) => holder.personId))];
  const accounts = await staffAccounts(tx, personIds);
  const invitations = await invitationRowsOf(tx, personIds);
  const entryOf = (personId: string, orgId: string): StaffEntry => {
    const own = held.filter(({ holder, post }) => holder.personId === personId && post.orgId === orgId);
    const account = accounts.get(personId);
    const open = openInvitation(
      invitations.filter((one) => one.personId === personId),
      tx.now,
    );
    const holder = own[0]?.holder;
    return {
      personId,
      name: holder?.name ?? '',
      nameEn: holder?.nameEn ?? null,
      posts: own.map(({ post: { nameZh, nameEn } }) => ({ nameZh, nameEn })),
      state: canSignIn(account) ? 'IN' : open ? 'INVITED' : 'OUTSIDE',
      invitedUntil: open?.expiresAt ?? null,
      hasSecondFactor: account?.secondFactorSince != null,
    };
  };
  return orgs
    .map(({ id, nameZh, nameEn }) => {
      const people = held.filter(({ post }) => post.orgId === id).map(({ holder }) => holder.personId);
      return { orgId: id, nameZh, nameEn, staff: [...new Set(people)].map((one) => entryOf(one, id)) };
    })
    .filter(({ staff }) => staff.length > 0);
}

/** One holder of posts: the account, and the invitations so far with their state. */
export type StaffPerson = {
  readonly personId: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly posts: readonly {
    readonly postId: string;
    readonly nameZh: string;
    readonly nameEn: string;
    readonly orgNameZh: string;
    readonly orgNameEn: string;
  }[];
  readonly account: StaffAccountView | null;
  readonly isSelf: boolean;
  readonly invitations: readonly {
    readonly id: string;
    readonly purpose: InvitationRow['purpose'];
    readonly issuedAt: Date;
    readonly expiresAt: Date;
    readonly state: InvitationState;
  }[];
};

/** Somebody who holds a post, or null: nobody of that id here, without a post, or not for this reader. */
export async function staffPerson(tx: Tx, personId: string): Promise<StaffPerson | null> {
  if (!mayLookAfterStaff(tx.actor, 'see-staff-access').ok) return null;
  const person = (await peopleByIds(tx, [personId])).get(personId);
  const posts = await postsHeldBy(tx, personId, dayOf(tx.now));
  if (!person || posts.length === 0) return null;
  const account = (await staffAccounts(tx, [personId])).get(personId) ?? null;
  const invitations = await invitationRowsOf(tx, [personId]);
  return {
    personId,
    name: person.name,
    nameEn: person.nameEn,
    posts: posts.map(({ postId, nameZh, nameEn, orgNameZh, orgNameEn }) => ({
      postId,
      nameZh,
      nameEn,
      orgNameZh,
      orgNameEn,
    })),
    account,
    isSelf: tx.actor.personId === personId,
    invitations: invitations.map(({ id, purpose, issuedAt, expiresAt, ...times }) => ({
      id,
      purpose,
      issuedAt,
      expiresAt,
      state: invitationState({ expiresAt, ...times }, tx.now),
    })),
  };
}
