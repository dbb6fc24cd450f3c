import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayBefore, exceedsWhole, type HoldingFacts, mayEndHolding, mayHold, readShare } from './holdings.ts';

const holding = (more: Partial<HoldingFacts> = {}): HoldingFacts => ({
  holderId: 'wang',
  relation: 'OWNER',
  share: null,
  isRepresentative: false,
  fromDay: '2026-01-01',
  toDay: null,
  ...more,
});
const code = (added: HoldingFacts, ...others: HoldingFacts[]) => {
  const answer = mayHold(added, others);
  return answer.ok ? 'may' : answer.refusal.code;
};
const quarter = { numerator: 1, denominator: 4 };

describe('who holds a unit', () => {
  it('may be one owner, with tenants and family beside', () => {
    expect(code(holding())).toBe('may');
    expect(code(holding({ holderId: 'zhao', relation: 'TENANT' }), holding())).toBe('may');
    expect(code(holding({ holderId: 'li', relation: 'HOUSEHOLD_MEMBER' }), holding())).toBe('may');
  });
  it('is not a second sole owner at the same time, but may be one after a sale', () => {
    expect(code(holding({ holderId: 'li' }), holding())).toBe('registry.owner-is-sole');
    expect(code(holding({ holderId: 'li', relation: 'CO_OWNER' }), holding())).toBe('registry.owner-is-sole');
    expect(code(holding({ holderId: 'li', fromDay: '2026-06-01' }), holding({ toDay: '2026-05-31' }))).toBe(
      'may',
    );
    expect(code(holding({ holderId: 'li', relation: 'DEVELOPER_UNSOLD' }), holding())).toBe(
      'registry.owner-is-sole',
    );
  });
  it('is not the same person twice in the same way', () => {
    const heir = holding({ relation: 'CO_OWNER', share: quarter });
    expect(code(heir, heir)).toBe('registry.holds-already');
  });
  it('are co-owners whose shares stay within the whole', () => {
    const heirs = ['a', 'b', 'c'].map((holderId) =>
      holding({ holderId, relation: 'CO_OWNER', share: quarter }),
    );
    expect(code(holding({ holderId: 'd', relation: 'CO_OWNER', share: quarter }), ...heirs)).toBe('may');
    const half = { numerator: 1, denominator: 2 };
    expect(code(holding({ holderId: 'd', relation: 'CO_OWNER', share: half }), ...heirs)).toBe(
      'registry.shares-exceed',
    );
  });
  it('has one agreed representative, who is an owner', () => {
    const speaks = holding({ holderId: 'a', relation: 'CO_OWNER', isRepresentative: true });
    expect(code(holding({ holderId: 'b', relation: 'CO_OWNER', isRepresentative: true }), speaks)).toBe(
      'registry.one-representative',
    );
    expect(code(holding({ relation: 'TENANT', isRepresentative: true }))).toBe(
      'registry.representative-is-owner',
    );
  });
  it('has days that exist, in order', () => {
    expect(code(holding({ fromDay: '2026-02-30' }))).toBe('registry.day-unreadable');
    expect(code(holding({ toDay: 'soon' }))).toBe('registry.day-unreadable');
    expect(code(holding({ toDay: '2025-12-31' }))).toBe('registry.ends-before-start');
  });
  it('ends once, not before it began, unless it was never true', () => {
    const ends = (lastDay: string, because: 'SOLD' | 'WRONG_ENTRY', toDay: string | null = null) => {
      const answer = mayEndHolding({ fromDay: '2026-01-01', toDay }, lastDay, because);
      return answer.ok ? 'may' : answer.refusal.code;
    };
    expect(ends('2026-05-31', 'SOLD')).toBe('may');
    expect(ends('2025-12-31', 'SOLD')).toBe('registry.ends-before-start');
    expect(ends('2025-12-31', 'WRONG_ENTRY')).toBe('may');
    expect(ends('2026-05-31', 'SOLD', '2026-05-01')).toBe('registry.holding-ended');
  });
});

describe('a share', () => {
  it('is read as a fraction or in percent', () => {
    expect(['1/4', ' １／４ ', '25%', '33.33%', ''].map((typed) => readShare(typed))).toEqual(
      [
        quarter,
        quarter,
        { numerator: 2500, denominator: 10_000 },
        { numerator: 3333, denominator: 10_000 },
        null,
      ].map((value) => ({ ok: true, value })),
    );
  });
  it('is refused when it is none', () => {
    for (const typed of ['half', '5/4', '0/4', '1/0', '101%', '1/20000']) {
      expect([typed, readShare(typed).ok]).toEqual([typed, false]);
    }
  });
  it('n times 1/n is the whole, and a little more is too much', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (n) => {
        const each = Array.from({ length: n }, () => ({ numerator: 1, denominator: n }));
        expect(exceedsWhole(each)).toBe(false);
        expect(exceedsWhole([...each, { numerator: 1, denominator: 10_000 }])).toBe(true);
      }),
    );
  });
});

it('the day before crosses months and years', () => {
  expect(['2026-03-01', '2024-03-01', '2026-01-01'].map(dayBefore)).toEqual([
    '2026-02-28',
    '2024-02-29',
    '2025-12-31',
  ]);
});
