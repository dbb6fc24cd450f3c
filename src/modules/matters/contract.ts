/** What others may know of matters: ids, states, actions, events. Pure. */

/** States of a matter (domain brief §4.1). Redo and reopening are transitions, not states. */
export const MATTER_STATUSES = [
  'SUBMITTED',
  'ACCEPTED',
  'ASSIGNED',
  'IN_PROGRESS',
  'WAITING_REQUESTER',
  'WAITING_EXTERNAL',
  'PARKED',
  'ESCALATED',
  'DONE_BY_HANDLER',
  'FOLLOW_UP',
  'CLOSED_CONFIRMED',
  'CLOSED_UNCONFIRMED',
  'CLOSED_EXPLAINED',
  'DECLINED',
  'MERGED',
  'WITHDRAWN',
] as const;
export type MatterStatus = (typeof MATTER_STATUSES)[number];

/** States in which nothing more is expected of anybody. */
export const FINAL_STATUSES: readonly MatterStatus[] = [
  'CLOSED_CONFIRMED',
  'CLOSED_UNCONFIRMED',
  'CLOSED_EXPLAINED',
  'DECLINED',
  'MERGED',
  'WITHDRAWN',
];

export const MATTER_KINDS = ['ENQUIRY', 'HELP', 'COMPLAINT', 'SUGGESTION', 'REPORT', 'PRAISE'] as const;
export type MatterKind = (typeof MATTER_KINDS)[number];

/** Urgency (domain brief §3.8): P0 danger, P1 urgent, P2 ordinary, P2A enquiry or idea, P3 complex. */
export const LEVELS = ['P0', 'P1', 'P2', 'P2A', 'P3'] as const;
export type Level = (typeof LEVELS)[number];

/** `A01` … `H99`; the tree is in rules/intake/categories.ts. */
export type CategoryCode = string;

/** The way a matter came in, kept honestly. `HOTLINE` is a copy of a 12345 order. */
export const CHANNELS = ['WEB', 'PHONE', 'DESK', 'PAPER', 'PATROL', 'ORGANISATION', 'HOTLINE'] as const;
export type Channel = (typeof CHANNELS)[number];

export const DECLINE_REASONS = ['OUT_OF_SCOPE', 'NO_FACTS', 'IN_COURT', 'FINALLY_ANSWERED'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

export const PARKING_CAUSES = ['PLANNING', 'FUNDS', 'LAW', 'SEASON', 'THIRD_PARTY'] as const;
export type ParkingCause = (typeof PARKING_CAUSES)[number];

export const CONTACT_CHANNELS = ['PHONE', 'VISIT', 'MESSAGE', 'DESK'] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];
export const CONTACT_RESULTS = ['REACHED', 'NO_ANSWER', 'WRONG_NUMBER', 'DECLINED'] as const;
export type ContactResult = (typeof CONTACT_RESULTS)[number];

export const TRACK_KINDS = ['RESIDENT', 'COORDINATION'] as const;
export type TrackKind = (typeof TRACK_KINDS)[number];

export const MATTER_ROLES = ['COORDINATOR', 'MEDIATOR', 'LIAISON'] as const;
export type MatterRole = (typeof MATTER_ROLES)[number];

/** What the program does by itself when the time comes. */
export const TIMER_KINDS = [
  'ACCEPT_OVERDUE',
  'LEAD_ACCEPT_OVERDUE',
  'FIRST_ACTION_OVERDUE',
  'CONTACT_DUE_SOON',
  'CONTACT_OVERDUE',
  'HANDLE_DUE_SOON',
  'HANDLE_OVERDUE',
  'HANDLE_OVERDUE_RED',
  'PROGRESS_EXPECTED',
  'REQUESTER_SILENT',
  'PARKING_REVIEW',
  'FOLLOW_UP_OVERDUE',
  'CLOSE_UNCONFIRMED',
] as const;
export type TimerKind = (typeof TIMER_KINDS)[number];

/** Everything that can be done to a matter. Guards, buttons and tests all come from these names. */
export const MATTER_ACTIONS = [
  'accept',
  'decline',
  'appeal-decline',
  'merge',
  'reclassify',
  'assign',
  'accept-assignment',
  'return-assignment',
  'rule-on-return',
  'record-contact',
  'add-note',
  'record-visit',
  'open-tracks',
  'update-track',
  'close-track',
  'set-roles',
  'add-co-handler',
  'wait-for-requester',
  'wait-for-external',
  'resume',
  'reply',
  'request-extension',
  'decide-extension',
  'request-parking',
  'decide-parking',
  'end-parking',
  'supervise',
  'flag-chronic',
  'escalate',
  'report-done',
  'take-follow-up',
  'record-follow-up',
  'answer-follow-up',
  'rule-on-redo',
  'propose-explanation',
  'confirm-explanation',
  'reopen',
  'ask-withdrawal',
  'decide-withdrawal',
  'urge',
  'endorse',
  'link-external',
  'hide-text',
  'add-photo',
  'correct-entry',
  'change-consent',
] as const;
export type MatterAction = (typeof MATTER_ACTIONS)[number];

