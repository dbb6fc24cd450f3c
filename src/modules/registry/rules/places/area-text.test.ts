import { expect, it } from 'vitest';
import { areaText } from './area-text.ts';

it.each([
  [6_660_000, '66,600.00'],
  [8_840, '88.40'],
  [5, '0.05'],
  [15_760_001, '157,600.01'],
  [123_456_789_01, '123,456,789.01'],
])('writes %i hundredths as %s m²', (area, text) => {
  expect(areaText(area)).toBe(text);
});
