/** Who belongs to which party branch. Read by the party organisations concerned and by the person. Pure. */
import type { Day } from '../contract.ts';

/** `DUAL`: takes part here while the primary branch is elsewhere (domain brief S35). */
export const MEMBER_KINDS = ['PRIMARY', 'DUAL'] as const;
export type MemberKind = (typeof MEMBER_KINDS)[number];

/** How the person agreed that it is kept. */
export const AGREEMENTS = ['PAPER', 'SPOKEN'] as const;
export type Agreement = (typeof AGREEMENTS)[number];

export type Membership = {
  readonly id: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly kind: MemberKind;
  /** The unit of the primary branch, in words. */
  readonly homeUnit: string;
  /** Whom to reach there, by post. */
  readonly contact: string;
  readonly fromDay: Day;
  readonly toDay: Day | null;
};
