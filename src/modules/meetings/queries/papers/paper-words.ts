import type { TwoNames } from '#modules/registry/contract.ts';
import { dayOf, timeOf } from '#platform/i18n/dates.ts';
import { makeTranslate, mergeWords } from '#platform/i18n/translate.ts';
import en from '../../words/en.json' with { type: 'json' };
import papersEn from '../../words/papers.en.json' with { type: 'json' };
import papersZh from '../../words/papers.zh-CN.json' with { type: 'json' };
import zh from '../../words/zh-CN.json' with { type: 'json' };

/** The words of official papers: Chinese, whatever language the reader's pages are in. */
export const say = makeTranslate('zh-CN', {
  'zh-CN': mergeWords([zh, papersZh]),
  en: mergeWords([en, papersEn]),
});

export const named = (names: TwoNames): string => names.nameZh;

/** 2026年4月16日 */
export function dayText(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return say('meetings.paper.day', { year, month, day: date });
}

/** 2026年4月16日19:00, or with an end on the same day 2026年4月16日19:00至20:45. */
export function timeText(from: Date, to: Date | null): string {
  const parts = { day: dayText(dayOf(from)), from: timeOf(from) };
  if (!to || dayOf(to) !== dayOf(from)) return say('meetings.paper.time', parts);
  return say('meetings.paper.time-until', { ...parts, to: timeOf(to) });
}

/** Names one after the other: 甲、乙、丙 */
export function listed(names: readonly string[]): string {
  return names.join(say('meetings.paper.between'));
}
