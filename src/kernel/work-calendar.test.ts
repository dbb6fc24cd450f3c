import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkdays,
  addWorkMinutes,
  dateKey,
  isWorkday,
  nextWorkMoment,
  shanghai,
  type WorkCalendar,
  workdaysBetween,
  workMinutesBetween,
} from './work-calendar.ts';

const rest = [
  '2026-01-01',
  '2026-01-02',
  '2026-02-16',
  '2026-02-17',
  '2026-02-18',
  '2026-02-19',
  '2026-02-20',
  '2026-02-23',
  '2026-04-06',
  '2026-05-01',
  '2026-05-04',
  '2026-05-05',
  '2026-06-19',
  '2026-09-25',
  '2026-10-01',
  '2026-10-02',
  '2026-10-05',
  '2026-10-06',
  '2026-10-07',
];
const work = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];
const calendar: WorkCalendar = {
  years: new Set([2026]),
  days: new Map([...rest.map((d) => [d, 'REST'] as const), ...work.map((d) => [d, 'WORK'] as const)]),
  hours: [
    { from: 510, to: 690 },
    { from: 780, to: 1020 },
  ],
};
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const known = <T>(answer: { known: true; value: T } | { known: false; year: number }): T => {
  if (!answer.known) throw new Error(`year ${answer.year} is not known`);
  return answer.value;
};
const moment = fc
  .integer({ min: at('2026-01-01 00:00').getTime(), max: at('2026-11-01 00:00').getTime() })
  .map((milliseconds) => new Date(milliseconds));
const span = fc.integer({ min: 1, max: 4000 });

describe('days', () => {
  it.each(work)('%s is made up for a holiday, and a working day', (day) => {
    expect(known(isWorkday(calendar, day))).toBe(true);
  });

  it.each(rest)('%s is a holiday', (day) => {
    expect(known(isWorkday(calendar, day))).toBe(false);
  });

  it.each([
    ['2026-02-14', true, 'a make-up Saturday is a working day'],
    ['2026-02-16', false, 'a Monday in Spring Festival is not'],
    ['2026-05-09', true, 'the make-up Saturday after Labour Day is'],
    ['2026-11-20', true, 'an ordinary Friday is'],
    ['2026-11-21', false, 'an ordinary Saturday is not'],
  ])('%s: %s, %s', (day, expected) => {
    expect(known(isWorkday(calendar, day))).toBe(expected);
  });

  it('fixture 5: Friday 2026-04-03 16:00 plus one working day is Tuesday 2026-04-07 17:00', () => {
    expect(known(addWorkdays(calendar, at('2026-04-03 16:00'), 1))).toEqual(at('2026-04-07 17:00'));
  });

  it('counts from a rest day as from the working day before it', () => {
    expect(known(addWorkdays(calendar, at('2026-11-21 10:00'), 1))).toEqual(at('2026-11-23 17:00'));
  });

  it('counts the make-up day before Spring Festival, and not the festival', () => {
    expect(known(addWorkdays(calendar, at('2026-02-13 09:00'), 2))).toEqual(at('2026-02-24 17:00'));
    expect(known(workdaysBetween(calendar, at('2026-02-13 09:00'), at('2026-02-24 09:00')))).toBe(2);
  });

  it('does not guess a year without data, not even its Wednesdays', () => {
    expect(isWorkday(calendar, '2027-03-03')).toEqual({ known: false, year: 2027 });
    expect(addWorkdays(calendar, at('2026-12-30 09:00'), 5)).toEqual({ known: false, year: 2027 });
    expect(addWorkMinutes(calendar, at('2026-12-31 16:59'), 2)).toEqual({ known: false, year: 2027 });
    expect(workMinutesBetween(calendar, at('2026-12-30 09:00'), at('2027-01-05 09:00')).known).toBe(false);
  });
});

