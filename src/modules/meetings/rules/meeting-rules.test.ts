import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateKey, type WorkCalendar } from '#kernel/work-calendar.ts';
import { BODY_KINDS } from '../contract/bodies.ts';
import { MEETING_STATES, MEETING_STEPS, type MeetingState, type MeetingStep } from '../contract/meetings.ts';
import { dueAfter, meetsAgainBy } from './after-meeting.ts';
import { AGENDA_STATES, meetingLeadsTo } from './meeting-lifecycle.ts';
import { ADVISING_BODIES, isQuorate, quorumOf, seatsNeeded, signaturesNeeded } from './quorum.ts';

/** The life of a meeting as the brief tells it, written down a second time: state → what may be done there. */
const LIFE: Readonly<Record<MeetingState, Readonly<Partial<Record<MeetingStep, MeetingState>>>>> = {
  PLANNED: { 'open-agenda': 'AGENDA_OPEN', 'postpone-meeting': 'POSTPONED', 'cancel-meeting': 'CANCELLED' },
  AGENDA_OPEN: {
    'fix-agenda': 'AGENDA_FIXED',
    'postpone-meeting': 'POSTPONED',
    'cancel-meeting': 'CANCELLED',
  },
  AGENDA_FIXED: {
    'reopen-agenda': 'AGENDA_OPEN',
    'send-notice': 'NOTICED',
    'postpone-meeting': 'POSTPONED',
    'cancel-meeting': 'CANCELLED',
  },
  NOTICED: { 'open-session': 'IN_SESSION', 'postpone-meeting': 'POSTPONED', 'cancel-meeting': 'CANCELLED' },
  IN_SESSION: { 'close-session': 'MINUTES_DRAFT', 'close-inquorate': 'INQUORATE' },
  MINUTES_DRAFT: { 'send-minutes': 'MINUTES_REVIEW' },
  MINUTES_REVIEW: { 'redraft-minutes': 'MINUTES_DRAFT', 'sign-minutes': 'SIGNED' },
  // The gate makes it PUBLISHED once a second person has looked.
  SIGNED: { 'publish-minutes': 'SIGNED' },
  PUBLISHED: { 'archive-meeting': 'ARCHIVED' },
  ARCHIVED: {},
  POSTPONED: { 'set-new-day': 'AGENDA_OPEN', 'cancel-meeting': 'CANCELLED' },
  CANCELLED: {},
  INQUORATE: {},
};

describe('the life of a meeting (§4.3)', () => {
  it.each(MEETING_STATES)('from %s leads where the brief says, and nowhere else', (state) => {
    const leads = Object.fromEntries(
      MEETING_STEPS.flatMap((step) => {
        const to = meetingLeadsTo(step, state);
        return to === null ? [] : [[step, to]];
      }),
    );
    expect(leads).toEqual(LIFE[state]);
  });

  it('has an agenda that may be worked on only until it is fixed', () => {
    expect(AGENDA_STATES).toEqual(['PLANNED', 'AGENDA_OPEN']);
  });

  it('never comes back from the minutes to the room', () => {
    const after: MeetingState[] = ['MINUTES_DRAFT', 'MINUTES_REVIEW', 'SIGNED', 'PUBLISHED', 'ARCHIVED'];
    for (const state of after)
      for (const step of MEETING_STEPS) {
        const to = meetingLeadsTo(step, state);
        if (to !== null) expect(after, `${state} ${step}`).toContain(to);
      }
  });
});

