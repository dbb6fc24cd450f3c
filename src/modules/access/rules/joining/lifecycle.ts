/** The life of a request to join: data for the guard, the buttons, the README and the tests. Pure. */
import type { JoinState } from '../../contract/joining.ts';

export const JOIN_STEPS = ['admit', 'refuse', 'withdraw'] as const;
export type JoinStep = (typeof JOIN_STEPS)[number];

type Move = { readonly from: readonly JoinState[]; readonly to: JoinState };

export const JOIN_LIFECYCLE: Readonly<Record<JoinStep, Move>> = {
  admit: { from: ['REQUESTED'], to: 'ADMITTED' },
  refuse: { from: ['REQUESTED'], to: 'REFUSED' },
  withdraw: { from: ['REQUESTED'], to: 'WITHDRAWN' },
};

/** Where a step leads from a state, or null when it cannot be taken there. */
export function afterStep(state: JoinState, step: JoinStep): JoinState | null {
  const move = JOIN_LIFECYCLE[step];
  return move.from.includes(state) ? move.to : null;
}