describe('hours', () => {
  it('leaves lunch out: four working hours from 10:20 end at 15:50', () => {
    expect(known(addWorkMinutes(calendar, at('2026-04-15 10:20'), 240))).toEqual(at('2026-04-15 15:50'));
  });

  it('leaves the evening and the weekend out', () => {
    expect(known(addWorkMinutes(calendar, at('2026-11-20 16:00'), 120))).toEqual(at('2026-11-23 09:30'));
  });

  it('counts the minute a moment lies in, so that lengths are whole numbers', () => {
    const [a, b] = [new Date('2026-11-19T09:00:07+08:00'), new Date('2026-11-19T10:10:31+08:00')];
    expect(known(workMinutesBetween(calendar, a, b))).toBe(70);
    expect(known(addWorkMinutes(calendar, a, 60))).toEqual(at('2026-11-19 10:00'));
    expect(known(nextWorkMoment(calendar, a))).toEqual(a);
  });

  it('begins at half past eight for what comes in at night', () => {
    expect(known(nextWorkMoment(calendar, at('2026-11-19 22:00')))).toEqual(at('2026-11-20 08:30'));
  });
});

describe('properties', () => {
  const inWorkingTime = (d: Date) => {
    const minute = (d.getTime() - shanghai(dateKey(d), 0).getTime()) / 60_000;
    return (
      known(isWorkday(calendar, dateKey(d))) && calendar.hours.some((h) => minute > h.from && minute <= h.to)
    );
  };

  it('a deadline never lies in a holiday, at night or at lunch', () => {
    fc.assert(
      fc.property(moment, span, (from, minutes) =>
        inWorkingTime(known(addWorkMinutes(calendar, from, minutes))),
      ),
    );
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 20 }), (from, n) =>
        inWorkingTime(known(addWorkdays(calendar, from, n))),
      ),
    );
  });

  it('later starts never give earlier deadlines', () => {
    fc.assert(
      fc.property(moment, moment, span, (a, b, minutes) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        return (
          known(addWorkMinutes(calendar, first, minutes)) <= known(addWorkMinutes(calendar, second, minutes))
        );
      }),
    );
  });

  it('two spans one after the other are their sum', () => {
    fc.assert(
      fc.property(moment, span, span, (from, x, y) => {
        const stepwise = known(addWorkMinutes(calendar, known(addWorkMinutes(calendar, from, x)), y));
        expect(stepwise).toEqual(known(addWorkMinutes(calendar, from, x + y)));
      }),
    );
  });

  it('what was added is what lies between', () => {
    fc.assert(
      fc.property(moment, span, (from, minutes) => {
        expect(
          known(workMinutesBetween(calendar, from, known(addWorkMinutes(calendar, from, minutes)))),
        ).toBe(minutes);
      }),
    );
  });

  it('what needs a year without data never has a value', () => {
    const lastDay = fc.integer({ min: 0, max: 1439 }).map((minute) => shanghai('2026-12-31', minute));
    fc.assert(
      fc.property(lastDay, span, fc.integer({ min: 1, max: 20 }), (from, minutes, n) => {
        const left = known(workMinutesBetween(calendar, from, shanghai('2026-12-31', 1439)));
        expect(addWorkMinutes(calendar, from, left + minutes)).toEqual({ known: false, year: 2027 });
        expect(addWorkdays(calendar, from, n)).toEqual({ known: false, year: 2027 });
        expect(workdaysBetween(calendar, from, shanghai('2027-01-01', 0)).known).toBe(false);
      }),
    );
  });

  it('time between is additive', () => {
    fc.assert(
      fc.property(moment, moment, moment, (x, y, z) => {
        const [a, b, c] = [x, y, z].sort((p, q) => p.getTime() - q.getTime()) as [Date, Date, Date];
        const whole = known(workMinutesBetween(calendar, a, c));
        expect(known(workMinutesBetween(calendar, a, b)) + known(workMinutesBetween(calendar, b, c))).toBe(
          whole,
        );
      }),
    );
  });
});
