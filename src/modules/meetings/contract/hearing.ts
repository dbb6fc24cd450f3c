/** Hearings 听证会: what others may know of them. Pure. */

/** Life of one round (domain brief §3.6, §4.3): announced and recruiting, set, held, answered. */
export const ROUND_STATES = ['RECRUITING', 'SET', 'HELD', 'ANSWERED', 'CANCELLED'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** Before a decision is taken, or while it is being carried out (「实施前听证，实施中再听证」). */
export const HEARING_STAGES = ['BEFORE', 'DURING'] as const;
export type HearingStage = (typeof HEARING_STAGES)[number];

/** What somebody who signs up thinks of it; `OPEN` has not made up their mind. */
export const STANCES = ['SUPPORT', 'OPPOSE', 'CONDITION', 'OPEN'] as const;
export type Stance = (typeof STANCES)[number];

/** An opinion in the register says one of these. */
export const OPINION_STANCES = ['SUPPORT', 'OPPOSE', 'CONDITION'] as const;
export type OpinionStance = (typeof OPINION_STANCES)[number];

/** How an opinion came into the register. */
export const OPINION_SOURCES = ['SIGN_UP', 'IN_WRITING', 'AT_HEARING'] as const;
export type OpinionSource = (typeof OPINION_SOURCES)[number];

/** What becomes of an opinion 采纳/部分采纳/不采纳, each with a reason. */
export const VERDICTS = ['ADOPTED', 'PARTLY', 'NOT_ADOPTED'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What can be done with a round; words under `meetings.hearing.do.<name>`. */
export const HEARING_ACTIONS = [
  'announce-hearing',
  'sign-up',
  'sign-up-for-others',
  'withdraw-sign-up',
  'seat-participants',
  'set-hearing',
  'postpone-hearing',
  'cancel-hearing',
  'enter-opinion',
  'hold-hearing',
  'answer-opinion',
  'publish-answers',
] as const;
export type HearingAction = (typeof HEARING_ACTIONS)[number];

/** What the balance of a hearing asks for (§4.3): half directly affected, opponents and elders among them. */
export const BALANCE_PARTS = ['affected', 'opponents', 'elders'] as const;
export type BalancePart = (typeof BALANCE_PARTS)[number];

/** Subjects: of the events a hearing, at the gate its answers, of a look at a phone the sign-up. */
export const HEARING_SUBJECTS = {
  hearing: 'hearing',
  answers: 'hearing-answers',
  signUp: 'hearing-sign-up',
} as const;

/** Events others may listen to; they name nobody. */
export const HEARING_EVENTS = {
  announced: 'meetings.hearing-announced',
  signedUp: 'meetings.hearing-signed-up',
  signUpWithdrawn: 'meetings.hearing-sign-up-withdrawn',
  seated: 'meetings.hearing-seated',
  set: 'meetings.hearing-set',
  postponed: 'meetings.hearing-postponed',
  cancelled: 'meetings.hearing-cancelled',
  opinionEntered: 'meetings.hearing-opinion-entered',
  held: 'meetings.hearing-held',
  opinionAnswered: 'meetings.hearing-opinion-answered',
  answered: 'meetings.hearing-answered',
} as const;
