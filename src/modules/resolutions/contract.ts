/** Resolutions 议定事项 and their actions 落实事项: what others may know of them. Pure. */
import type { TwoNames } from '#modules/registry/contract.ts';

/** Life of an action (domain brief §4.4). Being accepted is being in progress; overdue is a light, not a state. */
export const ACTION_STATES = [
  'PROPOSED',
  'CONTESTED',
  'IN_PROGRESS',
  'BLOCKED',
  'SUBMITTED',
  'STRUCK_OFF',
] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** What can be done with an action; words under `resolutions.do.<name>`. */
export const ACTION_STEPS = [
  'accept-action',
  'contest-action',
  'settle-contest',
  'submit-action',
  'strike-off',
  'return-action',
  'transfer-action',
  'ask-later',
  'grant-later',
  'refuse-later',
  'block-action',
  'unblock-action',
  'reopen-action',
] as const;
export type ActionStep = (typeof ACTION_STEPS)[number];

/** Lights of the supervision board (§4.4): soon due, overdue, long overdue. */
export const LIGHTS = ['ON_TIME', 'YELLOW', 'ORANGE', 'RED', 'DONE'] as const;
export type Light = (typeof LIGHTS)[number];

/** What has to be known of an action before anybody may touch it. */
export type ActionFacts = {
  readonly state: ActionState;
  readonly leadOrgId: string;
  /** A later day was asked for and nobody has decided. */
  readonly laterAsked: boolean;
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
  readonly dueOn: string;
  readonly state: ActionState;
  readonly light: Light;
  readonly struckOffOn: string | null;
  readonly reopenedTimes: number;
};

export const RESOLUTION_SUBJECTS = { resolution: 'resolution', action: 'action-item' } as const;

/** Events others may listen to; those of an action are called as the step. */
export const RESOLUTION_EVENTS = { recorded: 'resolutions.recorded' } as const;
