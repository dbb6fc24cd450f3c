/** The life of a meeting (domain brief §4.3), as data. Pure. */
import type { MeetingState, MeetingStep, Outcome } from '../contract/meetings.ts';

type Transition = { readonly from: readonly MeetingState[]; readonly to: MeetingState };

/** `publish-minutes` hands the public version to the gate; the second person there makes it PUBLISHED. */
export const MEETING_TRANSITIONS: Readonly<Record<MeetingStep, Transition>> = {
  'open-agenda': { from: ['PLANNED'], to: 'AGENDA_OPEN' },
  'fix-agenda': { from: ['AGENDA_OPEN'], to: 'AGENDA_FIXED' },
  'reopen-agenda': { from: ['AGENDA_FIXED'], to: 'AGENDA_OPEN' },
  'send-notice': { from: ['AGENDA_FIXED'], to: 'NOTICED' },
  'open-session': { from: ['NOTICED'], to: 'IN_SESSION' },
  'close-session': { from: ['IN_SESSION'], to: 'MINUTES_DRAFT' },
  'close-inquorate': { from: ['IN_SESSION'], to: 'INQUORATE' },
  'send-minutes': { from: ['MINUTES_DRAFT'], to: 'MINUTES_REVIEW' },
  'redraft-minutes': { from: ['MINUTES_REVIEW'], to: 'MINUTES_DRAFT' },
  'sign-minutes': { from: ['MINUTES_REVIEW'], to: 'SIGNED' },
  'publish-minutes': { from: ['SIGNED'], to: 'SIGNED' },
  'archive-meeting': { from: ['PUBLISHED'], to: 'ARCHIVED' },
  'postpone-meeting': { from: ['PLANNED', 'AGENDA_OPEN', 'AGENDA_FIXED', 'NOTICED'], to: 'POSTPONED' },
  'set-new-day': { from: ['POSTPONED'], to: 'AGENDA_OPEN' },
  'cancel-meeting': {
    from: ['PLANNED', 'AGENDA_OPEN', 'AGENDA_FIXED', 'NOTICED', 'POSTPONED'],
    to: 'CANCELLED',
  },
};

/** Where a step leads from a state, or null when it is not possible there. */
export function meetingLeadsTo(step: MeetingStep, from: MeetingState): MeetingState | null {
  const { from: allowed, to } = MEETING_TRANSITIONS[step];
  return allowed.includes(from) ? to : null;
}

/** The agenda may be worked on: topics go on it, are ordered, taken off. */
export const AGENDA_STATES: readonly MeetingState[] = ['PLANNED', 'AGENDA_OPEN'];

/** Outcomes that may carry resolutions; the others leave the meeting as something else. */
export const RESOLVING_OUTCOMES: readonly Outcome[] = ['CONSENSUS', 'BROAD_CONSENSUS'];
