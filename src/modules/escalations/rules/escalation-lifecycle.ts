/** The life of an escalation and of a whistle (domain brief §4.2), as data: guard, buttons, README and test. Pure. */
import type { Actor } from '#kernel/actor.ts';
import {
  ESCALATION_STEPS,
  type EscalationFacts,
  type EscalationFlag,
  type EscalationState,
  type EscalationStep,
  type ProgramStep,
  WHISTLE_STEPS,
  type WhistleFacts,
  type WhistleState,
  type WhistleStep,
} from '../contract.ts';
import { mayStep, mayWhistle } from '../permissions.ts';

type Transition = {
  readonly step: EscalationStep | ProgramStep;
  readonly from: readonly EscalationState[];
  /** Null: the state stays. */
  readonly to: EscalationState | null;
  /** Only while all of these are so, and none of those. */
  readonly only?: readonly EscalationFlag[];
  readonly unless?: readonly EscalationFlag[];
};

/** On its way to a decision. */
export const ON_THE_WAY: readonly EscalationState[] = [
  'SCHEDULED',
  'AD_HOC',
  'WHISTLED',
  'TO_BALLOT',
  'TO_MEDIATION',
];
const NEW: readonly EscalationState[] = ['PROPOSED', 'TRIAGED'];
const UNDECIDED: readonly EscalationState[] = [...NEW, ...ON_THE_WAY];
const AFTER: readonly EscalationState[] = ['DECIDED', 'TRACKING'];
const OPEN: readonly EscalationState[] = [...UNDECIDED, ...AFTER];
const but = (states: readonly EscalationState[], one: EscalationState) => states.filter((s) => s !== one);

/**
 * A way taken straight from PROPOSED is triage and way in one go: both are written down, none is skipped. When a way
 * leads nowhere, another is taken from there.
 */
export const ESCALATION_TRANSITIONS: readonly Transition[] = [
  { step: 'triage', from: ['PROPOSED'], to: 'TRIAGED' },
  { step: 'schedule', from: but(UNDECIDED, 'SCHEDULED'), to: 'SCHEDULED' },
  { step: 'call-ad-hoc', from: but(UNDECIDED, 'AD_HOC'), to: 'AD_HOC' },
  { step: 'whistle', from: NEW, to: 'WHISTLED' },
  // Two ways at once: the street is asked while the meeting is being called.
  { step: 'whistle', from: [...ON_THE_WAY, ...AFTER], to: null },
  { step: 'send-to-owners', from: but(UNDECIDED, 'TO_BALLOT'), to: 'TO_BALLOT' },
  { step: 'send-to-mediation', from: but(UNDECIDED, 'TO_MEDIATION'), to: 'TO_MEDIATION' },
  { step: 'reject', from: UNDECIDED, to: 'REJECTED', unless: ['decisionOpen'] },
  { step: 'record-decision', from: ON_THE_WAY, to: 'DECIDED' },
  { step: 'begin-tracking', from: ['DECIDED'], to: 'TRACKING' },
  {
    step: 'resolve',
    from: ['TRACKING'],
    to: 'RESOLVED',
    unless: ['procedureOpen', 'decisionOpen', 'whistleOpen'],
  },
  { step: 'begin-again', from: ['RESOLVED'], to: 'TRACKING' },
  { step: 'reply-interim', from: OPEN, to: null },
  { step: 'plan-procedures', from: but(OPEN, 'PROPOSED'), to: null, unless: ['procedureOpen'] },
  { step: 'finish-procedure', from: but(OPEN, 'PROPOSED'), to: null, only: ['procedureOpen'] },
  { step: 'put-on-agenda', from: ['SCHEDULED', 'AD_HOC'], to: null },
  { step: 'take-off-agenda', from: ['SCHEDULED', 'AD_HOC'], to: null },
  { step: 'decided', from: UNDECIDED, to: 'DECIDED' },
  { step: 'decided', from: AFTER, to: null },
  { step: 'left-to-owners', from: UNDECIDED, to: 'TO_BALLOT' },
  { step: 'sent-back', from: ['SCHEDULED', 'AD_HOC'], to: 'TRIAGED' },
  {
    step: 'fulfilled',
    from: ['TRACKING'],
    to: 'RESOLVED',
    unless: ['procedureOpen', 'decisionOpen', 'whistleOpen'],
  },
  { step: 'decision-fell', from: AFTER, to: 'TRIAGED', unless: ['decisionOpen'] },
  { step: 'undone', from: ['RESOLVED'], to: 'TRACKING' },
  { step: 'settled-before', from: UNDECIDED, to: 'RESOLVED' },
];

/** Where a step leads, or null when it is not possible now. */
export function escalationLeadsTo(
  step: EscalationStep | ProgramStep,
  { state, flags }: Pick<EscalationFacts, 'state' | 'flags'>,
): EscalationState | null {
  const found = ESCALATION_TRANSITIONS.find(
    ({ step: named, from, only = [], unless = [] }) =>
      named === step &&
      from.includes(state) &&
      only.every((flag) => flags.has(flag)) &&
      !unless.some((flag) => flags.has(flag)),
  );
  return found ? (found.to ?? state) : null;
}

/** Whether a step taken from here means that triage was done in the same breath. */
export function triagesToo(step: EscalationStep | ProgramStep, from: EscalationState): boolean {
  return (
    from === 'PROPOSED' &&
    step !== 'triage' &&
    escalationLeadsTo(step, { state: from, flags: new Set() }) !== from
  );
}

/** The steps to offer, in the order of {@link ESCALATION_STEPS}. */
export function stepsFor(actor: Actor, facts: EscalationFacts): EscalationStep[] {
  return ESCALATION_STEPS.filter(
    (step) => escalationLeadsTo(step, facts) !== null && mayStep(actor, step, facts) === null,
  );
}

type WhistleTransition = {
  readonly step: WhistleStep;
  readonly from: readonly WhistleState[];
  readonly to: WhistleState | null;
};

const UNANSWERED: readonly WhistleState[] = ['SENT', 'ACKNOWLEDGED'];

export const WHISTLE_TRANSITIONS: readonly WhistleTransition[] = [
  { step: 'acknowledge-whistle', from: ['SENT'], to: 'ACKNOWLEDGED' },
  { step: 'answer-whistle', from: UNANSWERED, to: 'ANSWERED' },
  { step: 'pass-whistle-on', from: UNANSWERED, to: 'PASSED_ON' },
  { step: 'press-whistle', from: UNANSWERED, to: null },
  { step: 'withdraw-whistle', from: UNANSWERED, to: 'WITHDRAWN' },
];

/** Where a step leads a whistle, or null: not in this state, the street not yet asked to press, nothing to pass on. */
export function whistleLeadsTo(step: WhistleStep, facts: WhistleFacts): WhistleState | null {
  if (step === 'press-whistle' && !facts.climbed) return null;
  if (step === 'pass-whistle-on' && !facts.isStreet) return null;
  const found = WHISTLE_TRANSITIONS.find((one) => one.step === step && one.from.includes(facts.state));
  return found ? (found.to ?? facts.state) : null;
}

/** Steps to offer with a whistle. */
export function whistleStepsFor(actor: Actor, facts: WhistleFacts): WhistleStep[] {
  return WHISTLE_STEPS.filter(
    (step) => whistleLeadsTo(step, facts) !== null && mayWhistle(actor, step, facts) === null,
  );
}
