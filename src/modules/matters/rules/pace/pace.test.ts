import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type WorkCalendar, workMinutesBetween } from '#kernel/work-calendar.ts';
import { LEVELS } from '../../contract.ts';
import { countsAsContacted } from '../contacts.ts';
import { clockOf } from './clock.ts';
import { DEADLINE_RULES, deadlinesFor, rulesAt, rulesOn, runsOnWall } from './deadlines.ts';
import { closesUnconfirmedAt, expectedTimers, type TimedMatter } from './expected-timers.ts';
import { shiftDue } from './pause.ts';
import { dayAfter, earlierOf, endOfDay } from './plan.ts';

const calendar: WorkCalendar = {
  years: new Set([2026]),
  days: new Map([['2026-04-06', 'REST']]),
  hours: [
    { from: 510, to: 690 },
    { from: 780, to: 1020 },
  ],
};
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const due = (
  level: (typeof LEVELS)[number],
  from: string,
  origin: 'RESIDENT' | 'ORGANISATION' = 'RESIDENT',
) => {
  const all = deadlinesFor(level, origin, at(from), calendar);
  const value = (d: { known: boolean; value?: Date } | undefined) => (d?.known ? d.value : null);
  return {
    accept: value(all.acceptDue),
    contact: value(all.firstContactDue),
    handle: value(all.handleDue),
    action: value(all.firstActionDue),
  };
};

describe('deadlines (§3.8)', () => {
  it('danger and urgent matters run by the clock on the wall, at night too', () => {
    expect(due('P0', '2026-04-04 23:00')).toMatchObject({
      accept: at('2026-04-04 23:30'),
      handle: at('2026-04-05 01:00'),
    });
    expect(due('P1', '2026-04-04 23:00')).toMatchObject({
      contact: at('2026-04-05 01:00'),
      handle: at('2026-04-05 23:00'),
    });
  });

  it('ordinary ones in working time: accept in four working hours, contact next working day, done in five', () => {
    expect(due('P2', '2026-04-03 16:00')).toEqual({
      accept: at('2026-04-07 11:30'),
      contact: at('2026-04-07 17:00'),
      handle: at('2026-04-13 17:00'),
      action: null,
    });
  });

  it('an enquiry is answered in one working day, a complex matter done in fifteen', () => {
    expect(due('P2A', '2026-04-03 16:00').handle).toEqual(at('2026-04-07 17:00'));
    expect(due('P3', '2026-04-08 09:00').handle).toEqual(at('2026-04-29 17:00'));
  });

  it('an organisation that asks for help sees a first action within four working hours (S19)', () => {
    expect(due('P1', '2026-04-15 10:20', 'ORGANISATION').action).toEqual(at('2026-04-15 15:50'));
  });

  it('every level has a rule with a basis, and later days find the set in force', () => {
    for (const level of LEVELS) expect(rulesOn('2026-01-01').levels[level]).toBeDefined();
    expect(rulesOn('2026-01-01').basis).not.toBe('');
    expect(() => rulesOn('1999-01-01')).toThrow();
  });

  it('a later rule set does not reach back to matters that came in before its day', () => {
    const strict = { ...DEADLINE_RULES[0]!, id: 'deadlines-2', effectiveFrom: '2026-07-01' };
    const sets = [...DEADLINE_RULES, strict];
    expect(rulesOn('2026-06-30', sets).id).toBe('deadlines-1');
    expect(rulesOn('2026-07-01', sets).id).toBe('deadlines-2');
  });

  it('only danger and urgency run by the clock on the wall', () => {
    const { levels } = rulesAt(at('2026-04-03 16:00'));
    expect(LEVELS.filter((level) => runsOnWall(levels[level].handle))).toEqual(['P0', 'P1']);
  });

  it('a redo is shorter, an extension at most fifteen working days, parking ninety days (§3.8)', () => {
    const rules = rulesAt(at('2026-04-03 16:00'));
    expect(rules.redo).toEqual({
      contact: { amount: 1, unit: 'WORKDAY' },
      handle: { amount: 3, unit: 'WORKDAY' },
    });
    expect(rules.followUp).toEqual({ amount: 3, unit: 'WORKDAY' });
    expect(rules.extensionMost).toEqual({ amount: 15, unit: 'WORKDAY' });
    expect([rules.parkingReviewDays, rules.requesterSilenceDays, rules.reopenDays]).toEqual([90, 10, 30]);
  });

  it('whichever of two dates is earlier holds', () => {
    expect(earlierOf(at('2026-04-08 09:00'), null)).toEqual(at('2026-04-08 09:00'));
    expect(earlierOf(at('2026-04-08 09:00'), at('2026-04-07 09:00'))).toEqual(at('2026-04-07 09:00'));
    expect(endOfDay(dayAfter('2026-02-28', 1))).toEqual(at('2026-03-01 17:00'));
  });
});

