import { MATTER_ACTIONS } from '#modules/matters/contract.ts';
import { OTHER_EVENT_KINDS } from '../../rules/event-kinds.ts';

/** Steps of a matter are called as their buttons are; a photo is added without a button. */
const STEPS: ReadonlySet<string> = new Set(MATTER_ACTIONS.filter((action) => action !== 'add-photo'));

/** Every kind of event there is. */
export const EVENT_KINDS: readonly string[] = [
  ...[...STEPS].map((step) => `matters.${step}`),
  'matters.add-photo',
  ...OTHER_EVENT_KINDS,
];

/** The key of the words for an event kind. */
export function eventKey(kind: string): string {
  const step = kind.startsWith('matters.') ? kind.slice('matters.'.length) : '';
  return STEPS.has(step) ? `desk.action.${step}` : `oversight.event.${kind}`;
}
