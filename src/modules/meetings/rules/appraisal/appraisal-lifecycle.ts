/** The life of an appraisal (domain brief §3.6, §4.3), as data: guard, buttons and test come from it. Pure. */
import type { Actor } from '#kernel/actor.ts';
import {
  APPRAISAL_ACTIONS,
  type AppraisalAction,
  type AppraisalFacts,
  type AppraisalState,
} from '../../contract/appraisal.ts';
import { mayAppraise } from './appraisal-permissions.ts';

/** A step and where it may be taken; `to` null stays where it is. `NONE` is no appraisal yet. */
export const APPRAISAL_TRANSITIONS: readonly {
  readonly action: AppraisalAction;
  readonly from: readonly (AppraisalState | 'NONE')[];
  readonly to: AppraisalState | null;
}[] = [
  { action: 'plan-appraisal', from: ['NONE', 'PLANNED'], to: 'PLANNED' },
  { action: 'report-on-self', from: ['PLANNED'], to: null },
  // More slips may be handed out while people come in.
  { action: 'open-scoring', from: ['PLANNED', 'OPEN'], to: 'OPEN' },
  { action: 'cast-slip', from: ['OPEN'], to: null },
  { action: 'enter-slip', from: ['OPEN'], to: null },
  { action: 'count-slips', from: ['OPEN'], to: 'COUNTED' },
  { action: 'list-rectification', from: ['COUNTED'], to: null },
  { action: 'publish-appraisal', from: ['COUNTED'], to: 'PUBLISHED' },
  // Once somebody has scored, nobody makes it undone: the slips are counted and told.
  { action: 'cancel-appraisal', from: ['PLANNED'], to: 'CANCELLED' },
];

/** The state after a step, or null when it is not possible now. */
export function appraisalAfter(
  action: AppraisalAction,
  from: AppraisalState | 'NONE',
): AppraisalState | 'NONE' | null {
  const found = APPRAISAL_TRANSITIONS.find((one) => one.action === action);
  return found?.from.includes(from) ? (found.to ?? from) : null;
}

/** The steps to offer, in the order of {@link APPRAISAL_ACTIONS}. */
export function appraisalSteps(actor: Actor, facts: AppraisalFacts): AppraisalAction[] {
  return APPRAISAL_ACTIONS.filter(
    (action) => appraisalAfter(action, facts.state) !== null && mayAppraise(actor, action, facts) === null,
  );
}
