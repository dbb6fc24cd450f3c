/** Escalations 升级: matters that climb to a meeting, the street, the owners or mediation (domain brief §4.2). Pure. */

/** Life of an escalation. The matter's own clock keeps running beside it. */
export const ESCALATION_STATES = [
  'PROPOSED',
  'TRIAGED',
  'SCHEDULED',
  'AD_HOC',
  'WHISTLED',
  'TO_BALLOT',
  'TO_MEDIATION',
  'REJECTED',
  'DECIDED',
  'TRACKING',
  'RESOLVED',
] as const;
export type EscalationState = (typeof ESCALATION_STATES)[number];

/** States in which nothing more is expected of anybody. */
export const ENDED: readonly EscalationState[] = ['REJECTED', 'RESOLVED'];

/** What makes a matter climb (§4.2); words under `escalations.trigger.<name>`. */
export const TRIGGERS = [
  'SECOND_REDO',
  'SECOND_RETURN',
  'LEAD_DISPUTE',
  'OVERDUE_RED',
  'ENDORSED',
  'CHRONIC',
  'HELP_ASKED',
  'SAFETY',
] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** Triggers somebody may name; the others the program notices. */
export const NAMED_TRIGGERS = ['LEAD_DISPUTE', 'HELP_ASKED', 'SAFETY', 'CHRONIC'] as const;

/** Where a scheduled escalation is heard. */
export const FORUMS = ['JOINT', 'COORDINATION', 'HEARING'] as const;
export type Forum = (typeof FORUMS)[number];

/** Bodies that have to act one after the other (§4.2, `procedureChain`). */
export const PROCEDURES = [
  'MEETING',
  'HEARING',
  'MEDIATION',
  'STREET',
  'OWNERS_BALLOT',
  'FUND_AUDIT',
  'WORKS',
] as const;
export type Procedure = (typeof PROCEDURES)[number];

/** What people do with an escalation; words under `escalations.do.<name>`. */
export const ESCALATION_STEPS = [
  'triage',
  'call-ad-hoc',
  'schedule',
  'whistle',
  'send-to-owners',
  'send-to-mediation',
  'reject',
  'record-decision',
  'begin-tracking',
  'finish-procedure',
  'resolve',
  'begin-again',
  'reply-interim',
  'plan-procedures',
] as const;
export type EscalationStep = (typeof ESCALATION_STEPS)[number];

/** What the program does when something happened elsewhere, each explained in words. */
export const PROGRAM_STEPS = [
  /** Put on an agenda, or taken off. */
  'put-on-agenda',
  'take-off-agenda',
  /** A meeting or its resolution decided. */
  'decided',
  /** The meeting left it to the owners. */
  'left-to-owners',
  /** The meeting concluded nothing: the general branch takes another way. */
  'sent-back',
  'fulfilled',
  /** What was decided no longer stands. */
  'decision-fell',
  /** What was done came undone. */
  'undone',
  /** The matter was over, or ruled on, before anything was decided. */
  'settled-before',
] as const;
export type ProgramStep = (typeof PROGRAM_STEPS)[number];

/** Life of a whistle 吹哨: an organisation outside is asked to come. */
export const WHISTLE_STATES = ['SENT', 'ACKNOWLEDGED', 'ANSWERED', 'PASSED_ON', 'WITHDRAWN'] as const;
export type WhistleState = (typeof WHISTLE_STATES)[number];

export const WHISTLE_STEPS = [
  'acknowledge-whistle',
  'answer-whistle',
  'pass-whistle-on',
  'press-whistle',
  'withdraw-whistle',
] as const;
export type WhistleStep = (typeof WHISTLE_STEPS)[number];

/** What is true of an escalation besides its state; the life cycle asks for these by name. */
export const ESCALATION_FLAGS = [
  /** A body of the chain has still to act. */
  'procedureOpen',
  /** A resolution is not yet fulfilled. */
  'decisionOpen',
  /** An organisation that was asked has not answered. */
  'whistleOpen',
] as const;
export type EscalationFlag = (typeof ESCALATION_FLAGS)[number];

/** What has to be known of an escalation before anybody may touch it. */
export type EscalationFacts = {
  readonly state: EscalationState;
  readonly leadOrgId: string | null;
  /** Organisation that raised the matter, when one did. */
  readonly reporterOrgId: string | null;
  /** Organisations that were asked to help. */
  readonly whistledOrgIds: readonly string[];
  readonly flags: ReadonlySet<EscalationFlag>;
};

/** What has to be known of a whistle. */
export type WhistleFacts = {
  readonly state: WhistleState;
  readonly orgId: string;
  /** It went to the street, which may pass it on. */
  readonly isStreet: boolean;
  /** Nobody answered for so long that the street is asked to press, and it has said nothing since. */
  readonly climbed: boolean;
};

export const ESCALATION_SUBJECT = 'escalation';

/** Events others may listen to; those of people are called as the step. Payload {@link EscalationData}. */
export const ESCALATION_EVENTS = {
  proposed: 'escalations.proposed',
  triggerAdded: 'escalations.trigger-added',
  triageOverdue: 'escalations.triage-overdue',
  adHocOverdue: 'escalations.ad-hoc-overdue',
  interimOverdue: 'escalations.interim-overdue',
  /** Nobody answered a whistle: 1 the general branch, 2 the street, 3 its head. */
  rung: 'escalations.rung-climbed',
  /** The matter it was about was merged into another. */
  moved: 'escalations.moved-to-main',
} as const;

/** Payload of every event of an escalation. */
export type EscalationData = {
  readonly matterId: string;
  readonly [more: string]: unknown;
};
