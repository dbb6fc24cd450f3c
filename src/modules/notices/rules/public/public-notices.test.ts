import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dateKey, isWorkday, shanghai, type WorkCalendar } from '#kernel/work-calendar.ts';
import { PUBLIC_KINDS, PUBLIC_STATES, PUBLIC_STEPS } from '../../contract/public.ts';
import {
  daysTouched,
  endAfterOutage,
  endOfPeriod,
  isInTime,
  PERIODS,
  periodOf,
  tooShort,
  whyNoOutage,
} from './periods.ts';
import { checkMark, PUBLIC_TRANSITIONS, publicLeadsTo, turnOf } from './public-lifecycle.ts';
import { concerns } from './scope.ts';

const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const calendar: WorkCalendar = {
  years: new Set([2026]),
  days: new Map([...['01', '02', '05', '06', '07']].map((d) => [`2026-10-${d}`, 'REST' as const])),
  hours: [{ from: 540, to: 1020 }],
};
const end = (startsAt: Date, days: number) => {
  const answer = endOfPeriod(calendar, startsAt, days);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
};

describe('the end of a period', () => {
  it('the day it begins does not count, and the last day counts until midnight', () => {
    expect(end(at('2026-11-16 09:00'), 7)).toEqual(at('2026-11-24 00:00'));
    expect(end(at('2026-11-16 23:59'), 7)).toEqual(at('2026-11-24 00:00'));
  });

  it('a last day that is a holiday moves to the end of the next working day', () => {
    // Thirty days from 1 September end on 1 October, the first of seven days off.
    expect(end(at('2026-09-01 10:00'), 30)).toEqual(at('2026-10-09 00:00'));
  });

  it('a year nobody entered the holidays of is never guessed', () => {
    const answer = endOfPeriod(calendar, at('2026-12-20 10:00'), 30);
    expect(answer).toMatchObject({
      ok: false,
      refusal: { code: 'notices.calendar-missing', params: { year: 2027 } },
    });
  });

  it('holds at least as many whole days as were asked for, and ends on a working day', () => {
    const day = fc.integer({ min: 0, max: 290 }).map((n) => addDays('2026-01-01', n));
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 1, max: 60 }),
        (d, minute, days) => {
          const startsAt = shanghai(d, minute);
          const endsAt = end(startsAt, days);
          expect(endsAt.getTime()).toBeGreaterThanOrEqual(shanghai(addDays(d, days + 1), 0).getTime());
          const last = dateKey(new Date(endsAt.getTime() - 1));
          expect(isWorkday(calendar, last)).toEqual({ known: true, value: true });
        },
      ),
    );
  });
});

describe('an outage', () => {
  it('the days it touched are added at the end, which never comes earlier', () => {
    expect(daysTouched(at('2026-11-17 22:00'), at('2026-11-18 01:00'))).toBe(2);
    expect(daysTouched(at('2026-11-17 08:00'), at('2026-11-18 00:00'))).toBe(1);
    const before = end(at('2026-11-16 09:00'), 7);
    expect(endAfterOutage(calendar, before, 2)).toEqual({ ok: true, value: at('2026-11-26 00:00') });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), (lost) => {
        const answer = endAfterOutage(calendar, before, lost);
        expect(answer.ok && answer.value.getTime() >= before.getTime() + lost * 86_400_000).toBe(true);
      }),
    );
  });

  it.each([
    ['it ends before it began', '2026-11-18 10:00', '2026-11-18 09:00', 'notices.outage-ends-before-start'],
    ['it is not over yet', '2026-11-18 10:00', '2026-11-21 09:00', 'notices.outage-not-over'],
    [
      'it began before the notice was out',
      '2026-11-15 10:00',
      '2026-11-18 09:00',
      'notices.outage-outside-period',
    ],
  ])('is refused when %s', (_why, from, to, code) => {
    const period = { startsAt: at('2026-11-16 09:00'), endsAt: at('2026-11-24 00:00') };
    expect(whyNoOutage({ from: at(from), to: at(to) }, period, at('2026-11-20 09:00'))?.code).toBe(code);
  });
});

