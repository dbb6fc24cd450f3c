/** Somebody who acts for an elder who agreed. Pure. */

/** How the elder agreed: on paper, or in words read out by staff. */
export const CONSENT_KINDS = ['PAPER', 'SPOKEN'] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

/** A proxy in force, with names as the reader may see them. */
export type ProxyView = {
  readonly id: string;
  readonly principalId: string;
  readonly principalName: string;
  readonly proxyId: string;
  readonly proxyName: string;
  readonly consentKind: ConsentKind;
  readonly recordedAt: Date;
  readonly reviewDue: string;
  /** `OVERDUE`: still works for {@link GRACE_DAYS}; `SUSPENDED`: no longer, until reviewed. */
  readonly standing: ProxyStanding;
};

export const PROXY_STANDINGS = ['IN_FORCE', 'OVERDUE', 'SUSPENDED'] as const;
export type ProxyStanding = (typeof PROXY_STANDINGS)[number];

/** Days after the review was due for which a proxy still works. */
export const GRACE_DAYS = 30;
