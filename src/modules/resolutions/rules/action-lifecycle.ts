/** The life of an action (domain brief §4.4), as data: guard, buttons and test come from it. Pure. */
import type { Actor } from '#kernel/actor.ts';
import { ACTION_STEPS, type ActionFacts, type ActionState, type ActionStep } from '../contract.ts';
import { mayStep } from '../permissions.ts';

type Transition = {
  readonly step: ActionStep;
  readonly from: readonly ActionState[];
  readonly to: ActionState;
  /** Only while a later day is asked for (true) or not (false). */
  readonly laterAsked?: boolean;
};

const UNDER_WAY: readonly ActionState[] = ['IN_PROGRESS', 'BLOCKED'];

export const ACTION_TRANSITIONS: readonly Transition[] = [
  { step: 'accept-action', from: ['PROPOSED'], to: 'IN_PROGRESS' },
  { step: 'contest-action', from: ['PROPOSED'], to: 'CONTESTED' },
  // The general branch gives it to whom it belongs; that organisation is asked in its turn.
  { step: 'settle-contest', from: ['CONTESTED'], to: 'PROPOSED' },
  { step: 'submit-action', from: ['IN_PROGRESS'], to: 'SUBMITTED' },
  { step: 'strike-off', from: ['SUBMITTED'], to: 'STRUCK_OFF' },
  { step: 'return-action', from: ['SUBMITTED'], to: 'IN_PROGRESS' },
  { step: 'transfer-action', from: UNDER_WAY, to: 'IN_PROGRESS' },
  { step: 'ask-later', from: ['IN_PROGRESS'], to: 'IN_PROGRESS', laterAsked: false },
  { step: 'grant-later', from: ['IN_PROGRESS'], to: 'IN_PROGRESS', laterAsked: true },
  { step: 'refuse-later', from: ['IN_PROGRESS'], to: 'IN_PROGRESS', laterAsked: true },
  { step: 'block-action', from: ['IN_PROGRESS'], to: 'BLOCKED' },
  { step: 'unblock-action', from: ['BLOCKED'], to: 'IN_PROGRESS' },
  // What was done came undone: the same action begins again, and everybody sees how often (反弹).
  { step: 'reopen-action', from: ['STRUCK_OFF'], to: 'IN_PROGRESS' },
];

/** Where a step leads, or null when it is not possible now. */
export function actionLeadsTo(step: ActionStep, facts: ActionFacts): ActionState | null {
  const found = ACTION_TRANSITIONS.find((one) => one.step === step);
  if (!found?.from.includes(facts.state)) return null;
  return found.laterAsked === undefined || found.laterAsked === facts.laterAsked ? found.to : null;
}

/** The steps to offer, in the order of {@link ACTION_STEPS}. */
export function stepsFor(actor: Actor, facts: ActionFacts): ActionStep[] {
  return ACTION_STEPS.filter(
    (step) => actionLeadsTo(step, facts) !== null && mayStep(actor, step, facts) === null,
  );
}
