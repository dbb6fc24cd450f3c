import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MATTER_STATUSES } from '../../contract.ts';
import { CATEGORIES } from '../intake/categories.ts';
import {
  categoriesPublished,
  mayNameBuilding,
  mayShowSingly,
  PUBLISHED_STATUSES,
  publicStateOf,
  tellCount,
} from './publicity.ts';

const anyCategory = fc.constantFrom(...CATEGORIES.map((c) => c.code));

describe('what is published (domain brief §4.1)', () => {
  it('D and F are never shown singly and never with a building, whatever anybody agreed to', () => {
    fc.assert(
      fc.property(anyCategory, fc.boolean(), fc.nat(), (category, publishConsent, households) => {
        const counted = category.startsWith('D') || category.startsWith('F');
        fc.pre(counted);
        expect(mayShowSingly({ category, publishConsent, publishWithdrawn: false })).toBe(false);
        expect(mayNameBuilding(category, households)).toBe(false);
      }),
    );
  });
  it('E needs the reporter’s consent, but for E03; A, B, C, G and H do not', () => {
    for (const { code } of CATEGORIES) {
      const open = /^[ABCGH]/.test(code) || code === 'E03';
      expect(mayShowSingly({ category: code, publishConsent: false, publishWithdrawn: false })).toBe(open);
      if (code.startsWith('E'))
        expect(mayShowSingly({ category: code, publishConsent: true, publishWithdrawn: false })).toBe(true);
    }
  });
  it('what its reporter took back is not shown, whatever the category', () => {
    for (const { code: category } of CATEGORIES)
      expect(mayShowSingly({ category, publishConsent: false, publishWithdrawn: true })).toBe(false);
  });
  it('every category is published in exactly one way', () => {
    const all = (['SINGLE', 'CONSENT', 'COUNT'] as const).flatMap(categoriesPublished);
    expect(all.toSorted()).toEqual(CATEGORIES.map((c) => c.code).toSorted());
  });
  it('nothing is published before it is taken up, or when it was declined, merged or withdrawn', () => {
    const hidden = MATTER_STATUSES.filter((status) => publicStateOf(status) === null);
    expect(hidden).toEqual(['SUBMITTED', 'DECLINED', 'MERGED', 'WITHDRAWN']);
    expect(PUBLISHED_STATUSES).toHaveLength(MATTER_STATUSES.length - hidden.length);
  });
  it('a building is named from five households on', () => {
    expect([0, 1, 4, 5, 26].map((n) => mayNameBuilding('A05', n))).toEqual([false, false, false, true, true]);
  });
  it('counts from one to four are not told', () => {
    expect([0, 1, 4, 5, 12].map(tellCount)).toEqual([0, null, null, 5, 12]);
  });
});
