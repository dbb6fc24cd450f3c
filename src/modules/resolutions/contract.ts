/** Resolutions 议定事项 and their actions 落实事项: what others may know of them. Pure. */
import type { TwoNames } from '#modules/registry/contract.ts';

/**
 * Life of a resolution (domain brief §4.4). While the meeting sits it is a draft of the meeting's; once recorded it
 * is adopted, and in effect when every action has been taken on by its organisation: the meeting binds nobody.
 */
export const RESOLUTION_STATES = [
  'ADOPTED',
  'IN_EFFECT',
  'FULFILLED',
  'AMENDED',
  'RESCINDED',
  'LAPSED',
] as const;
export type ResolutionState = (typeof RESOLUTION_STATES)[number];

/** Ways a resolution ends before it is fulfilled; what is still open of it is dropped. */
export const ENDINGS = ['AMENDED', 'RESCINDED', 'LAPSED'] as const;
export type Ending = (typeof ENDINGS)[number];

/** Life of an action (domain brief §4.4). Being accepted is being in progress; overdue is a light, not a state. */
export const ACTION_STATES = [
  'PROPOSED',
  'CONTESTED',
  'IN_PROGRESS',
  'BLOCKED',
  'SUBMITTED',
  'VERIFYING',
  'STRUCK_OFF',
  'DROPPED',
] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** States in which nothing more is expected of anybody. */
export const OVER: readonly ActionState[] = ['STRUCK_OFF', 'DROPPED'];

/** What can be done with an action; words under `resolutions.do.<name>`. */
export const ACTION_STEPS = [
  'accept-action',
  'contest-action',
  'settle-contest',
  'submit-action',
  'check-action',
  'answer-as-requester',
  'record-answer',
  'strike-off',
  'return-action',
  'supervise-action',
  'grant-later',
  'refuse-later',
  'unblock-action',
  'transfer-action',
  'ask-later',
  'block-action',
  'split-action',
  'wait-for-action',
  'stop-waiting',
  'reopen-action',
] as const;
export type ActionStep = (typeof ACTION_STEPS)[number];

/** Lights of the supervision board (§4.4): soon due, overdue, long overdue. */
export const LIGHTS = ['ON_TIME', 'YELLOW', 'ORANGE', 'RED', 'DONE'] as const;
export type Light = (typeof LIGHTS)[number];

/** How another organisation checked: by going there, or by what was handed in. */
export const CHECKS = ['ON_SITE', 'RECORDS'] as const;
export type Check = (typeof CHECKS)[number];

/** What who asked for it says of a report; `NO_ANSWER` is an attempt to ask that reached nobody. */
export const ANSWERS = ['AGREES', 'DISAGREES', 'NO_ANSWER'] as const;
export type Answer = (typeof ANSWERS)[number];

/** How the answer came. */
export const ASKED_HOW = ['PHONE', 'VISIT', 'MEETING'] as const;

/** What is true of an action now, besides its state; the life cycle asks for these by name. */
export const ACTION_FLAGS = [
  /** A later day was asked for and nobody has decided. */
  'laterAsked',
  /** Its day is over. */
  'dayOver',
  /** Whoever took it on no longer does the work of its post. */
  'holderGone',
  /** Another action it waits for is not struck off. */
  'waits',
  /** The organisation has said neither yes nor no in its time. */
  'acceptOverdue',
  /** The light is red and the street has said nothing since. */
  'redUnheard',
  /** Another organisation has checked, and who asked for it is content (or there was nobody to ask). */
  'verified',
  /** It was struck off so lately that what comes undone is a rebound. */
  'reboundWindow',
] as const;
export type ActionFlag = (typeof ACTION_FLAGS)[number];

/** What has to be known of an action before anybody may touch it. */
export type ActionFacts = {
  readonly state: ActionState;
  readonly leadOrgId: string;
  /** The actor raised one of the matters it came from. */
  readonly isRequester: boolean;
  readonly flags: ReadonlySet<ActionFlag>;
};

/** An action as everybody may read it: the organisation and the post, never a person (§4.4). */
export type PublicAction = {
  readonly id: string;
  readonly code: string;
  readonly number: number;
  readonly task: string;
  readonly measure: string;
  readonly meeting: string;
  readonly resolvedOn: string;
  readonly lead: TwoNames & { readonly id: string };
  readonly post: TwoNames;
  readonly postId: string;
  readonly dueOn: string;
  readonly state: ActionState;
  readonly light: Light;
  readonly struckOffOn: string | null;
  readonly reopenedTimes: number;
  /** Actions that have to be struck off before: `R-2026-09/1`. */
  readonly waitsFor: readonly string[];
};

export const RESOLUTION_SUBJECTS = { resolution: 'resolution', action: 'action-item' } as const;

/** Events others may listen to; those of an action are called as the step. */
export const RESOLUTION_EVENTS = {
  /** Payload {@link RecordedData}. */
  recorded: 'resolutions.recorded',
  inEffect: 'resolutions.in-effect',
  fulfilled: 'resolutions.fulfilled',
  amended: 'resolutions.amended',
  rescinded: 'resolutions.rescinded',
  lapsed: 'resolutions.lapsed',
  /** The rest of these are of an action; payload {@link ActionData}, as with its steps. */
  dueSoon: 'resolutions.due-soon',
  overdue: 'resolutions.overdue',
  /** Goes to the street (domain brief §3.7). */
  longOverdue: 'resolutions.long-overdue',
  acceptOverdue: 'resolutions.accept-overdue',
  holderLeft: 'resolutions.holder-left',
  organisationLeft: 'resolutions.organisation-left',
  dropped: 'resolutions.dropped',
} as const;

/** Payload of `resolutions.recorded`. */
export type RecordedData = {
  readonly code: string;
  readonly meetingId: string | null;
  readonly matterIds: readonly string[];
  readonly actions: readonly { readonly id: string; readonly leadOrgId: string; readonly postId: string }[];
};

/** Payload of every event of an action. */
export type ActionData = {
  readonly resolutionId: string;
  readonly code: string;
  readonly number: number;
  readonly leadOrgId: string;
  readonly postId: string;
  readonly dueOn: string;
  readonly matterIds: readonly string[];
};
