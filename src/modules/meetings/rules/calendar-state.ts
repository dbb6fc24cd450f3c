/** How a meeting stands in a calendar. Pure. */
import type { MeetingState } from '../contract/meetings.ts';

/**
 * A planned meeting may still move; one that is put off or called off is taken out of calendars, and comes back with a
 * higher sequence once it has a new day.
 *
 * @source RFC 5545 3.8.1.11, 3.8.7.4; domain brief §4.3
 */
export function calendarState(state: MeetingState): 'FIRM' | 'TENTATIVE' | 'CANCELLED' {
  if (state === 'POSTPONED' || state === 'CANCELLED') return 'CANCELLED';
  return state === 'PLANNED' || state === 'AGENDA_OPEN' || state === 'AGENDA_FIXED' ? 'TENTATIVE' : 'FIRM';
}
