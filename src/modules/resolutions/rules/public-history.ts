/** Which steps of an action everybody may know of; reasons, contests and names are not among them. Pure. */
import { RESOLUTION_EVENTS } from '../contract.ts';

const TOLD: Readonly<Record<string, string>> = {
  'resolutions.accept-action': 'taken-on',
  'resolutions.grant-later': 'later-day',
  'resolutions.submit-action': 'reported',
  'resolutions.check-action': 'checked',
  'resolutions.return-action': 'returned',
  'resolutions.strike-off': 'struck-off',
  'resolutions.reopen-action': 'undone',
  'resolutions.supervise-action': 'street',
  [RESOLUTION_EVENTS.overdue]: 'overdue',
  [RESOLUTION_EVENTS.longOverdue]: 'long-overdue',
  [RESOLUTION_EVENTS.dropped]: 'dropped',
};

/** The sentence under `resolutions.history.<key>`, or null: not for everybody. */
export function toldPublicly(kind: string): string | null {
  return TOLD[kind] ?? null;
}