describe('who has to be there', () => {
  const rules = { quorumPart: 2, quorumWhole: 3 };

  it('by the rules of procedure is two thirds of all seats, by law more than half of an owners’ committee', () => {
    expect(seatsNeeded(11, quorumOf('JOINT_MEETING', rules))).toBe(8);
    expect(seatsNeeded(9, quorumOf('JOINT_MEETING', rules))).toBe(6);
    expect(seatsNeeded(5, quorumOf('OWNERS_COMMITTEE', rules))).toBe(3);
    expect(seatsNeeded(6, quorumOf('OWNERS_COMMITTEE', rules))).toBe(4);
  });

  it('is never reached by nobody, nor by fewer than is needed, and always by everybody', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BODY_KINDS), fc.integer({ min: 1, max: 60 }), (kind, seats) => {
        const quorum = quorumOf(kind, rules);
        const needed = seatsNeeded(seats, quorum);
        expect(isQuorate(seats, seats, quorum)).toBe(true);
        expect(isQuorate(needed, seats, quorum)).toBe(true);
        expect(isQuorate(needed - 1, seats, quorum)).toBe(false);
        expect(isQuorate(0, seats, quorum)).toBe(false);
      }),
    );
    expect(isQuorate(0, 0, quorumOf('JOINT_MEETING', rules))).toBe(false);
  });

  it('of an owners’ committee signs its decisions: more than half of all members, whoever came (§3.2)', () => {
    expect([5, 6, 7, 9].map((seats) => signaturesNeeded('OWNERS_COMMITTEE', seats))).toEqual([3, 4, 4, 5]);
    expect(BODY_KINDS.filter((kind) => signaturesNeeded(kind, 9) > 0)).toEqual(['OWNERS_COMMITTEE']);
  });

  it('in forums and pre-stages says what it thinks, and resolves nothing', () => {
    expect(ADVISING_BODIES).toEqual([
      'PROPERTY_FORUM',
      'RESIDENTS_FORUM',
      'TOPIC_SOLICITATION',
      'DEMOCRATIC_TALK',
      'SUPERVISION_REVIEW',
    ]);
  });
});

describe('after a meeting', () => {
  const calendar: WorkCalendar = {
    years: new Set([2026]),
    days: new Map([['2026-05-01', 'REST']]),
    hours: [
      { from: 9 * 60, to: 12 * 60 },
      { from: 13 * 60, to: 17 * 60 },
    ],
  };
  const rules = { minutesDraftWorkdays: 2, publishWorkdays: 3 };
  const base = {
    kind: 'JOINT_MEETING' as const,
    closedAt: new Date('2026-04-16T12:30:00Z'),
    reviewUntil: new Date('2026-04-22T09:00:00Z'),
    signedAt: new Date('2026-04-22T09:00:00Z'),
  };

  it('an owners’ committee meets again within two months, to the day', () => {
    expect(meetsAgainBy('OWNERS_COMMITTEE', '2026-04-16')).toBe('2026-06-16');
    expect(meetsAgainBy('OWNERS_COMMITTEE', '2025-12-31')).toBe('2026-02-28');
    expect(meetsAgainBy('OWNERS_COMMITTEE', '2026-11-20')).toBe('2027-01-20');
    expect(meetsAgainBy('JOINT_MEETING', '2026-04-16')).toBeNull();
  });

  it('its committee’s decisions are public three days after it, whenever they were signed', () => {
    const due = dueAfter({ ...base, kind: 'OWNERS_COMMITTEE', state: 'SIGNED' }, rules, calendar);
    expect(due).toEqual({ known: true, value: new Date('2026-04-19T15:59:59Z') });
  });

  it('the draft is due two working days after it, the public version three after signing', () => {
    const days = (state: MeetingState) => {
      const due = dueAfter({ ...base, state }, rules, calendar);
      return due?.known ? dateKey(due.value) : null;
    };
    // Held on Thursday evening; signed on Wednesday.
    expect(days('MINUTES_DRAFT')).toBe('2026-04-20');
    expect(days('SIGNED')).toBe('2026-04-27');
  });

  it('nothing is due where nothing follows', () => {
    for (const state of ['PLANNED', 'IN_SESSION', 'PUBLISHED', 'CANCELLED'] as const)
      expect(dueAfter({ ...base, state }, rules, calendar)).toBeNull();
    expect(dueAfter({ ...base, state: 'MINUTES_REVIEW' }, rules, calendar)).toEqual({
      known: true,
      value: base.reviewUntil,
    });
  });
});
