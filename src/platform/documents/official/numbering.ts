import { makeTranslate } from '#platform/i18n/translate.ts';
import en from '../words/en.json' with { type: 'json' };
import zh from '../words/zh-CN.json' with { type: 'json' };
import type { Level } from './paper.ts';

/** An official paper is Chinese, whoever reads it. */
const t = makeTranslate('zh-CN', { 'zh-CN': zh, en });
const NUMERALS = t('documents.numerals').split(' ');

/** A number from 1 to 99 as it is counted in Chinese: 一, 十, 十二, 二十. */
export function counted(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10;
  const ten = tens === 0 ? '' : `${tens > 1 ? NUMERALS[tens - 1] : ''}${NUMERALS[9]}`;
  return `${ten}${ones > 0 ? NUMERALS[ones - 1] : ''}`;
}

/** A level's number as it stands before a heading, with `n` as given: 一、, （一）, 1. */
export function numberText(level: Level, n: string): string {
  return t(`documents.level-${level}`, { n });
}

/** Counts headings: a higher one begins the lower ones anew. */
export function headingCounter(): { next(level: Level): string; startAgain(): void } {
  const at = [0, 0, 0];
  return {
    next(level) {
      at[level - 1] = (at[level - 1] ?? 0) + 1;
      at.fill(0, level);
      const n = at[level - 1] ?? 1;
      return numberText(level, level === 3 ? String(n) : counted(n));
    },
    startAgain: () => void at.fill(0),
  };
}

/** The foot of a page: — 1 — */
export function pageText(n: number | string): string {
  return t('documents.page', { n });
}
