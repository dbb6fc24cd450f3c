/** Commitments 承诺: what an organisation takes on in the agreement. Pure. */

export const COMMITMENT_PERIODS = ['MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR'] as const;
export type CommitmentPeriod = (typeof COMMITMENT_PERIODS)[number];

/** What the program counts itself, from matters: reporters contacted in time, work done in time. */
export const MEASURES = ['CONTACT_IN_TIME', 'REPAIR_IN_TIME'] as const;
export type Measure = (typeof MEASURES)[number];

/** How many of those that fell due were in time. */
export type Count = { readonly inTime: number; readonly due: number };

export type CommitmentState = 'DRAFT' | 'ACTIVE' | 'REVISED' | 'LAPSED';

/** One time it falls due: a quarter's check of the lamps, or the only time there is. */
export const INSTANCE_STATES = ['ACTIVE', 'EVIDENCED', 'CONFIRMED', 'DROPPED'] as const;
export type InstanceState = (typeof INSTANCE_STATES)[number];

/**
 * How it stands on a day: `LATER` has not begun, `MISSED` is past its day without evidence (domain brief §4.5), or the
 * count fell short; `NONE_DUE`: there was nothing to count.
 */
export type InstanceStanding = InstanceState | 'LATER' | 'MISSED' | 'NONE_DUE';

/** From when to when something is to be done; both days counted. */
export type Due = { readonly fromDay: string; readonly dueOn: string };

export const COMMITMENT_SUBJECT = 'commitment';

export const COMMITMENT_EVENTS = {
  taken: 'agreements.commitment-taken',
  crossedOut: 'agreements.commitment-crossed-out',
  revised: 'agreements.commitment-revised',
  evidenced: 'agreements.commitment-evidenced',
  confirmed: 'agreements.commitment-confirmed',
  sentBack: 'agreements.commitment-sent-back',
} as const;
