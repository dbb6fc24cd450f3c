import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RatedMatter, rate, threeRates } from './rates.ts';

const now = new Date('2026-11-20T02:00:00Z');
const before = new Date('2026-11-10T02:00:00Z');
const late = new Date('2026-11-12T02:00:00Z');
const matter = (more: Partial<RatedMatter> = {}): RatedMatter => ({
  status: 'CLOSED_CONFIRMED',
  anonymous: false,
  contactDueAt: before,
  firstContactAt: before,
  resolved: true,
  redos: 0,
  satisfaction: 5,
  ...more,
});
const many = (count: number, more: Partial<RatedMatter> = {}) =>
  Array.from({ length: count }, () => matter(more));

describe('three rates with their denominators', () => {
  it('fixture 16: under ten cases there is no percentage', () => {
    expect(rate(9, 9)).toEqual({ numerator: 9, denominator: 9, percent: null });
    expect(rate(9, 10)).toEqual({ numerator: 9, denominator: 10, percent: 90 });
  });

  it('parked counts as not solved, and is told beside', () => {
    const rates = threeRates(
      [...many(9), ...many(1, { status: 'PARKED', resolved: null, satisfaction: null })],
      now,
    );
    expect(rates.resolution).toEqual({ numerator: 9, denominator: 10, percent: 90 });
    expect(rates.satisfaction.denominator).toBe(9);
    expect(rates.parked).toBe(1);
  });

  it('merged children and declined matters are left out and counted', () => {
    const rates = threeRates(
      [...many(10), ...many(3, { status: 'MERGED' }), ...many(2, { status: 'DECLINED' })],
      now,
    );
    expect(rates.resolution.denominator).toBe(10);
    expect(rates.excluded).toMatchObject({ merged: 3, declined: 2 });
  });

  it('closing without an answer raises nothing', () => {
    const rates = threeRates(
      many(20, { status: 'CLOSED_UNCONFIRMED', resolved: null, satisfaction: null }),
      now,
    );
    expect(rates.resolution.denominator).toBe(0);
    expect(rates.excluded.unconfirmed).toBe(20);
  });

  it('closed with an explanation is never a success', () => {
    const rates = threeRates(many(12, { status: 'CLOSED_EXPLAINED', resolved: false, satisfaction: 1 }), now);
    expect(rates.resolution.denominator).toBe(0);
    expect(rates.excluded.explained).toBe(12);
  });

  it('a contact that is late, or still missing after its day, is not in time', () => {
    const rates = threeRates(
      [...many(8), ...many(1, { firstContactAt: late }), ...many(1, { firstContactAt: null })],
      now,
    );
    expect(rates.response).toEqual({ numerator: 8, denominator: 10, percent: 80 });
  });

  it('an answer "not solved" counts, also when it was solved in the end', () => {
    const rates = threeRates(
      [...many(9), ...many(1, { redos: 1 }), ...many(1, { resolved: false, redos: 2, status: 'ESCALATED' })],
      now,
    );
    expect(rates.resolution).toEqual({ numerator: 10, denominator: 13, percent: 77 });
  });

  it('so-so is not satisfied, and is shown beside', () => {
    const rates = threeRates([...many(10), ...many(5, { satisfaction: 3 })], now);
    expect(rates.satisfaction).toMatchObject({ numerator: 10, denominator: 15 });
    expect(rates.soSo).toBe(5);
  });

  it('an anonymous report may be told solved, and is not asked how pleased', () => {
    const rates = threeRates([...many(10), ...many(2, { anonymous: true, satisfaction: 1 })], now);
    expect(rates.resolution).toMatchObject({ numerator: 12, denominator: 12 });
    expect(rates.satisfaction).toMatchObject({ numerator: 10, denominator: 10 });
    expect(rates.response.denominator).toBe(10);
    expect(rates.excluded.anonymous).toBe(2);
  });

  it('solved and not pleased, pleased and not solved: both are kept as they were said', () => {
    const rates = threeRates(
      [...many(10, { satisfaction: 1 }), ...many(10, { resolved: false, satisfaction: 5 })],
      now,
    );
    expect(rates.resolution.numerator).toBe(10);
    expect(rates.satisfaction.numerator).toBe(10);
  });

  it('a percentage never leaves 0–100 and is exact to half a point', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 5000 }), fc.nat(5000), (denominator, n) => {
        const numerator = n % (denominator + 1);
        const { percent } = rate(numerator, denominator);
        expect(Math.abs(percent! * denominator - 100 * numerator)).toBeLessThanOrEqual(denominator / 2);
      }),
    );
  });
});
