/** What others may know of how staff get in. Pure. */

/** `ENTER`: the first account of somebody in a post. `NEW_PASSWORD`: somebody forgot theirs. */
export type InvitationPurpose = 'ENTER' | 'NEW_PASSWORD';

/** Where an invitation stands. */
export const INVITATION_STATES = ['OPEN', 'USED', 'REVOKED', 'EXPIRED'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** Events of staff access. Their subject is the person. */
export const STAFF_ACCESS_EVENTS = {
  invited: 'access.staff-invited',
  revoked: 'access.invitation-revoked',
  accepted: 'access.invitation-accepted',
  secondFactorReset: 'access.second-factor-reset',
} as const;

/** What an invitation's page shows to whoever holds the link. */
export type InvitationView = {
  readonly purpose: InvitationPurpose;
  readonly personId: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly postNameZh: string;
  readonly postNameEn: string;
  readonly orgNameZh: string;
  readonly orgNameEn: string;
  /** The name the person signs in by already; null when they choose one now. */
  readonly loginName: string | null;
  /** The person has an account here already, so that no other account can be connected. */
  readonly hasAccount: boolean;
  readonly expiresAt: Date;
};
