import { describe, expect, it } from 'vitest';
import {
  type Candidate,
  type Draft,
  type Earlier,
  isChronic,
  likelyDuplicates,
  similarity,
} from './duplicates.ts';

const now = new Date('2026-11-20T02:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const draft: Draft = {
  category: 'A09',
  text: '一楼大门门禁坏了',
  estateId: 'e',
  buildingId: 'b',
  stairwellId: 's',
  commonPartId: null,
};
const candidate = (more: Partial<Candidate> = {}): Candidate => ({
  ...draft,
  id: 'x',
  submittedAt: daysAgo(1),
  ...more,
});

describe('likely duplicates', () => {
  it('same entrance, same category: very likely, and it says why', () => {
    expect(likelyDuplicates(draft, [candidate()], now)).toEqual([
      { id: 'x', score: 115, reasons: ['SAME_PLACE', 'SAME_CATEGORY', 'SIMILAR_WORDS'] },
    ]);
  });

  it('same words in another category still count', () => {
    expect(likelyDuplicates(draft, [candidate({ category: 'A99' })], now)).toHaveLength(1);
  });

  it('the same problem three entrances away in other words does not', () => {
    const other = candidate({ buildingId: 'b2', stairwellId: 's2', text: '后门锁不上' });
    expect(likelyDuplicates(draft, [other], now)).toEqual([]);
  });

  it('another estate, or more than two weeks ago, never', () => {
    expect(
      likelyDuplicates(
        draft,
        [candidate({ estateId: 'other' }), candidate({ submittedAt: daysAgo(15) })],
        now,
      ),
    ).toEqual([]);
  });

  it('the likeliest first, five at most', () => {
    const list = Array.from({ length: 8 }, (_, i) =>
      candidate({ id: String(i), text: i === 7 ? draft.text : '门禁坏' }),
    );
    const found = likelyDuplicates(draft, list, now);
    expect(found).toHaveLength(5);
    expect(found[0]!.id).toBe('7');
  });

  it('similarity is 0 for strangers and 100 for the same words', () => {
    expect(similarity('停车难', '停车难')).toBe(100);
    expect(similarity('停车难', '漏水了')).toBe(0);
    expect(similarity('', '')).toBe(0);
  });
});

describe('chronic problems (§4.2)', () => {
  const here = { category: 'C03', estateId: 'e', buildingId: null, stairwellId: 's', commonPartId: null };
  const earlier = (days: number, more: Partial<Earlier> = {}): Earlier => ({
    ...here,
    status: 'CLOSED_CONFIRMED',
    submittedAt: daysAgo(days),
    ...more,
  });

  it('the third of a category at a place within 90 days', () => {
    expect(isChronic(here, [earlier(10)], now)).toBe(false);
    expect(isChronic(here, [earlier(10), earlier(80)], now)).toBe(true);
    expect(isChronic(here, [earlier(10), earlier(91)], now)).toBe(false);
  });

  it('three neighbours who report one fault on one day do not make it chronic', () => {
    expect(isChronic(here, [earlier(0), earlier(0)], now)).toBe(false);
    expect(isChronic(here, [earlier(0), earlier(30), earlier(30)], now)).toBe(false);
    expect(isChronic(here, [earlier(0), earlier(30), earlier(60)], now)).toBe(true);
  });

  it.each(['MERGED', 'DECLINED', 'WITHDRAWN'] as const)('what is %s is not counted', (status) => {
    expect(isChronic(here, [earlier(10, { status }), earlier(80)], now)).toBe(false);
  });

  it('elsewhere or of another kind does not count', () => {
    expect(
      isChronic(here, [earlier(1, { stairwellId: 'other' }), earlier(2, { category: 'C05' })], now),
    ).toBe(false);
  });
});
