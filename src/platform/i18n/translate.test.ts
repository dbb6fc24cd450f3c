import { describe, expect, it } from 'vitest';
import { makeTranslate, mergeWords } from './translate.ts';

const dictionaries = {
  'zh-CN': { 'box.open': '还有 {n} 件', 'box.name': '{name} 的信箱', 'only.zh': '只有中文' },
  en: { 'box.open': '{n} left', 'box.open_one': 'One left', 'box.name': "{name}'s box" },
};

describe('a sentence', () => {
  it('has its holes filled', () => {
    expect(makeTranslate('zh-CN', dictionaries)('box.name', { name: '王阿姨' })).toBe('王阿姨 的信箱');
    expect(makeTranslate('en', dictionaries)('box.name', { name: 'Sam' })).toBe("Sam's box");
  });

  it('takes the singular in English only', () => {
    const t = makeTranslate('en', dictionaries);
    expect([t('box.open', { n: 1 }), t('box.open', { n: 0 }), t('box.open', { n: 2 })]).toEqual([
      'One left',
      '0 left',
      '2 left',
    ]);
    expect(makeTranslate('zh-CN', dictionaries)('box.open', { n: 1 })).toBe('还有 1 件');
  });

  it('never fills what a visitor typed as if it were a hole', () => {
    expect(makeTranslate('en', dictionaries)('box.name', { name: '{n} $& <b>' })).toBe("{n} $& <b>'s box");
  });
});

describe('a missing sentence', () => {
  it('is an error while developing', () => {
    const t = makeTranslate('en', dictionaries);
    expect(() => t('no.such')).toThrow('No words in en for no.such');
    expect(() => t('only.zh')).toThrow('only.zh');
    expect(() => t('box.name')).toThrow('{name} in box.name');
  });

  it('is told and shown in Chinese in production', () => {
    const told: string[] = [];
    const t = makeTranslate('en', dictionaries, (key, locale) => told.push(`${locale} ${key}`));
    expect(t('only.zh')).toBe('只有中文');
    expect(t('no.such')).toBe('no.such');
    expect(told).toEqual(['en only.zh', 'en no.such']);
  });

  it('is not found in the prototype of an object', () => {
    expect(() => makeTranslate('zh-CN', dictionaries)('constructor')).toThrow('constructor');
  });
});

it('words of two places may not say the same key', () => {
  expect(mergeWords([{ a: '1' }, { b: '2' }])).toEqual({ a: '1', b: '2' });
  expect(() => mergeWords([{ a: '1' }, { a: '2' }])).toThrow('Two places have words for a');
});
