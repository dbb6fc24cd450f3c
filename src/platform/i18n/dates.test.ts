import { describe, expect, it } from 'vitest';
import { dayOf, daysBetween, makeDates, momentOf, timeOf } from './dates.ts';
import { makeTranslate } from './translate.ts';
import en from './words/en.json' with { type: 'json' };
import zh from './words/zh-CN.json' with { type: 'json' };

/** Sunday 22 November 2026, 10:00 in Shanghai. */
const NOW = new Date('2026-11-22T02:00:00Z');
const chinese = makeDates(makeTranslate('zh-CN', { 'zh-CN': zh, en }), NOW);
const english = makeDates(makeTranslate('en', { 'zh-CN': zh, en }), NOW);
const at = (day: string, time: string) => momentOf(day, time);

describe('days of Shanghai', () => {
  it('begin eight hours before those of Greenwich', () => {
    expect(dayOf(new Date('2026-11-21T15:59:59Z'))).toBe('2026-11-21');
    expect(dayOf(new Date('2026-11-21T16:00:00Z'))).toBe('2026-11-22');
    expect(timeOf(new Date('2026-11-21T16:05:00Z'))).toBe('00:05');
    expect(momentOf('2026-11-22').toISOString()).toBe('2026-11-21T16:00:00.000Z');
  });

  it('are counted across months and years', () => {
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1);
    expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1);
  });
});

describe('a day in words', () => {
  it.each([
    ['2026-11-22', '今天', 'today'],
    ['2026-11-23', '明天', 'tomorrow'],
    ['2026-11-21', '昨天', 'yesterday'],
    ['2026-11-20', '11月20日 周五', 'Fri 20 Nov'],
    ['2026-12-31', '12月31日 周四', 'Thu 31 Dec'],
    ['2027-01-01', '2027年1月1日', '1 Jan 2027'],
  ])('%s is %s, %s', (day, inChinese, inEnglish) => {
    expect([chinese.day(day), english.day(day)]).toEqual([inChinese, inEnglish]);
  });

  it('may be a moment', () => {
    expect(chinese.moment(at('2026-11-20', '14:20'))).toBe('11月20日 周五 14:20');
    expect(english.moment(at('2026-11-22', '08:05'))).toBe('today, 08:05');
  });
});

describe('a deadline in words', () => {
  it.each([
    ['2026-11-22', '14:20', '今天 14:20 前', 'by 14:20 today'],
    ['2026-11-23', '17:00', '明天 17:00 前', 'by 17:00 tomorrow'],
    ['2026-11-30', '17:00', '11月30日前', 'by 30 Nov'],
    ['2026-11-22', '09:59', '超期 1 分钟', '1 minute late'],
    ['2026-11-22', '07:00', '超期 3 小时', '3 hours late'],
    ['2026-11-21', '11:00', '超期 23 小时', '23 hours late'],
    ['2026-11-21', '10:00', '超期 1 天', '1 day late'],
    ['2026-11-20', '17:00', '超期 2 天', '2 days late'],
  ])('%s %s is %s, %s', (day, time, inChinese, inEnglish) => {
    expect([chinese.deadline(at(day, time)), english.deadline(at(day, time))]).toEqual([
      inChinese,
      inEnglish,
    ]);
  });

  it('is said with its time where there is room', () => {
    expect(chinese.until(at('2026-11-20', '17:00'))).toBe('11月20日 周五 17:00 前');
    expect(english.until(at('2026-11-30', '17:00'))).toBe('by 17:00, Mon 30 Nov');
  });
});

describe('lengths of time in words', () => {
  it.each([
    [92 * 60_000, '1 小时 32 分钟', '1 h 32 min'],
    [2 * 3_600_000, '2 小时', '2 hours'],
    [59_000, '0 分钟', '0 minutes'],
    [3 * 86_400_000 + 5, '3 天', '3 days'],
  ])('%d ms is %s, %s', (ms, inChinese, inEnglish) => {
    expect([chinese.span(ms), english.span(ms)]).toEqual([inChinese, inEnglish]);
  });

  it('ago', () => {
    expect(chinese.ago(NOW)).toBe('刚刚');
    expect(english.ago(new Date(NOW.getTime() - 61_000))).toBe('1 minute ago');
    expect(chinese.ago(new Date(NOW.getTime() - 3.7 * 3_600_000))).toBe('3 小时前');
  });
});
