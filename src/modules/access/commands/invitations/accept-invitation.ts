import type { Result } from '#kernel/result.ts';
import { postsHeldBy } from '#modules/registry/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import { connectAccount, openStaffAccount } from '#platform/auth/staff-accounts.ts';
import type { Tx } from '#platform/db/database.ts';
import { dayOf } from '#platform/i18n/dates.ts';
import { STAFF_ACCESS_EVENTS } from '../../contract/invitations.ts';
import { mayAccept } from '../../rules/invitations/invitation.ts';
import { type InvitationRow, invitationByHash, markUsed } from '../../store/invitations/staff-invitations.ts';

/** How somebody accepts: with a name and password of their own choice, or with an account they have proven. */
export type Acceptance =
  | { readonly way: 'new'; readonly loginName: string; readonly password: string }
  | { readonly way: 'own'; readonly accountId: string };

/** Who came in. */
export type Accepted = { readonly accountId: string; readonly personId: string };

/**
 * Uses an invitation up: the person has an account from now on. Two who open the same link at once: one
 * gets in.
 *
 * @returns refusals `access.invitation-over`, and those of `openStaffAccount` and `connectAccount`.
 */
export async function acceptInvitation(
  tx: Tx,
  tokenHash: string,
  acceptance: Acceptance,
): Promise<Result<Accepted>> {
  const invitation = await invitationByHash(tx, tokenHash, true);
  const may = mayAccept(invitation, { holdsPost: await stillHolds(tx, invitation), now: tx.now });
  if (!may.ok || !invitation) return may as Result<never>;
  const { personId } = invitation;
  const account =
    acceptance.way === 'new'
      ? await openStaffAccount(tx, { personId, ...acceptance })
      : await connectAccount(tx, { personId, accountId: acceptance.accountId });
  if (!account.ok) return account;
  await markUsed(tx, invitation.id);
  await appendEvent(tx, {
    subjectKind: 'person',
    subjectId: personId,
    kind: STAFF_ACCESS_EVENTS.accepted,
    data: { invitationId: invitation.id, way: acceptance.way },
  });
  return { ok: true, value: { accountId: account.value, personId } };
}

async function stillHolds(tx: Tx, invitation: InvitationRow | null): Promise<boolean> {
  if (!invitation) return false;
  const held = await postsHeldBy(tx, invitation.personId, dayOf(tx.now));
  return held.some((post) => post.postId === invitation.postId);
}
