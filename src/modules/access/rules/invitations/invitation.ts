/** When an invitation's link opens the door. */
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { InvitationState } from '../../contract/invitations.ts';

/** A link holds for a week: long enough for somebody on leave, short enough for a lost slip of paper. */
export const INVITATION_DAYS = 7;
const DAY_MS = 86_400_000;

export type InvitationTimes = {
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
};

/** The moment from which a link issued now is worth nothing. */
export function invitationEnd(issuedAt: Date): Date {
  return new Date(issuedAt.getTime() + INVITATION_DAYS * DAY_MS);
}

/** Where an invitation stands at a moment. What happened first counts. */
export function invitationState(times: InvitationTimes, now: Date): InvitationState {
  if (times.usedAt !== null) return 'USED';
  if (times.revokedAt !== null) return 'REVOKED';
  return now < times.expiresAt ? 'OPEN' : 'EXPIRED';
}

/** Whether an invitation may be used now. All that is wrong reads the same: the link does not work any more. */
export function mayAccept(
  invitation: InvitationTimes | null,
  facts: { readonly holdsPost: boolean; readonly now: Date },
): Result<void> {
  const open = invitation !== null && invitationState(invitation, facts.now) === 'OPEN';
  return open && facts.holdsPost ? ok() : refuse('access.invitation-over');
}

export type InviteFacts = {
  readonly holdsPost: boolean;
  /** The person's account here; null without one. */
  readonly account: { readonly hasPassword: boolean; readonly elsewhere: boolean } | null;
};

/**
 * What an invitation of this person is for. An account that also serves another neighborhood is not ours to
 * open: whoever holds the link could enter there too.
 */
export function purposeOf({ holdsPost, account }: InviteFacts): Result<'ENTER' | 'NEW_PASSWORD'> {
  if (!holdsPost) return refuse('access.holds-no-post');
  if (account?.elsewhere) return refuse('access.account-elsewhere');
  return ok(account?.hasPassword ? 'NEW_PASSWORD' : 'ENTER');
}
