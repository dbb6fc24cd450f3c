/** The life of a resolution (domain brief §4.4): it follows its actions, until it is ended. Pure. */
import { type ActionState, ENDINGS, type Ending, type ResolutionState } from '../contract.ts';

const isEnding = (state: ResolutionState): state is Ending => (ENDINGS as readonly string[]).includes(state);

/**
 * How a resolution stands, from its actions: adopted until every organisation has taken its part on, in effect until
 * all is struck off; what comes undone puts it back. An ended one stays ended.
 */
export function resolutionState(before: ResolutionState, actions: readonly ActionState[]): ResolutionState {
  if (isEnding(before)) return before;
  const live = actions.filter((state) => state !== 'DROPPED');
  if (live.some((state) => state === 'PROPOSED' || state === 'CONTESTED')) return 'ADOPTED';
  return live.every((state) => state === 'STRUCK_OFF') ? 'FULFILLED' : 'IN_EFFECT';
}

/** Whether it may be ended: what is fulfilled or ended already stays so. */
export function mayEnd(state: ResolutionState): boolean {
  return state === 'ADOPTED' || state === 'IN_EFFECT';
}
