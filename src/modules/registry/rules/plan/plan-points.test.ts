import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOf, MOST_CORNERS, pointsText, readPoints } from './plan-points.ts';

const refusal = (typed: string) => {
  const read = readPoints(typed);
  return read.ok ? null : read.refusal.code;
};

describe('points on a plan', () => {
  it('are pairs of percent, from the left and from the top', () => {
    expect(readPoints('12.5,30 40,30 40,55')).toEqual({
      ok: true,
      value: [1250, 3000, 4000, 3000, 4000, 5500],
    });
  });
  it('may be typed with full-width signs and semicolons', () => {
    expect(readPoints('１２.５，３０；40,30； 40,55')).toMatchObject({ ok: true });
  });
  it('make a pin when there is one', () => {
    expect(readPoints('50,50')).toEqual({ ok: true, value: [5000, 5000] });
  });
  it('are refused with the reason', () => {
    expect(refusal('')).toBe('registry.points-unreadable');
    expect(refusal('left top')).toBe('registry.points-unreadable');
    expect(refusal('10,20 30')).toBe('registry.points-unreadable');
    expect(refusal('10,20 30,120')).toBe('registry.points-outside');
    expect(refusal('-1,20')).toBe('registry.points-outside');
    expect(refusal('10,20 30,20')).toBe('registry.points-a-line');
    expect(refusal(Array.from({ length: MOST_CORNERS + 1 }, () => '1,1').join(' '))).toBe(
      'registry.points-too-many',
    );
  });
  it('read back as they were written', () => {
    const coordinate = fc.integer({ min: 0, max: 10_000 });
    const shape = fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: MOST_CORNERS });
    fc.assert(
      fc.property(shape, (pairs) => {
        const points = pairs.flat();
        expect(readPoints(pointsText(points))).toEqual({ ok: true, value: points });
      }),
    );
  });
  it('lie in their box', () => {
    expect(boxOf([100, 200, 300, 200, 300, 500])).toEqual({ x: 100, y: 200, width: 200, height: 300 });
    expect(boxOf([1000, 1000])).toEqual({ x: 750, y: 750, width: 500, height: 500 });
  });
});
