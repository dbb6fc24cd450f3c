import { type Result, refuse } from '#kernel/result.ts';
import { organisationsByIds, postsByIds } from '#modules/registry/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import { resetSecondFactorOf, staffAccounts } from '#platform/auth/staff-accounts.ts';
import type { Tx } from '#platform/db/database.ts';
import { STAFF_ACCESS_EVENTS } from '../../contract/invitations.ts';
import { mayLookAfterStaff } from '../../permissions.ts';

/** Longest reason that is kept. */
export const LONGEST_REASON = 200;

/**
 * Takes the second factor off somebody who lost phone and recovery codes, with a reason that the person is
 * told. Their sessions end; where their post demands one, they set it up anew when they sign in.
 *
 * @returns refusals `access.not-a-head`, `access.reason-missing`, `access.not-yourself`,
 * `access.no-second-factor`, `access.account-elsewhere`.
 */
export async function resetSecondFactor(
  tx: Tx,
  given: { readonly personId: string; readonly reason: string },
): Promise<Result<void>> {
  const may = mayLookAfterStaff(tx.actor, 'reset-second-factor');
  if (!may.ok) return may;
  const reason = given.reason.trim().slice(0, LONGEST_REASON);
  if (reason === '') return refuse('access.reason-missing', { field: 'reason' });
  if (given.personId === tx.actor.personId) return refuse('access.not-yourself');
  const account = (await staffAccounts(tx, [given.personId])).get(given.personId);
  if (!account?.secondFactorSince) return refuse('access.no-second-factor');
  if (account.elsewhere && tx.actor.role !== 'SYS') return refuse('access.account-elsewhere');
  await resetSecondFactorOf(tx, account.accountId, { ...(await whoResets(tx)), reason });
  await appendEvent(tx, {
    subjectKind: 'person',
    subjectId: given.personId,
    kind: STAFF_ACCESS_EVENTS.secondFactorReset,
    reason,
  });
  return { ok: true, value: undefined };
}

/** The post in which it was done, in both languages; for the operator none. */
async function whoResets(tx: Tx): Promise<{ by: string; byEn: string }> {
  const { post } = tx.actor;
  if (!post) return { by: '', byEn: '' };
  const own = (await postsByIds(tx, [post.postId])).get(post.postId);
  const org = (await organisationsByIds(tx, [post.orgId])).get(post.orgId);
  return {
    by: [org?.nameZh, own?.nameZh].filter(Boolean).join(' '),
    byEn: [org?.nameEn, own?.nameEn].filter(Boolean).join(', '),
  };
}
