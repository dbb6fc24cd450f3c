/** What people can agree to, one purpose at a time, and how an agreement is kept. Pure. */

/**
 * Purposes that need a separate consent, and that something in the program honours:
 * `PUBLISH_MATTER` one's matter may stand on the public board by itself ·
 * `REVEAL_REPORTER` the organisation one complains about may know who one is.
 */
export const PURPOSES = ['PUBLISH_MATTER', 'REVEAL_REPORTER'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** `LAPSED`: what was agreed to is no more, e.g. the matter now concerns another organisation. */
export type ConsentState = 'GIVEN' | 'WITHDRAWN' | 'LAPSED';

/**
 * `SELF` by oneself, signed in or on the form · `CODE` with the matter's code and query PIN · `SPOKEN`,
 * `PAPER`: recorded by staff, with a second person as witness.
 */
export type ConsentWay = 'SELF' | 'CODE' | 'SPOKEN' | 'PAPER';

export type PurposeRule = {
  /** What such a consent is about: each is given for one matter, never for everything. */
  readonly subjectKind: 'matter';
  /** Raised when the words change: an older consent was given to older words. */
  readonly wording: number;
  /** Articles of the Personal Information Protection Law it answers to. */
  readonly articles: readonly number[];
  /** Names one organisation as the receiver (art. 23). */
  readonly namesReceiver: boolean;
};

/** Each purpose as data. Words: `consents.purpose.<code>.name`, `.allows` and `.without`. None is given by default. */
export const PURPOSE_RULES: Readonly<Record<Purpose, PurposeRule>> = {
  PUBLISH_MATTER: { subjectKind: 'matter', wording: 1, articles: [13, 15, 25], namesReceiver: false },
  REVEAL_REPORTER: { subjectKind: 'matter', wording: 1, articles: [13, 15, 23], namesReceiver: true },
};

/** One row of the history: given, withdrawn or lapsed, when and how. */
export type Consent = {
  readonly purpose: Purpose;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly number: number;
  readonly state: ConsentState;
  readonly at: Date;
  readonly how: ConsentWay;
  readonly receiverOrgId: string | null;
  readonly wording: number;
  readonly recordedByPostId: string | null;
  readonly witnessPostId: string | null;
};
