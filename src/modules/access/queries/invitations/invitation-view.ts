import { peopleByIds, postsHeldBy } from '#modules/registry/facade.server.ts';
import { staffAccounts } from '#platform/auth/staff-accounts.ts';
import type { Tx } from '#platform/db/database.ts';
import { dayOf } from '#platform/i18n/dates.ts';
import type { InvitationView } from '../../contract/invitations.ts';
import { mayAccept } from '../../rules/invitations/invitation.ts';
import { invitationByHash } from '../../store/invitations/staff-invitations.ts';

/** What the holder of a link is shown; null when the link opens nothing, whatever the reason. */
export async function invitationView(tx: Tx, tokenHash: string): Promise<InvitationView | null> {
  const invitation = await invitationByHash(tx, tokenHash);
  if (!invitation) return null;
  const { personId, postId } = invitation;
  const posts = await postsHeldBy(tx, personId, dayOf(tx.now));
  const post = posts.find((held) => held.postId === postId);
  const person = (await peopleByIds(tx, [personId])).get(personId);
  if (!post || !person || !mayAccept(invitation, { holdsPost: true, now: tx.now }).ok) return null;
  const account = (await staffAccounts(tx, [personId])).get(personId);
  return {
    purpose: invitation.purpose,
    personId,
    name: person.name,
    nameEn: person.nameEn,
    postNameZh: post.nameZh,
    postNameEn: post.nameEn,
    orgNameZh: post.orgNameZh,
    orgNameEn: post.orgNameEn,
    loginName: account?.loginName ?? null,
    hasAccount: account !== undefined,
    expiresAt: invitation.expiresAt,
  };
}