describe('the light of a deadline', () => {
  const clock = (now: string, more: Partial<Parameters<typeof clockOf>[0]> = {}) =>
    clockOf(
      { due: at('2026-04-13 17:00'), start: at('2026-04-03 16:00'), doneAt: null, paused: false, ...more },
      at(now),
      calendar,
    );

  it.each([
    ['2026-04-08 09:00', 'ON_TRACK'],
    ['2026-04-13 09:00', 'DUE_SOON'],
    ['2026-04-13 17:01', 'OVERDUE'],
    ['2026-04-20 17:01', 'OVERDUE_RED'],
  ])('at %s it is %s', (now, light) => {
    expect(clock(now).light).toBe(light);
  });

  it('says how many working days over, and what is left', () => {
    expect(clock('2026-04-15 10:00').overdueDays).toBe(2);
    expect(clock('2026-04-13 16:00').leftMinutes).toBe(60);
  });

  it('rests while waiting for the reporter, and is over when it is done', () => {
    expect(clock('2026-04-20 10:00', { paused: true }).light).toBe('PAUSED');
    expect(clock('2026-04-20 10:00', { doneAt: at('2026-04-13 16:00') }).light).toBe('MET');
    expect(clock('2026-04-20 10:00', { doneAt: at('2026-04-13 17:30') }).light).toBe('MISSED');
    expect(clock('2026-04-20 10:00', { due: null }).light).toBe('NONE');
  });

  it('shows an urgent deadline by the clock on the wall, at night too', () => {
    const urgent = (now: string) =>
      clockOf(
        {
          due: at('2026-04-05 01:00'),
          start: at('2026-04-04 23:00'),
          doneAt: null,
          paused: false,
          onWall: true,
        },
        at(now),
        calendar,
      );
    expect(urgent('2026-04-04 23:10')).toMatchObject({ light: 'ON_TRACK', leftMinutes: 110 });
    expect(urgent('2026-04-05 00:30')).toMatchObject({ light: 'DUE_SOON', leftMinutes: 30 });
    expect(urgent('2026-04-05 01:01').light).toBe('OVERDUE');
  });

  it('does not count what is left through a year without data', () => {
    const late = { due: at('2027-01-05 17:00'), start: at('2026-12-20 09:00'), doneAt: null, paused: false };
    expect(clockOf(late, at('2026-12-30 09:00'), calendar)).toMatchObject({
      light: 'ON_TRACK',
      leftMinutes: null,
    });
  });
});

describe('a pause', () => {
  const due = at('2026-05-08 17:00');
  const moment = fc
    .integer({ min: 0, max: 60_000 * 60 * 24 * 20 })
    .map((ms) => new Date(at('2026-04-03 16:00').getTime() + ms));
  const shifted = (since: Date, now: Date, onWall = false) => {
    const moved = shiftDue(calendar, since, due, now, onWall);
    if (!moved?.known) throw new Error('the deadline must be known');
    return moved.value;
  };

  it('of any length moves the deadline by exactly the working time that passed', () => {
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const [since, now] = a < b ? [a, b] : [b, a];
        const { due: moved, minutes } = shifted(since, now);
        expect(workMinutesBetween(calendar, since, now)).toEqual({ known: true, value: minutes });
        expect(workMinutesBetween(calendar, due, moved)).toEqual({ known: true, value: minutes });
        expect(Number.isInteger(minutes)).toBe(true);
      }),
    );
  });

  it('of a night or a holiday moves nothing, not even to the next morning', () => {
    expect(shifted(at('2026-04-07 17:30'), at('2026-04-08 08:00'))).toEqual({ due, minutes: 0 });
    expect(shifted(at('2026-04-04 09:00'), at('2026-04-06 20:00'))).toEqual({ due, minutes: 0 });
  });

  it('of an urgent matter moves it by the clock on the wall', () => {
    expect(shifted(at('2026-05-08 01:00'), at('2026-05-08 02:30'), true).due).toEqual(at('2026-05-08 18:30'));
  });

  it('that begins after the deadline gives nothing back, and one into a year without data is unknown', () => {
    expect(shiftDue(calendar, at('2026-05-09 09:00'), due, at('2026-05-10 09:00'))).toBeNull();
    expect(
      shiftDue(calendar, at('2026-12-30 09:00'), at('2026-12-31 17:00'), at('2026-12-31 09:00')),
    ).toEqual({ known: false, year: 2027 });
  });
});

