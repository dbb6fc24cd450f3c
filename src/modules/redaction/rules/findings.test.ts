import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxInPixels, fitBox } from './boxes.ts';
import { candidatesIn, findingsIn, openPoints, settle } from './findings.ts';
import { nameCandidates } from './names.ts';

const text = (words: string, field = 'body') => ({ field, text: words, most: 2000 });
const known = (name: string, ...posts: string[]) => ({ name, posts });
const found = (words: string, ...names: ReturnType<typeof known>[]) =>
  findingsIn([text(words)], names).map((one) => [one.kind, one.found]);

describe('names of the register', () => {
  it('are found inside a sentence, the longer one where two overlap', () => {
    expect(found('请张三丰把车挪走', known('张三'), known('张三丰'))).toEqual([['NAME', '张三丰']]);
  });
  it('a surname with a title is how neighbors are named in public, and no finding', () => {
    expect(found('谢谢王阿姨和李老师', known('王秀英'))).toEqual([]);
  });
  it('in English too', () => {
    expect(found('Please thank Sam Testman for it', known('Sam Testman'))).toEqual([['NAME', 'Sam Testman']]);
  });
  it('with a dot between the parts', () => {
    expect(nameCandidates('请找阿依古丽·买买提谢谢').han).toContain('阿依古丽·买买提');
  });
  it('somebody may be named in their published post, and nowhere else', () => {
    const head = known('郑测试', '主任', '测试居委会');
    expect(found('测试居委会郑测试主持', head)).toEqual([]);
    expect(found('郑测试家里漏水', head)).toEqual([['NAME', '郑测试']]);
  });
  it('stand beside what else is found, and nothing is found twice', () => {
    expect(found('3号楼502张三，13800001234', known('张三'))).toEqual([
      ['ROOM', '502'],
      ['NAME', '张三'],
      ['PHONE', '13800001234'],
    ]);
  });
  it('every name of two to four characters is asked about, wherever it stands', () => {
    const han = fc.constantFrom(...'赵钱孙李周吴郑王冯陈一二三的了在');
    const name = fc.array(han, { minLength: 2, maxLength: 4 }).map((all) => all.join(''));
    const around = fc
      .array(fc.constantFrom(...'的了在，。 a1', '𠮷'), { maxLength: 8 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(around, name, around, (before, who, after) => {
        expect(candidatesIn([text(before + who + after)]).han).toContain(who);
      }),
    );
  });
  it('20,000 characters are prepared in well under a second', () => {
    const began = performance.now();
    findingsIn([text('春眠不觉晓处处闻啼鸟夜来风雨声花落知多少'.repeat(1000))], [known('花落知')]);
    candidatesIn([text('春眠不觉晓处处闻啼鸟夜来风雨声花落知多少'.repeat(1000))]);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe('a false alarm', () => {
  const said = {
    field: 'body',
    kind: 'PHONE',
    found: '63581234',
    reason: '值班电话',
    personId: 'p',
    at: new Date(0),
  };
  it('that was dismissed stays so for these words in this field, and for nothing else', () => {
    const findings = findingsIn([text('打63581234，或63581235'), text('63581234', 'title')], []);
    const settled = settle(findings, [said]);
    expect(settled.map((one) => one.dismissed?.reason ?? null)).toEqual(['值班电话', null, null]);
    expect(openPoints(settled, [])).toBe(2);
  });
  it('a picture nobody has looked at is an open point', () => {
    const picture = { fileId: 'f', boxes: [], coveredFileId: null };
    expect(openPoints([], [picture])).toBe(1);
    expect(openPoints([], [{ ...picture, coveredFileId: 'g' }])).toBe(0);
  });
});

describe('a box', () => {
  it('is kept inside the picture and never covers less than was marked', () => {
    const part = fc.double({ min: -200, max: 1200, noNaN: true });
    fc.assert(
      fc.property(part, part, part, part, fc.integer({ min: 1, max: 1600 }), (x, y, w, h, side) => {
        const box = fitBox({ x, y, w, h });
        if (!box) return;
        const pixels = boxInPixels(box, side, side);
        expect(pixels.left).toBeLessThanOrEqual((Math.max(0, x) / 1000) * side);
        expect(pixels.left + pixels.width).toBeGreaterThanOrEqual(
          (Math.min(1000, x + w) / 1000) * side - 1e-6,
        );
        expect(pixels.left + pixels.width).toBeLessThanOrEqual(Math.max(side, pixels.left + 1));
        expect(pixels.width).toBeGreaterThan(0);
      }),
    );
  });
  it('outside of the picture is none', () => {
    expect(fitBox({ x: 1200, y: 0, w: 10, h: 10 })).toBeNull();
    expect(fitBox({ x: 0, y: 0, w: 0, h: 10 })).toBeNull();
  });
});
