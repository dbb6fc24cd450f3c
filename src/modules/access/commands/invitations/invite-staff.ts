import { type Result, refuse } from '#kernel/result.ts';
import { postsHeldBy } from '#modules/registry/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import { staffAccounts } from '#platform/auth/staff-accounts.ts';
import type { Tx } from '#platform/db/database.ts';
import { dayOf } from '#platform/i18n/dates.ts';
import { STAFF_ACCESS_EVENTS } from '../../contract/invitations.ts';
import { mayLookAfterStaff } from '../../permissions.ts';
import { invitationEnd, purposeOf } from '../../rules/invitations/invitation.ts';
import { insertInvitation, revokeOpenInvitations } from '../../store/invitations/staff-invitations.ts';

export type InviteStaff = {
  readonly personId: string;
  readonly postId: string;
  /** Hash of the link's secret; the link itself is never stored. */
  readonly tokenHash: string;
};

/**
 * Invites the holder of a post by a link that works once, within seven days. A link from before stops
 * working. For somebody who has a password already, the link sets a new one.
 *
 * @returns the invitation's id; refusals `access.not-a-head`, `access.holds-no-post`,
 * `access.account-elsewhere`.
 */
export async function inviteStaff(tx: Tx, given: InviteStaff): Promise<Result<string>> {
  const may = mayLookAfterStaff(tx.actor, 'invite-staff');
  if (!may.ok) return may;
  if (given.personId === tx.actor.personId) return refuse('access.not-yourself');
  const held = await postsHeldBy(tx, given.personId, dayOf(tx.now));
  const holdsPost = held.some((post) => post.postId === given.postId);
  const account = (await staffAccounts(tx, [given.personId])).get(given.personId) ?? null;
  const purpose = purposeOf({ holdsPost, account });
  if (!purpose.ok) return purpose;
  await revokeOpenInvitations(tx, given.personId);
  const id = tx.newId();
  const { personId, postId } = given;
  const expiresAt = invitationEnd(tx.now);
  await insertInvitation(tx, { id, personId, postId, purpose: purpose.value, expiresAt }, given.tokenHash);
  await appendEvent(tx, {
    subjectKind: 'person',
    subjectId: personId,
    kind: STAFF_ACCESS_EVENTS.invited,
    data: { invitationId: id, postId, purpose: purpose.value },
  });
  return { ok: true, value: id };
}