const timed: TimedMatter = {
  status: 'IN_PROGRESS',
  submittedAt: at('2026-04-03 16:00'),
  acceptDueAt: at('2026-04-07 11:30'),
  leadAcceptDueAt: at('2026-04-08 17:00'),
  firstActionDueAt: null,
  firstActionAt: null,
  contactDueAt: at('2026-04-07 17:00'),
  firstContactAt: null,
  handleDueAt: at('2026-04-13 17:00'),
  waitingSince: null,
  parkedReviewAt: null,
  lastProgressAt: at('2026-04-08 10:00'),
  doneAt: null,
  followUpDueAt: null,
  followUpAttempts: 0,
  lastAttemptAt: null,
  anonymous: false,
};
const kinds = (more: Partial<TimedMatter>) =>
  [...expectedTimers({ ...timed, ...more }, calendar).keys()].sort();

describe('timers a matter must have', () => {
  it('under way: contact, deadline, red light and progress', () => {
    expect(kinds({})).toEqual([
      'CONTACT_DUE_SOON',
      'CONTACT_OVERDUE',
      'HANDLE_DUE_SOON',
      'HANDLE_OVERDUE',
      'HANDLE_OVERDUE_RED',
      'PROGRESS_EXPECTED',
    ]);
  });

  it('once contacted, nothing reminds of contact; an anonymous reporter cannot be contacted', () => {
    expect(kinds({ firstContactAt: at('2026-04-07 09:00') })).not.toContain('CONTACT_OVERDUE');
    expect(kinds({ anonymous: true })).not.toContain('CONTACT_OVERDUE');
  });

  it('waiting for the reporter: no deadline runs, ten days of silence end it', () => {
    const waiting = expectedTimers(
      {
        ...timed,
        status: 'WAITING_REQUESTER',
        firstContactAt: at('2026-04-07 09:00'),
        waitingSince: at('2026-04-08 09:00'),
      },
      calendar,
    );
    expect([...waiting]).toEqual([['REQUESTER_SILENT', at('2026-04-18 09:00')]]);
  });

  it('a closed matter has none', () => {
    expect(kinds({ status: 'CLOSED_CONFIRMED' })).toEqual([]);
  });

  it('silence closes seven days after "done" and not before the third attempt', () => {
    const done = { ...timed, status: 'DONE_BY_HANDLER', doneAt: at('2026-04-13 10:00') } as const;
    expect(
      closesUnconfirmedAt({ ...done, followUpAttempts: 2, lastAttemptAt: at('2026-04-15 10:00') }),
    ).toBeNull();
    expect(
      closesUnconfirmedAt({ ...done, followUpAttempts: 3, lastAttemptAt: at('2026-04-15 10:00') }),
    ).toEqual(at('2026-04-20 10:00'));
    expect(
      closesUnconfirmedAt({ ...done, followUpAttempts: 3, lastAttemptAt: at('2026-04-22 10:00') }),
    ).toEqual(at('2026-04-22 10:00'));
    expect(closesUnconfirmedAt({ ...done, anonymous: true })).toEqual(at('2026-04-20 10:00'));
  });
});

describe('first contact', () => {
  const attempt = (when: string, result = 'NO_ANSWER') => ({ at: at(when), result });
  it('is made when the reporter was reached, or refused to talk', () => {
    expect(countsAsContacted([attempt('2026-04-07 09:00', 'REACHED')])).toBe(true);
    expect(countsAsContacted([attempt('2026-04-07 09:00', 'DECLINED')])).toBe(true);
  });

  it('is made after three failed attempts at different times of day', () => {
    expect(
      countsAsContacted([
        attempt('2026-04-07 09:00'),
        attempt('2026-04-07 10:00'),
        attempt('2026-04-07 11:00'),
      ]),
    ).toBe(false);
    expect(
      countsAsContacted([
        attempt('2026-04-07 09:00'),
        attempt('2026-04-07 15:00'),
        attempt('2026-04-08 09:00'),
      ]),
    ).toBe(true);
  });
});
