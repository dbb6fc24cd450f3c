/** The life of an action (domain brief §4.4), as data: guard, buttons, README and test come from it. Pure. */
import type { Actor } from '#kernel/actor.ts';
import { type Refusal, refuse } from '#kernel/result.ts';
import {
  ACTION_STEPS,
  type ActionFacts,
  type ActionFlag,
  type ActionState,
  type ActionStep,
} from '../contract.ts';
import { mayStep } from '../permissions.ts';

type Transition = {
  readonly step: ActionStep;
  readonly from: readonly ActionState[];
  /** Null: the state stays. */
  readonly to: ActionState | null;
  /** Only while all of these are so, and none of those. */
  readonly only?: readonly ActionFlag[];
  readonly unless?: readonly ActionFlag[];
};

const UNDER_WAY: readonly ActionState[] = ['IN_PROGRESS', 'BLOCKED'];
const REPORTED: readonly ActionState[] = ['SUBMITTED', 'VERIFYING'];
const NOT_REPORTED: readonly ActionState[] = ['PROPOSED', 'CONTESTED', ...UNDER_WAY];

export const ACTION_TRANSITIONS: readonly Transition[] = [
  { step: 'accept-action', from: ['PROPOSED'], to: 'IN_PROGRESS' },
  { step: 'contest-action', from: ['PROPOSED'], to: 'CONTESTED' },
  // The general branch gives it to whom it belongs; that organisation is asked in its turn.
  { step: 'settle-contest', from: ['CONTESTED'], to: 'PROPOSED' },
  { step: 'settle-contest', from: ['PROPOSED'], to: 'PROPOSED', only: ['acceptOverdue'] },
  { step: 'submit-action', from: ['IN_PROGRESS'], to: 'SUBMITTED', unless: ['waits', 'holderGone'] },
  { step: 'check-action', from: ['SUBMITTED'], to: 'VERIFYING' },
  { step: 'answer-as-requester', from: REPORTED, to: null },
  { step: 'record-answer', from: REPORTED, to: null },
  { step: 'strike-off', from: ['VERIFYING'], to: 'STRUCK_OFF', only: ['verified'] },
  { step: 'return-action', from: REPORTED, to: 'IN_PROGRESS' },
  { step: 'supervise-action', from: NOT_REPORTED, to: null, only: ['redUnheard'] },
  { step: 'grant-later', from: UNDER_WAY, to: null, only: ['laterAsked'] },
  { step: 'refuse-later', from: UNDER_WAY, to: null, only: ['laterAsked'] },
  { step: 'unblock-action', from: ['BLOCKED'], to: 'IN_PROGRESS' },
  { step: 'transfer-action', from: [...UNDER_WAY, ...REPORTED], to: null },
  { step: 'ask-later', from: UNDER_WAY, to: null, unless: ['laterAsked', 'holderGone', 'dayOver'] },
  { step: 'block-action', from: ['IN_PROGRESS'], to: 'BLOCKED' },
  // What is done goes on to be checked; the rest is an action of its own.
  { step: 'split-action', from: ['IN_PROGRESS', ...REPORTED], to: null },
  { step: 'split-action', from: ['BLOCKED'], to: 'IN_PROGRESS' },
  { step: 'wait-for-action', from: NOT_REPORTED, to: null },
  { step: 'stop-waiting', from: NOT_REPORTED, to: null, only: ['waits'] },
  // What was done came undone: the same action begins again, and everybody sees how often (反弹).
  { step: 'reopen-action', from: ['STRUCK_OFF'], to: 'IN_PROGRESS', only: ['reboundWindow'] },
];

const fits = ({ only = [], unless = [] }: Transition, { flags }: ActionFacts) =>
  only.every((flag) => flags.has(flag)) && !unless.some((flag) => flags.has(flag));

/** Where a step leads, or null when it is not possible now. */
export function actionLeadsTo(step: ActionStep, facts: ActionFacts): ActionState | null {
  const found = ACTION_TRANSITIONS.find(
    (one) => one.step === step && one.from.includes(facts.state) && fits(one, facts),
  );
  return found ? (found.to ?? facts.state) : null;
}

/** Why a step is not possible now, in words that say what to do first. */
export function whyNotNow(step: ActionStep, { state, flags }: ActionFacts): Refusal {
  const source = 'DOMAIN §4.4';
  const asksSomebody = step === 'submit-action' || step === 'ask-later';
  if (asksSomebody && state === 'IN_PROGRESS' && flags.has('holderGone'))
    return refuse('resolutions.name-somebody-first', { source }).refusal;
  if (step === 'submit-action' && state === 'IN_PROGRESS' && flags.has('waits'))
    return refuse('resolutions.waits-for-another', { source }).refusal;
  if (step === 'ask-later' && !flags.has('laterAsked') && flags.has('dayOver'))
    return refuse('resolutions.too-late-to-ask', { field: 'due', source: 'DOMAIN §3.8' }).refusal;
  if (step === 'reopen-action' && state === 'STRUCK_OFF')
    return refuse('resolutions.too-long-ago', { source: 'DOMAIN §5' }).refusal;
  return refuse('resolutions.not-in-this-state').refusal;
}

/** The steps to offer, in the order of {@link ACTION_STEPS}. */
export function stepsFor(actor: Actor, facts: ActionFacts): ActionStep[] {
  return ACTION_STEPS.filter(
    (step) => actionLeadsTo(step, facts) !== null && mayStep(actor, step, facts) === null,
  );
}
