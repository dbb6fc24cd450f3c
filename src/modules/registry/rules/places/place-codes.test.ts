import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaText } from './area-text.ts';
import { buildingCode, commonPartCode, stairwellCode, unitCode } from './place-codes.ts';
import { readArea } from './typed-area.ts';

describe('codes of places', () => {
  const within = { estate: 'ZJ', building: buildingCode(3), stairwell: stairwellCode(8) };
  it('say estate, building, entrance and room', () => {
    expect(unitCode(within, 'DWELLING', '502')).toBe('ZJ-B03-S08-0502');
    expect(unitCode(within, 'DWELLING', ' ５０２ ')).toBe('ZJ-B03-S08-0502');
    expect(unitCode(within, 'SHOP', '3a')).toBe('ZJ-B03-S08-SHOP-3A');
    expect(unitCode({ estate: 'CS', building: null, stairwell: null }, 'PARKING', 'P001')).toBe('CS-TP-P001');
  });
  it('of common parts count on', () => {
    expect(commonPartCode('ZJ', 'PUMP_ROOM', new Set(['ZJ-PUMP-ROOM-1']))).toBe('ZJ-PUMP-ROOM-2');
  });
});

describe('an area', () => {
  it('is read as people type it', () => {
    expect(['88.4', '88.40㎡', '1,280.5 平方米', '８８．４', '90 m²'].map(readArea)).toEqual([
      8840, 8840, 128_050, 8840, 9000,
    ]);
  });
  it('is refused when it is none', () => {
    expect(['', '0', '-5', '88.405', 'abc', '1e3', '88,4'].map(readArea)).toEqual(Array(7).fill(null));
  });
  it('reads back as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (area) => readArea(areaText(area)) === area),
    );
  });
});
