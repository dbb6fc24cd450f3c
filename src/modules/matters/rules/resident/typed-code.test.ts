import { describe, expect, it } from 'vitest';
import { readCode, readPin } from './typed-code.ts';

describe('a typed code', () => {
  it('may be written small, spaced, with any dash or in full width', () => {
    const ways = [
      'ZJ-2611-0042',
      'zj-2611-0042',
      ' zj 2611 0042 ',
      'ZJ26110042',
      'ＺＪ－２６１１－００４２',
      'zj—2611—0042',
    ];
    expect(ways.map(readCode)).toEqual(ways.map(() => 'ZJ-2611-0042'));
  });
  it('may begin with a digit among its letters', () => {
    expect(['E1-2611-0001', 'e1 2611 0001', 'X9Y-2611-00123'].map(readCode)).toEqual([
      'E1-2611-0001',
      'E1-2611-0001',
      'X9Y-2611-00123',
    ]);
  });
  it('is none when it cannot be one', () => {
    expect(['', 'ZJ', '2611-0042', 'ZJ-26-0042', "ZJ-2611-0042'--", 'ZJ-2611-0042-1'].map(readCode)).toEqual(
      Array(6).fill(null),
    );
  });
});

describe('a typed PIN', () => {
  it('is six digits however they are spaced', () => {
    expect(['123456', '123 456', '１２３４５６', '12-34-56'].map(readPin)).toEqual(Array(4).fill('123456'));
    expect(['', '12345', '1234567', '12345a'].map(readPin)).toEqual(Array(4).fill(null));
  });
});
