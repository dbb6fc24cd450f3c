/** Co-building agreement 共建协议: what others may know of it. Pure. */

/** Kept in the database; that its term ran out, the day tells (`EXPIRED`). */
export const AGREEMENT_STATES = [
  'DRAFTING',
  'CONSULTING',
  'SIGNING',
  'EFFECTIVE',
  'UNDER_REVIEW',
  'RENEWED',
  'AMENDED',
  'TERMINATED',
  'WITHDRAWN',
] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/** How an agreement stands on a day (domain brief §4.5). */
export type AgreementStanding = AgreementState | 'EXPIRED';

export const AGREEMENT_ACTIONS = [
  'draft-agreement',
  'consult-agreement',
  'open-signing',
  'withdraw-agreement',
  'note-forum',
  'sign-agreement',
  'record-paper-signature',
  'name-responsible',
  'leave-agreement',
  'review-agreement',
  'keep-agreement',
  'end-agreement',
  'take-commitment',
  'evidence-commitment',
  'judge-commitment',
] as const;
export type AgreementAction = (typeof AGREEMENT_ACTIONS)[number];

/** Whether a party is bound: it signed, has not yet, is to confirm what an earlier committee signed, or has left. */
export type PartyStanding = 'SIGNED' | 'UNSIGNED' | 'TO_CONFIRM' | 'LEFT';

/** The text itself; days are Asia/Shanghai days. */
export type AgreementText = {
  readonly label: string;
  readonly aims: string;
  readonly meetingRules: string;
  readonly disclosure: string;
  /** That it replaces neither the service contract nor what owners decide. */
  readonly statement: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Days between a party's notice and its last day. */
  readonly exitDays: number;
};

/** What one party brings, takes on, asks for and has at heart. */
export type PartyText = {
  readonly goals: string;
  readonly duties: string;
  readonly requirements: string;
  readonly interests: string;
};

export const AGREEMENT_SUBJECT = 'agreement';
/** What the picture of a signed sheet belongs to. */
export const SIGNATURE_SUBJECT = 'agreement-signature';

export const AGREEMENT_EVENTS = {
  drafted: 'agreements.agreement-drafted',
  consulted: 'agreements.agreement-consulted',
  signingOpened: 'agreements.agreement-signing-opened',
  withdrawn: 'agreements.agreement-withdrawn',
  signed: 'agreements.agreement-signed',
  left: 'agreements.agreement-left',
  signedOnPaper: 'agreements.agreement-signed-on-paper',
  responsibleNamed: 'agreements.responsible-named',
  askedAnew: 'agreements.agreement-asked-anew',
  reviewed: 'agreements.agreement-reviewed',
  kept: 'agreements.agreement-kept',
  ended: 'agreements.agreement-ended',
} as const;
