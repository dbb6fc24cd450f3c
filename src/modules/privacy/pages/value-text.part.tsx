import type { OwnValue } from '#kernel/own-data.ts';
import type { Dates } from '#platform/i18n/dates.ts';
import type { Translate } from '#platform/i18n/translate.ts';

/** A value of somebody's data in words; empty for what is not there. */
export function valueText(value: OwnValue, { t, dates }: { t: Translate; dates: Dates }): string {
  if (value === null) return '';
  if (value instanceof Date) return dates.moment(value);
  if (typeof value === 'boolean') return t(value ? 'privacy.yes' : 'privacy.no');
  if (typeof value === 'object') return t(value.words);
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return dates.day(value);
  return String(value);
}
