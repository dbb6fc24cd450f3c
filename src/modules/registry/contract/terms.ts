/** Terms of owners' committees and their hand-over. Pure. */
import type { Day } from '../contract.ts';

/** `RUNNING` until it ended, `HANDING_OVER` until the new director accepted, then `HANDED_OVER`. */
export const TERM_STATES = ['RUNNING', 'HANDING_OVER', 'HANDED_OVER'] as const;
export type TermState = (typeof TERM_STATES)[number];

export type CommitteeTerm = {
  readonly id: string;
  readonly version: number;
  readonly organisationId: string;
  readonly number: number;
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly members: number;
  readonly state: TermState;
  readonly reportedOn: Day | null;
  readonly endedOn: Day | null;
  readonly endReason: string;
  readonly takenOver: readonly OpenWork[] | null;
  readonly acceptedAt: Date | null;
  readonly acceptedByPersonId: string | null;
};

/** Something that is not finished and passes to the next committee. */
export type OpenWork = {
  readonly kind: 'MATTER_LED' | 'MATTER_SHARED' | 'NOTICE' | 'TEAM';
  /** What people see: a matter's code, a notice's or team's title; never a resident's name. */
  readonly label: string;
};

/** What a neighborhood laid down about its owners' committees. */
export const COMPANY_CONFLICTS = ['REFUSE', 'WARN', 'ALLOW'] as const;
export type CompanyConflict = (typeof COMPANY_CONFLICTS)[number];

export type CommitteeRules = {
  readonly leastYears: number;
  readonly mostYears: number;
  readonly leastMembers: number;
  readonly smallEstateMembers: number;
  /** In 0.01 m². */
  readonly smallEstateArea: number;
  /** Months before the end of a term by which its committee reports. */
  readonly reportMonths: number;
  /** Somebody of the committee who works for the property company of the estate. */
  readonly companyConflict: CompanyConflict;
  /** Law and article, or the decision they come from. */
  readonly basis: string;
};