/** Subject kinds of what goes through the gate: the line for the public, a photo. */
export const LINE_SUBJECT = 'matter-line';
export const PHOTO_SUBJECT = 'matter-photo';

/** Subject kind of a matter's events, files and contact reads. */
export const MATTER_SUBJECT = 'matter';

/** What a meeting's decision means for a matter it came from; payload {@link DecisionNews}. Its reporter reads it. */
export const DECISION_EVENTS = {
  /** What was resolved. */
  made: 'matters.decision-made',
  /** An organisation took something on, until a day. */
  takenOn: 'matters.decision-taken-on',
  /** It may take longer: the day that holds now. */
  laterDay: 'matters.decision-later-day',
  /** Long overdue; the street has been told. */
  late: 'matters.decision-late',
  /** The organisation says it is done; others and the reporter are asked. */
  done: 'matters.decision-done',
  struckOff: 'matters.decision-struck-off',
  /** What was done came undone and begins again. */
  undone: 'matters.decision-undone',
  /** The resolution no longer stands. */
  ended: 'matters.decision-ended',
} as const;
export type DecisionEvent = (typeof DECISION_EVENTS)[keyof typeof DECISION_EVENTS];

/** Payload of {@link DECISION_EVENTS}; what is told is public, with nobody's name in it. */
export type DecisionNews = {
  /** `R-2026-09`; its page is open to all. */
  readonly decision: string;
  readonly text: string;
  readonly leadOrgId?: string;
  /** `2026-04-20` */
  readonly dueOn?: string;
};

/** What became of a matter that climbed (domain brief §4.2); payload {@link ClimbNews}. Its reporter reads it. */
export const CLIMB_EVENTS = {
  /** Goes to a joint or coordination meeting, or a hearing. */
  scheduled: 'matters.climb-scheduled',
  /** The parties meet within days. */
  adHoc: 'matters.climb-ad-hoc',
  /** The owners have to decide. */
  toOwners: 'matters.climb-to-owners',
  toMediation: 'matters.climb-to-mediation',
  /** An organisation outside was asked; it has heard; it has answered. */
  whistled: 'matters.climb-whistled',
  acknowledged: 'matters.climb-acknowledged',
  answered: 'matters.climb-answered',
  /** Nobody answered: the street was told. */
  pressed: 'matters.climb-pressed',
  /** What can be said at the original deadline. */
  interim: 'matters.climb-interim',
  rejected: 'matters.climb-rejected',
  /** Decided otherwise than by a meeting's resolution, which tells of itself. */
  decided: 'matters.climb-decided',
  resolved: 'matters.climb-resolved',
} as const;
export type ClimbEvent = (typeof CLIMB_EVENTS)[keyof typeof CLIMB_EVENTS];

/** Payload of {@link CLIMB_EVENTS}. */
export type ClimbNews = {
  /** Said by whoever decided, for the reporter to read. */
  readonly text?: string;
  /** The organisation that was asked or has answered. */
  readonly orgId?: string;
  /** By when, `2026-04-20`. */
  readonly day?: string;
};

/** What has to be known of a matter before anybody may touch it. */
export type MatterFacts = {
  readonly status: MatterStatus;
  readonly leadOrgId: string | null;
  readonly coHandlerOrgIds: readonly string[];
  /** Organisation that raised it, when an organisation did. */
  readonly reporterOrgId: string | null;
  readonly reporterPersonId: string | null;
  /** Organisation the matter complains about. */
  readonly complainedOrgId: string | null;
  readonly enteredByPersonId: string | null;
  readonly returnCount: number;
  /** Waiting for a ruling after the second return. */
  readonly awaitsReturnRuling: boolean;
  /** Waiting for a ruling after the second redo. */
  readonly awaitsRedoRuling: boolean;
  /** Person who proposed to close with an explanation, when one is proposed. */
  readonly explanationProposedBy: string | null;
  /** The property company's desk of this estate may take the matter up. */
  readonly deskOrgIds: readonly string[];
  /** The actor proved with code and query PIN to be the reporter. */
  readonly provenByPin: boolean;
  /** The reporter of this matter, or of the one it was merged into, may see who handles it. */
  readonly anonymous: boolean;
};
