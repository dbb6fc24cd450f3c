import { describe, expect, it } from 'vitest';
import { addDays } from '#kernel/work-calendar.ts';
import { COMMITMENT_PERIODS, INSTANCE_STATES } from '../../contract/commitments.ts';
import { instanceStanding, mayEvidence, mayJudge, timesDue } from './instances.ts';

describe('the times a commitment falls due', () => {
  it('cover the whole term without a gap or an overlap, whatever the period', () => {
    for (const period of COMMITMENT_PERIODS)
      for (const [from, last] of [
        ['2026-01-08', '2027-01-07'],
        ['2027-11-30', '2030-11-30'],
        ['2026-12-31', '2026-12-31'],
      ] as const) {
        const times = timesDue({ period, dueOn: null }, from, last);
        expect(times[0]?.fromDay).toBe(from);
        expect(times.at(-1)?.dueOn).toBe(last);
        for (const [i, one] of times.entries())
          if (i > 0) expect(one.fromDay).toBe(addDays(times[i - 1]!.dueOn, 1));
      }
  });

  it('are the ends of calendar months and quarters, also over the turn of a year and in February', () => {
    const due = (period: 'MONTH' | 'QUARTER' | 'HALF_YEAR', from: string, last: string) =>
      timesDue({ period, dueOn: null }, from, last).map(({ dueOn }) => dueOn);
    expect(due('MONTH', '2027-12-15', '2028-03-31')).toEqual([
      '2027-12-31',
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
    ]);
    expect(due('QUARTER', '2026-02-10', '2026-08-31')).toEqual(['2026-03-31', '2026-06-30', '2026-08-31']);
    expect(due('HALF_YEAR', '2026-01-08', '2027-01-07')).toEqual(['2026-06-30', '2026-12-31', '2027-01-07']);
  });

  it('are one when there is a day', () => {
    expect(timesDue({ period: null, dueOn: '2026-05-31' }, '2026-01-08', '2027-01-07')).toEqual([
      { fromDay: '2026-01-08', dueOn: '2026-05-31' },
    ]);
  });
});

describe('one of them', () => {
  const of = (state: (typeof INSTANCE_STATES)[number]) => ({
    state,
    fromDay: '2026-04-01',
    dueOn: '2026-06-30',
  });

  it('is missed the day after it fell due, and not while it waits to be looked at', () => {
    expect(instanceStanding(of('ACTIVE'), '2026-03-31')).toBe('LATER');
    expect(instanceStanding(of('ACTIVE'), '2026-06-30')).toBe('ACTIVE');
    expect(instanceStanding(of('ACTIVE'), '2026-07-01')).toBe('MISSED');
    expect(instanceStanding(of('EVIDENCED'), '2026-07-01')).toBe('EVIDENCED');
  });

  it('can be shown late but not early, and is judged by another organisation once it is shown', () => {
    expect(INSTANCE_STATES.map((state) => mayEvidence(of(state), '2026-07-20').ok)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(mayEvidence(of('ACTIVE'), '2026-03-31').ok).toBe(false);
    expect(INSTANCE_STATES.map((state) => mayJudge(state, 'owner', 'another').ok)).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect(mayJudge('EVIDENCED', 'owner', 'owner').ok).toBe(false);
    expect(mayJudge('EVIDENCED', 'owner', undefined).ok).toBe(true);
  });
});
