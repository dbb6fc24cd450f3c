import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TERM_STATES } from '../../contract/terms.ts';
import {
  daysLater,
  LEGAL_RULES,
  mayEnterTerm,
  mayLayDown,
  monthsLater,
  reportDueOn,
  reportState,
} from './committee-rules.ts';
import { mayEndTerm, TERM_ACTIONS, TERM_LIFE, termAfter } from './hand-over.ts';

const LARGE = 6_660_000;
const SMALL = 1_000_000;
const term = (more = {}) => ({ number: 1, fromDay: '2024-03-01', toDay: '2027-02-28', members: 7, ...more });
const enters = (more = {}, area = LARGE, others: Parameters<typeof mayEnterTerm>[3] = []) => {
  const answer = mayEnterTerm(term(more), LEGAL_RULES, area, others);
  return answer.ok ? 'ok' : answer.refusal.code;
};

describe('a term of an owners’ committee (Shanghai provisions, art. 20)', () => {
  it('lasts three to five years, to the day', () => {
    expect(enters()).toBe('ok');
    expect(enters({ toDay: '2027-02-27' })).toBe('registry.term-years');
    expect(enters({ toDay: '2029-02-28' })).toBe('ok');
    expect(enters({ toDay: '2029-03-01' })).toBe('registry.term-years');
  });

  it('begins on the last day of February of a leap year like any other', () => {
    expect(enters({ fromDay: '2024-02-29', toDay: '2027-02-27' })).toBe('ok');
    expect(enters({ fromDay: '2024-02-29', toDay: '2027-02-26' })).toBe('registry.term-years');
  });

  it('has an odd number of members from five on', () => {
    const sizes = [1, 2, 3, 4, 5, 6, 7, 9, 5.5];
    expect(sizes.filter((members) => enters({ members }) === 'ok')).toEqual([5, 7, 9]);
  });

  it('has three members too where the estate is not larger than 10,000 m²', () => {
    const sizes = [1, 2, 3, 4, 5, 6, 7];
    expect(sizes.filter((members) => enters({ members }, SMALL) === 'ok')).toEqual([3, 5, 7]);
    expect(enters({ members: 3 }, SMALL + 1)).toBe('registry.committee-size');
  });

  it('follows the last one by number and by day', () => {
    const others = [{ number: 2, fromDay: '2021-03-01', toDay: '2024-02-29' }];
    expect(enters({ number: 3 }, LARGE, others)).toBe('ok');
    expect(enters({ number: 2 }, LARGE, others)).toBe('registry.term-number');
    expect(enters({ number: 3, fromDay: '2024-02-29' }, LARGE, others)).toBe('registry.terms-overlap');
  });
});

describe('the report before the end of a term (art. 28)', () => {
  it('is due five months before', () => {
    expect(reportDueOn('2027-02-28', LEGAL_RULES)).toBe('2026-09-28');
    expect(reportDueOn('2027-07-31', LEGAL_RULES)).toBe('2027-02-28');
  });

  it('is not due, due soon, late or done', () => {
    const on = (today: string, reportedOn: string | null = null) =>
      reportState({ toDay: '2027-02-28', reportedOn }, LEGAL_RULES, today);
    expect(['2026-08-27', '2026-08-28', '2026-09-28', '2026-09-29'].map((day) => on(day))).toEqual([
      'NOT_YET',
      'SOON',
      'SOON',
      'LATE',
    ]);
    expect(on('2026-12-01', '2026-09-01')).toBe('DONE');
  });
});

it('months later and back again is the same day or the end of a shorter month', () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((n) => daysLater('2000-01-01', n));
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 120 }), (from, months) => {
      const back = monthsLater(monthsLater(from, months), -months);
      expect(back <= from && back.slice(0, 7) === from.slice(0, 7)).toBe(true);
      if (Number(from.slice(8)) <= 28) expect(back).toBe(from);
    }),
  );
});

it('rules of a neighborhood name their basis and keep committees odd', () => {
  const lays = (more: Partial<typeof LEGAL_RULES>) => {
    const answer = mayLayDown({ ...LEGAL_RULES, basis: '业主大会决定', ...more });
    return answer.ok ? 'ok' : answer.refusal.code;
  };
  expect(lays({})).toBe('ok');
  expect(lays({ basis: ' ' })).toBe('registry.basis-missing');
  expect(lays({ leastMembers: 6 })).toBe('registry.rule-odd');
  expect(lays({ leastYears: 6 })).toBe('registry.rule-years');
  expect(lays({ reportMonths: Number.NaN })).toBe('registry.rule-number');
});

describe('the life of a term', () => {
  it.each(TERM_STATES.flatMap((state) => TERM_ACTIONS.map((action) => [action, state] as const)))(
    '%s in %s leads where the table says, or nowhere',
    (action, state) => {
      const row = TERM_LIFE.find((one) => one.action === action && one.from === state);
      expect(termAfter(action, state)).toMatchObject(row ? { ok: true, value: row.to } : { ok: false });
    },
  );

  it('ends only forward: running, handing over, handed over', () => {
    const order = (state: string) => TERM_STATES.indexOf(state as never);
    expect(TERM_LIFE.filter((row) => order(row.to) < order(row.from))).toEqual([]);
    expect(TERM_LIFE.filter((row) => row.from === 'HANDED_OVER')).toEqual([]);
  });

  it('ends before its time for a reason only, never in days to come', () => {
    const end = (lastDay: string, reason = '') => {
      const answer = mayEndTerm(
        { fromDay: '2024-03-01', toDay: '2027-02-28' },
        lastDay,
        reason,
        '2026-11-23',
      );
      return answer.ok ? 'ok' : answer.refusal.code;
    };
    expect(end('2026-11-23')).toBe('registry.early-end-reason');
    expect(end('2026-11-23', '集体辞职')).toBe('ok');
    expect(end('2026-11-24', '集体辞职')).toBe('registry.day-to-come');
    expect(end('2024-02-29', '集体辞职')).toBe('registry.ends-before-start');
  });
});
