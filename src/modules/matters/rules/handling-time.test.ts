import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkCalendar } from '#kernel/work-calendar.ts';
import { type ConfirmedMatter, handlingTimes, median } from './handling-time.ts';

const calendar: WorkCalendar = {
  years: new Set([2026]),
  days: new Map(),
  hours: [
    { from: 510, to: 690 },
    { from: 780, to: 1020 },
  ],
};
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const closed = (from: string, to: string, level: ConfirmedMatter['level'] = 'P2'): ConfirmedMatter => ({
  level,
  submittedAt: at(from),
  closedAt: at(to),
});
const times = (count: number, matter: ConfirmedMatter) => Array.from({ length: count }, () => matter);
const ofLevel = (matters: readonly ConfirmedMatter[], level: ConfirmedMatter['level']) =>
  handlingTimes(matters, calendar).find((t) => t.level === level);

describe('median handling time (§5)', () => {
  it('is the middle: one matter that took for ever does not move it', () => {
    const week = times(9, closed('2026-11-16 08:30', '2026-11-17 08:30'));
    const year = closed('2026-01-05 08:30', '2026-11-17 08:30');
    expect(ofLevel([...week, year], 'P2')).toEqual({
      level: 'P2',
      n: 10,
      medianMinutes: 420,
      onWall: false,
      unknown: 0,
    });
  });

  it('fixture 16: under ten cases there is none, and their number is told', () => {
    const nine = times(9, closed('2026-11-16 08:30', '2026-11-17 08:30'));
    expect(ofLevel(nine, 'P2')).toMatchObject({ n: 9, medianMinutes: null });
    expect(ofLevel(nine, 'P3')).toMatchObject({ n: 0, medianMinutes: null });
  });

  it('danger is measured by the clock on the wall, at night too', () => {
    const night = times(10, closed('2026-11-15 23:00', '2026-11-16 00:30', 'P0'));
    expect(ofLevel(night, 'P0')).toMatchObject({ medianMinutes: 90, onWall: true });
  });

  it('what touches a year without calendar data is left out and counted', () => {
    const known = times(10, closed('2026-11-16 08:30', '2026-11-17 08:30'));
    const into2027 = closed('2026-12-30 09:00', '2027-01-05 09:00');
    expect(ofLevel([...known, into2027], 'P2')).toMatchObject({ n: 10, unknown: 1 });
  });

  it('lies between the least and the most, with as many on either side', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 40 }), (values) => {
        const middle = median(values)!;
        expect(Number.isInteger(middle)).toBe(true);
        expect(values.filter((v) => v < middle).length).toBeLessThanOrEqual(values.length / 2);
        expect(values.filter((v) => v > middle).length).toBeLessThanOrEqual(values.length / 2);
      }),
    );
    expect(median([])).toBeNull();
  });
});
