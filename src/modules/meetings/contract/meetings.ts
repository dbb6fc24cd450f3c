/** A meeting 会议, its agenda and its minutes: what others may know of them. Pure. */

/** Life of a meeting (domain brief §4.3). */
export const MEETING_STATES = [
  'PLANNED',
  'AGENDA_OPEN',
  'AGENDA_FIXED',
  'NOTICED',
  'IN_SESSION',
  'MINUTES_DRAFT',
  'MINUTES_REVIEW',
  'SIGNED',
  'PUBLISHED',
  'ARCHIVED',
  'POSTPONED',
  'CANCELLED',
  'INQUORATE',
] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** Steps of a meeting; words under `meetings.do.<name>`. */
export const MEETING_STEPS = [
  'open-agenda',
  'fix-agenda',
  'reopen-agenda',
  'send-notice',
  'open-session',
  'close-session',
  'close-inquorate',
  'send-minutes',
  'redraft-minutes',
  'sign-minutes',
  'publish-minutes',
  'archive-meeting',
  'postpone-meeting',
  'set-new-day',
  'cancel-meeting',
] as const;
export type MeetingStep = (typeof MEETING_STEPS)[number];

/** What else is done with bodies, meetings and their items. */
export const MEETING_ACTIONS = [
  ...MEETING_STEPS,
  'constitute-body',
  'seat-body',
  'plan-meeting',
  'ask-topic',
  'settle-topic',
  'put-on-agenda',
  'change-agenda',
  'reply-invitation',
  'record-attendance',
  'keep-attendance-sheet',
  'say-here',
  'write-item',
  'write-position',
  'recuse',
  'take-item',
  'conclude-item',
  'resolve-item',
  'defer-item',
  'write-remarks',
  'review-minutes',
  'add-addendum',
] as const;
export type MeetingAction = (typeof MEETING_ACTIONS)[number];

/** Where an item of the agenda comes from. */
export const ITEM_SOURCES = [
  'EARLIER_DECISIONS',
  'ESCALATION',
  'MATTER',
  'ACTION',
  'COMMITMENT',
  'TOPIC',
  'LEFT_OVER',
  'CHAIR',
] as const;
export type ItemSource = (typeof ITEM_SOURCES)[number];

export const ITEM_STATES = [
  'WAITING',
  'IN_DISCUSSION',
  'CONCLUDED',
  'DEFERRED',
  'NOT_REACHED',
  'DROPPED',
] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/**
 * How the chair concludes (domain brief §3.7): 一致, 基本一致（附保留）, 上报街道, 转业主表决, 转协调会; an item of
 * information is noted; a forum or a pre-stage hands on to the body above it. Only the first two may carry a resolution.
 */
export const OUTCOMES = [
  'CONSENSUS',
  'BROAD_CONSENSUS',
  'NOTED',
  'TO_OWNERS',
  'TO_COORDINATION',
  'TO_STREET',
  'TO_PARENT',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Fields of an item written in and after the session, in the order of the minutes: 情况 → 会议认为 → 要求. */
export const ITEM_FIELDS = ['SITUATION', 'OPINION', 'REQUIREMENT'] as const;
export type ItemField = (typeof ITEM_FIELDS)[number];

export const REPLIES = ['COMING', 'ALTERNATE', 'NOT_COMING'] as const;
export type Reply = (typeof REPLIES)[number];

export const PRESENCES = ['PRESENT', 'ALTERNATE', 'ONLINE', 'EXCUSED', 'ABSENT'] as const;
export type Presence = (typeof PRESENCES)[number];

/** Figures of an item's one-page brief; words under `meetings.fact.<name>`. `TEXT` is typed: `被占车位：86 个`. */
export const FACT_KEYS = [
  'TEXT',
  'REPORTED_ON',
  'DUE_ON',
  'HOUSEHOLDS',
  'MERGED',
  'REDONE',
  'RETURNED',
  'SAME_PLACE',
  'PUT_OFF',
  'ASKED_BY',
  'LED_BY',
] as const;
export type FactKey = (typeof FACT_KEYS)[number];
export type BriefFact = { readonly key: FactKey; readonly value: string };

/** Why something waits to be talked about; words under `meetings.why.<name>`. */
export const CANDIDATE_CAUSES = [
  'ESCALATED',
  'HELP',
  'CHRONIC',
  'ENDORSED',
  'OVERDUE',
  'ASKED',
  'NOT_REACHED',
  'DEFERRED',
  'HANDED_ON',
] as const;
export type CandidateCause = (typeof CANDIDATE_CAUSES)[number];

/** Something that should stand on the next agenda. */
export type Candidate = {
  readonly source: ItemSource;
  readonly sourceId: string;
  readonly cause: CandidateCause;
  readonly title: string;
  readonly question: string;
  readonly background: string;
  readonly facts: readonly BriefFact[];
  readonly leadOrgId: string | null;
  /** Ways it could be settled, one a line. */
  readonly options?: string;
  /** Where the desk reads more of it. */
  readonly to: string | null;
  /** Of a topic, for whoever declines it. */
  readonly version?: number;
};

/** What has to be known of a meeting before anybody may touch it. */
export type MeetingFacts = {
  readonly state: MeetingState;
  readonly convenerOrgId: string;
  readonly secretaryPostId: string;
  /** Organisations that have a seat in it. */
  readonly seatOrgIds: readonly string[];
};

export const MEETING_SUBJECTS = { meeting: 'meeting', item: 'agenda-item', topic: 'meeting-topic' } as const;

/** Subject kind of a photo of a signed attendance list. */
export const SHEET_SUBJECT = 'attendance-sheet';

/** Subject kind of the public minutes at the gate. */
export const MINUTES_SUBJECT = 'meeting-minutes';

/** Events others may listen to, besides those called as the step. */
export const MEETING_EVENTS = {
  planned: 'meetings.planned',
  agendaClosed: 'meetings.agenda-closed',
  itemConcluded: 'meetings.item-concluded',
  itemDeferred: 'meetings.item-deferred',
  /** An item was put off because whoever was to lead it did not come; the street is told. */
  leadAbsent: 'meetings.lead-absent',
  published: 'meetings.published',
} as const;
