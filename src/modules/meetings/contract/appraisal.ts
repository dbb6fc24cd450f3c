/** Appraisals 评议会: what others may know of them. Pure. */

/** Planned, scoring open, slips counted, published with what is to be put right. */
export const APPRAISAL_STATES = ['PLANNED', 'OPEN', 'COUNTED', 'PUBLISHED', 'CANCELLED'] as const;
export type AppraisalState = (typeof APPRAISAL_STATES)[number];

/** The work of an organisation or a finished project: never a person. */
export const APPRAISAL_OBJECTS = ['ORGANISATION', 'PROJECT'] as const;
export type AppraisalObject = (typeof APPRAISAL_OBJECTS)[number];

/** What can be done with an appraisal; words under `meetings.appraisal.do.<name>`. */
export const APPRAISAL_ACTIONS = [
  'plan-appraisal',
  'report-on-self',
  'open-scoring',
  'cast-slip',
  'enter-slip',
  'count-slips',
  'list-rectification',
  'publish-appraisal',
  'cancel-appraisal',
] as const;
export type AppraisalAction = (typeof APPRAISAL_ACTIONS)[number];

/** Marks on a slip, from bad to very good. */
export const LOWEST_SCORE = 1;
export const HIGHEST_SCORE = 5;

/** Fewer slips than this are not told by criterion: who scored what could be guessed. */
export const FEWEST_SLIPS = 5;

/** What has to be known of an appraisal before anybody may touch it. */
export type AppraisalFacts = {
  readonly state: AppraisalState;
  readonly orgId: string;
  /** The organisation appraised is the residents' committee itself, so another one convenes. */
  readonly isOfCommittee: boolean;
};

/** What the slips say about one criterion. */
export type CriterionResult = {
  readonly criterion: string;
  /** Slips on which it was scored. */
  readonly scored: number;
  /** Mean in hundredths, 437 is 4.37; null when nobody scored it, or too few to be told. */
  readonly mean: number | null;
  /** How many gave 1, 2, 3, 4, 5; null when too few. */
  readonly spread: readonly number[] | null;
};

export const APPRAISAL_SUBJECT = 'appraisal';

/** Events others may listen to. Of a slip that comes in there is none: nothing may say who scored when. */
export const APPRAISAL_EVENTS = {
  planned: 'meetings.appraisal-planned',
  selfReported: 'meetings.appraisal-self-reported',
  opened: 'meetings.appraisal-opened',
  counted: 'meetings.appraisal-counted',
  rectificationListed: 'meetings.appraisal-rectification-listed',
  published: 'meetings.appraisal-published',
  cancelled: 'meetings.appraisal-cancelled',
} as const;

/** Purpose of the hashes that codes of slips are known by. */
export const SLIP_CODE = 'appraisal-slip';