describe('the shortest period', () => {
  it.each(PUBLIC_KINDS)(
    'of %s can be longer than its rule and never shorter, and names its basis',
    (kind) => {
      const rule = periodOf(kind, '2026-11-23');
      expect(rule.basis).not.toBe('');
      expect(tooShort(kind, rule.days, '2026-11-23')).toBeNull();
      expect(tooShort(kind, rule.days + 30, '2026-11-23')).toBeNull();
      expect(tooShort(kind, rule.days - 1, '2026-11-23')).toMatchObject({ source: rule.basis });
    },
  );

  it('an owners’ assembly is announced fifteen days before, an audit hangs for thirty, a roll for seven', () => {
    const days = (kind: (typeof PUBLIC_KINDS)[number]) => PERIODS[0]?.kinds[kind].days;
    expect([days('OWNERS_ASSEMBLY'), days('AUDIT'), days('BALLOT_ROLL')]).toEqual([15, 30, 7]);
  });
});

describe('an objection', () => {
  it('on the last minute of the last day is in time, at midnight it is not', () => {
    const period = { startsAt: at('2026-11-16 09:00'), endsAt: at('2026-11-24 00:00') };
    expect(isInTime(at('2026-11-23 23:59'), period)).toBe(true);
    expect(isInTime(at('2026-11-24 00:00'), period)).toBe(false);
    expect(isInTime(at('2026-11-16 08:59'), period)).toBe(false);
  });

  it('comes from whoever lives where the notice concerns', () => {
    const home = { estate: { id: 'e1' }, building: { id: 'b1' } };
    expect(concerns({ estate_ids: [], building_ids: [] }, [home])).toBe(true);
    expect(concerns({ estate_ids: ['e2'], building_ids: [] }, [home])).toBe(false);
    expect(concerns({ estate_ids: ['e1'], building_ids: ['b2'] }, [home])).toBe(false);
    expect(concerns({ estate_ids: ['e1'], building_ids: ['b1'] }, [home])).toBe(true);
    expect(concerns({ estate_ids: [], building_ids: [] }, [])).toBe(false);
  });
});

describe('the life of a notice', () => {
  it('every step from every state leads where the table says, and nowhere else', () => {
    const led = PUBLIC_STEPS.flatMap((step) =>
      PUBLIC_STATES.map((from) => [step, from, publicLeadsTo(step, from)] as const),
    ).filter(([, , to]) => to !== null);
    expect(led).toHaveLength(PUBLIC_TRANSITIONS.flatMap(({ from }) => from).length);
    expect(led.map(([step, from, to]) => `${step}: ${from} → ${to}`)).toMatchSnapshot();
  });

  it('what is archived or replaced never comes back, and nothing is edited or deleted', () => {
    for (const step of PUBLIC_STEPS) {
      for (const state of ['ARCHIVED', 'SUPERSEDED'] as const)
        expect([null, state]).toContain(publicLeadsTo(step, state));
    }
    expect(PUBLIC_STEPS.filter((step) => /edit|change|delete/.test(step))).toEqual([]);
  });

  it('time takes it out, to its objections, to its end and into the archive', () => {
    const facts = {
      startsAt: at('2026-11-16 09:00'),
      endsAt: at('2026-11-24 00:00'),
      concludedAt: null,
      open: 0,
    };
    const turn = (more: object, now: string) => turnOf({ ...facts, state: 'LIVE', ...more }, at(now));
    expect(turn({ state: 'SCHEDULED' }, '2026-11-16 08:59')).toBeNull();
    expect(turn({ state: 'SCHEDULED' }, '2026-11-16 09:00')).toBe('go-live');
    expect(turn({}, '2026-11-23 23:59')).toBeNull();
    expect(turn({}, '2026-11-24 00:00')).toBe('conclude');
    expect(turn({ open: 1 }, '2026-11-24 00:00')).toBe('end-period');
    expect(turn({ state: 'OBJECTIONS_HANDLING', open: 1 }, '2026-12-24 00:00')).toBeNull();
    expect(turn({ state: 'OBJECTIONS_HANDLING' }, '2026-11-25 00:00')).toBe('conclude');
    const concluded = { state: 'CONCLUDED', concludedAt: at('2026-11-24 00:00') };
    expect(turn(concluded, '2026-12-23 23:59')).toBeNull();
    expect(turn(concluded, '2026-12-24 00:00')).toBe('archive');
    expect(turn({ state: 'SUPERSEDED' }, '2026-12-24 00:00')).toBeNull();
  });

  it('sheets of two versions bear different marks', () => {
    expect(checkMark('ab12cd34ef')).toBe('AB12CD');
  });
});
