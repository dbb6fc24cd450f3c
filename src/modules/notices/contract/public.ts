/** Announcements and public notices with an objection period: what others may know of them. Pure. */
import type { TwoNames } from '#modules/registry/contract.ts';

/** What is published, as the brief names it (§3.11). How long at least: `rules/public/periods.ts`. */
export const PUBLIC_KINDS = [
  'OWNERS_ASSEMBLY',
  'COMMITTEE_DECISION',
  'COMMITTEE_CANDIDATES',
  'AUDIT',
  'FUND',
  'COMMON_REVENUE',
  'BALLOT_ROLL',
  'RESOLUTION',
  'PLEDGE_ACCOUNTS',
  'COVENANT_BREACH',
  'ANNOUNCEMENT',
] as const;
export type PublicKind = (typeof PUBLIC_KINDS)[number];

/** Draft and review are a piece's at the gate; what is here has been approved (§4.13). */
export const PUBLIC_STATES = [
  'SCHEDULED',
  'LIVE',
  'OBJECTIONS_HANDLING',
  'CONCLUDED',
  'ARCHIVED',
  'SUPERSEDED',
] as const;
export type PublicState = (typeof PUBLIC_STATES)[number];

export const PUBLIC_STEPS = [
  'go-live',
  'object',
  'record-objection',
  'answer-objection',
  'extend-period',
  'end-period',
  'conclude',
  'archive',
  'supersede',
  'hang-up',
  'take-down',
] as const;
export type PublicStep = (typeof PUBLIC_STEPS)[number];

export const OBJECTION_CHANNELS = ['WEB', 'DESK', 'PHONE', 'PAPER'] as const;
export type ObjectionChannel = (typeof OBJECTION_CHANNELS)[number];
export const OBJECTION_OUTCOMES = ['ADOPTED', 'PARTLY', 'NOT_ADOPTED'] as const;
export type ObjectionOutcome = (typeof OBJECTION_OUTCOMES)[number];

/** Subject kinds of the events. */
export const PUBLIC_NOTICE_SUBJECT = 'public-notice';
export const OBJECTION_SUBJECT = 'notice-objection';

/** Events others may listen to, beside {@link PUBLIC_STEPS}. */
export const PUBLIC_NOTICE_EVENTS = {
  announced: 'notices.announced',
  replaced: 'notices.replaced',
  wentLive: 'notices.went-live',
  periodEnded: 'notices.period-ended',
  periodExtended: 'notices.period-extended',
  concluded: 'notices.concluded',
  archived: 'notices.archived',
  objected: 'notices.objected',
  objectionAnswered: 'notices.objection-answered',
  answerPublished: 'notices.answer-published',
  hungUp: 'notices.hung-up',
  takenDown: 'notices.taken-down',
} as const;

/** A notice as everybody may read it in a list. */
export type PublicNoticeView = {
  readonly id: string;
  /** `GS-2611-003` with an objection period, `GG-2611-001` without. */
  readonly number: string;
  readonly state: PublicState;
  readonly kind: PublicKind;
  readonly title: string;
  readonly body: string;
  readonly basis: string;
  /** Empty: the whole neighborhood. */
  readonly estates: readonly TwoNames[];
  readonly buildings: readonly number[];
  readonly days: number;
  readonly takesObjections: boolean;
  readonly startsAt: Date;
  /** The first moment after the period. */
  readonly endsAt: Date;
  readonly emergency: boolean;
  readonly contactPhone: string;
  readonly desk: string;
  readonly issuer: TwoNames | null;
};

/** An objection as everybody may read it: answered, and without the name. */
export type PublishedObjection = {
  readonly n: number;
  readonly objection: string;
  readonly answer: string;
  readonly outcome: ObjectionOutcome;
  readonly madeAt: Date;
  readonly answeredAt: Date;
};
