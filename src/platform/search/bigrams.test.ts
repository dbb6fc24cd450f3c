import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queryTokens, searchTokens } from './bigrams.ts';

const finds = (query: string, text: string) => {
  const stored = new Set(searchTokens(text));
  return queryTokens(query).every((token) => stored.has(token));
};

describe('search by any two characters', () => {
  it.each([
    ['停车', '小区里停车难'],
    ['车难', '小区里停车难'],
    ['水管', '换水管时挖了路'],
    ['柏', '门前的柏树'],
    ['ZJ-2604-0031', '编号 ZJ-2604-0031 施工'],
    ['0031', '编号 ZJ-2604-0031 施工'],
    ['３号楼', '紫荆小区 3号楼 8号门'],
    ['s08', 'ZJ-B03-S08-0502'],
    ['lamp', 'Street LAMP broken'],
    ['电梯 困人', '3号楼电梯困人了'],
  ])('“%s” finds “%s”', (query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  it.each([
    ['车停', '小区里停车难'],
    ['水电', '水管和电线'],
    ['lam', 'street lamp'],
  ])('“%s” does not find “%s”', (query, text) => {
    expect(finds(query, text)).toBe(false);
  });

  it('every two neighbouring Chinese characters of a text find it', () => {
    const chinese = fc.string({
      unit: fc.constantFrom(...'停车难水管漏电梯门禁坏了树'),
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(chinese, fc.nat(1000), (text, n) => {
        const i = n % (text.length - 1);
        return finds(text.slice(i, i + 2), text);
      }),
    );
  });

  it('an empty or punctuation-only query asks for nothing', () => {
    expect(queryTokens(' ，。! ')).toEqual([]);
  });
});
