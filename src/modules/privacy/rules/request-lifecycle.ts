/** The life cycle of a request about one's own data, as data. Pure. */
import type { RequestState } from '../contract.ts';

export type RequestStep = {
  readonly action: 'answer' | 'withdraw';
  readonly from: RequestState;
  readonly to: readonly RequestState[];
};

export const REQUEST_LIFECYCLE: readonly RequestStep[] = [
  { action: 'answer', from: 'ASKED', to: ['DONE', 'PARTLY', 'REFUSED'] },
  { action: 'withdraw', from: 'ASKED', to: ['WITHDRAWN'] },
];

/** Whether a step may lead from one state to another. */
export function mayStep(action: RequestStep['action'], from: string, to: RequestState): boolean {
  return REQUEST_LIFECYCLE.some(
    (step) => step.action === action && step.from === from && step.to.includes(to),
  );
}

/** Working days to answer a request (domain brief §3.12; the law says "in time", PIPL art. 50). */
export const ANSWER_WORKDAYS = 15;
