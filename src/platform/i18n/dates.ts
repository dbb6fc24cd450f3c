import type { Translate } from './translate.ts';

/** Mainland China keeps one time zone all year, so that eight hours are the whole rule. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

function shanghai(at: Date): Date {
  return new Date(at.getTime() + SHANGHAI_OFFSET_MS);
}

/** The day of a moment in Shanghai, `2026-11-20`. */
export function dayOf(at: Date): string {
  return shanghai(at).toISOString().slice(0, 10);
}

/** The time of a moment in Shanghai, `14:20`. */
export function timeOf(at: Date): string {
  return shanghai(at).toISOString().slice(11, 16);
}

/** The moment of a day and time in Shanghai. @param time `14:20`; the start of the day without it. */
export function momentOf(day: string, time = '00:00'): Date {
  return new Date(`${day}T${time}:00+08:00`);
}

/** Whole days from one day to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** Days and moments in words, as people say them. */
export type Dates = {
  /** `今天`, `明天`, `11月20日 周五`, `2025年3月1日`. Takes a moment or a day `2026-11-20`. */
  day(at: Date | string): string;
  /** `14:20`. */
  time(at: Date): string;
  /** `今天 14:20`, `11月20日 周五 14:20`. */
  moment(at: Date): string;
  /** `今天 14:20 前`, `11月20日前`; once it has passed `超期 2 天`. For chips and lists. */
  deadline(at: Date): string;
  /** `今天 14:20 前`, `11月20日 周五 17:00 前`, whether it has passed or not. For sentences. */
  until(at: Date): string;
  /** A length of time: `3 天`, `1 小时 32 分钟`. @param ms not negative. */
  span(ms: number): string;
  /** `刚刚`, `12 分钟前`, `3 小时前`, `2 天前`. */
  ago(at: Date): string;
};

/** @param now the moment of the page. */
export function makeDates(t: Translate, now: Date): Dates {
  const today = dayOf(now);
  const day = (at: Date | string) => dayInWords(t, typeof at === 'string' ? at : dayOf(at), today);
  const until = (at: Date) => {
    const time = timeOf(at);
    const distance = daysBetween(today, dayOf(at));
    if (distance === 0) return t('date.by-today', { time });
    if (distance === 1) return t('date.by-tomorrow', { time });
    return t('date.by-moment', { day: day(at), time });
  };
  return {
    day,
    until,
    time: timeOf,
    moment: (at) => t('date.moment', { day: day(at), time: timeOf(at) }),
    deadline(at) {
      if (at <= now) return lateInWords(t, at, now);
      const distance = daysBetween(today, dayOf(at));
      return distance <= 1 ? until(at) : t('date.by-day', { day: dayInWords(t, dayOf(at), today, false) });
    },
    span: (ms) => spanInWords(t, ms),
    ago(at) {
      const ms = now.getTime() - at.getTime();
      return ms < MINUTE ? t('date.just-now') : t('date.ago', { span: spanInWords(t, ms, false) });
    },
  };
}

function dayInWords(t: Translate, day: string, today: string, withWeekday = true): string {
  const distance = daysBetween(today, day);
  if (distance === 0) return t('date.today');
  if (distance === 1) return t('date.tomorrow');
  if (distance === -1) return t('date.yesterday');
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const parts = { month: t(`date.month.${month}`), day: date };
  if (year !== Number(today.slice(0, 4))) return t('date.day-year', { ...parts, year });
  if (!withWeekday) return t('date.day', parts);
  return t('date.day-weekday', {
    ...parts,
    weekday: t(`date.weekday.${new Date(`${day}T00:00Z`).getUTCDay()}`),
  });
}

/** Under a day by the clock, from then on by the calendar: due on the 20th is 2 days late on the 22nd. */
function lateInWords(t: Translate, at: Date, now: Date): string {
  const ms = now.getTime() - at.getTime();
  if (ms < HOUR) return t('date.late-minutes', { n: Math.max(1, Math.floor(ms / MINUTE)) });
  if (ms < DAY) return t('date.late-hours', { n: Math.floor(ms / HOUR) });
  return t('date.late-days', { n: daysBetween(dayOf(at), dayOf(now)) });
}

function spanInWords(t: Translate, ms: number, exact = true): string {
  const minutes = Math.floor(ms / MINUTE);
  if (minutes < 60) return t('date.span-minutes', { n: minutes });
  if (ms >= DAY) return t('date.span-days', { n: Math.floor(ms / DAY) });
  const hours = Math.floor(minutes / 60);
  if (!exact || minutes % 60 === 0) return t('date.span-hours', { n: hours });
  return t('date.span-hours-minutes', { hours, minutes: minutes % 60 });
}
