import fc from 'fast-check';
import { expect, it } from 'vitest';
import { covers, isDay } from '../day.ts';
import { mayAppoint, mayEnd, overlap, type Period } from './appointment.ts';

const day = fc
  .integer({ min: 0, max: 60 })
  .map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
const period: fc.Arbitrary<Period> = fc
  .tuple(day, fc.option(day))
  .map(([a, b]) => ({ fromDay: b !== null && b < a ? b : a, toDay: b !== null && b < a ? a : b }));

it('two periods overlap exactly when some day belongs to both', () => {
  fc.assert(
    fc.property(period, period, (a, b) => {
      const days = [a.fromDay, b.fromDay];
      expect(overlap(a, b)).toBe(days.some((d) => covers(a, d) && covers(b, d)));
      expect(overlap(a, b)).toBe(overlap(b, a));
    }),
  );
});

it('refuses a second holder for any day of the first', () => {
  const first = { fromDay: '2026-01-01', toDay: '2026-06-30' };
  expect(mayAppoint({ fromDay: '2026-06-30', toDay: null }, [first])).toMatchObject({
    refusal: { code: 'registry.post-is-held' },
  });
  expect(mayAppoint({ fromDay: '2026-07-01', toDay: null }, [first]).ok).toBe(true);
});

it('refuses a day that does not exist and an end before the start', () => {
  expect(isDay('2026-02-29')).toBe(false);
  expect(mayAppoint({ fromDay: '2026-02-29', toDay: null }, [])).toMatchObject({
    refusal: { code: 'registry.day-unreadable' },
  });
  expect(mayAppoint({ fromDay: '2026-03-02', toDay: '2026-03-01' }, [])).toMatchObject({
    refusal: { code: 'registry.ends-before-start' },
  });
});

it('ends an appointment once, not before it began', () => {
  const open = { fromDay: '2026-03-01', toDay: null };
  expect(mayEnd(open, '2026-03-01').ok).toBe(true);
  expect(mayEnd(open, '2026-02-28')).toMatchObject({ refusal: { code: 'registry.ends-before-start' } });
  expect(mayEnd({ ...open, toDay: '2026-05-01' }, '2026-06-01')).toMatchObject({
    refusal: { code: 'registry.appointment-already-ended', params: { day: '2026-05-01' } },
  });
});
