/** The life of a round of a hearing (domain brief §3.6, §4.3), as data: guard, buttons and test come from it. Pure. */
import type { Actor } from '#kernel/actor.ts';
import { HEARING_ACTIONS, type HearingAction, type RoundState } from '../../contract/hearing.ts';
import { type HearingRelation, mayHear } from './hearing-permissions.ts';

/** A step and where it may be taken; `to` null stays where it is. `NONE` is no round, or one that is over. */
export const ROUND_TRANSITIONS: readonly {
  readonly action: HearingAction;
  readonly from: readonly (RoundState | 'NONE')[];
  readonly to: RoundState | null;
}[] = [
  // The first round, or another one after the last was held, answered or cancelled.
  { action: 'announce-hearing', from: ['NONE', 'HELD', 'ANSWERED', 'CANCELLED'], to: 'RECRUITING' },
  { action: 'sign-up', from: ['RECRUITING'], to: null },
  { action: 'sign-up-for-others', from: ['RECRUITING'], to: null },
  { action: 'withdraw-sign-up', from: ['RECRUITING', 'SET'], to: null },
  { action: 'seat-participants', from: ['RECRUITING', 'SET'], to: null },
  { action: 'set-hearing', from: ['RECRUITING'], to: 'SET' },
  // Put off before or after it was set; recruiting may be prolonged when somebody is still missing.
  { action: 'postpone-hearing', from: ['RECRUITING', 'SET'], to: null },
  { action: 'cancel-hearing', from: ['RECRUITING', 'SET'], to: 'CANCELLED' },
  { action: 'enter-opinion', from: ['RECRUITING', 'SET', 'HELD'], to: null },
  { action: 'hold-hearing', from: ['SET'], to: 'HELD' },
  { action: 'answer-opinion', from: ['HELD'], to: null },
  { action: 'publish-answers', from: ['HELD'], to: 'ANSWERED' },
];

/** The state after a step, or null when it is not possible now. */
export function roundAfter(action: HearingAction, from: RoundState | 'NONE'): RoundState | 'NONE' | null {
  const found = ROUND_TRANSITIONS.find((one) => one.action === action);
  return found?.from.includes(from) ? (found.to ?? from) : null;
}

/** The steps to offer, in the order of {@link HEARING_ACTIONS}. */
export function hearingSteps(
  actor: Actor,
  state: RoundState | 'NONE',
  to: HearingRelation = {},
): HearingAction[] {
  return HEARING_ACTIONS.filter(
    (action) => roundAfter(action, state) !== null && mayHear(actor, action, to) === null,
  );
}
