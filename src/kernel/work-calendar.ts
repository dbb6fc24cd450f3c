/**
 * Working time as pure functions over data. Which days people work is decided every year by the State
 * Council's office; a year that has no data is unknown, never guessed (docs/decisions/0007).
 *
 * Shanghai is UTC+8 all year (no daylight saving since 1991), so wall-clock arithmetic is a fixed shift.
 *
 * Working time is counted in whole minutes: a moment counts as the minute it lies in. So lengths are whole
 * numbers, add up exactly, and a deadline shown as 10:27 ends at 10:27:00.
 */

/** An answer that may need a year nobody has entered yet. */
export type Known<T> =
  | { readonly known: true; readonly value: T }
  | { readonly known: false; readonly year: number };

export type WorkCalendar = {
  /** Years whose official holidays and make-up days have been entered. */
  readonly years: ReadonlySet<number>;
  /** Exceptions to Monday–Friday, by day (`2026-04-06`). */
  readonly days: ReadonlyMap<string, 'WORK' | 'REST'>;
  /** Working hours of a working day in minutes from midnight, in order; the gap is lunch. */
  readonly hours: readonly { readonly from: number; readonly to: number }[];
};

const MINUTE = 60_000;
const DAY_MINUTES = 1440;
const SHIFT = 8 * 60 * MINUTE;
/** Longest stretch any rule looks ahead, in days; beyond it something is wrong with the calendar. */
const HORIZON_DAYS = 3000;

/** The day in Shanghai: `2026-04-07`. */
export function dateKey(at: Date): string {
  return new Date(at.getTime() + SHIFT).toISOString().slice(0, 10);
}

/** A moment in Shanghai from a day and the minute of it. */
export function shanghai(day: string, minuteOfDay: number): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - SHIFT + minuteOfDay * MINUTE);
}

/** The day a number of calendar days later (or earlier). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MINUTES * MINUTE).toISOString().slice(0, 10);
}

/** The minute of its day a moment lies in, 0–1439; seconds are dropped. */
function minuteOf(at: Date): number {
  return Math.floor((at.getTime() + SHIFT) / MINUTE) % DAY_MINUTES;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** Whether people work on a day. Unknown in a year without data, also for what is plainly a Wednesday. */
export function isWorkday(calendar: WorkCalendar, day: string): Known<boolean> {
  const year = yearOf(day);
  if (!calendar.years.has(year)) return { known: false, year };
  const exception = calendar.days.get(day);
  if (exception) return { known: true, value: exception === 'WORK' };
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return { known: true, value: weekday >= 1 && weekday <= 5 };
}

/** The first working day on or after a day. */
function nextWorkday(calendar: WorkCalendar, from: string): Known<string> {
  let day = from;
  for (let i = 0; i < HORIZON_DAYS; i++, day = addDays(day, 1)) {
    const work = isWorkday(calendar, day);
    if (!work.known) return work;
    if (work.value) return { known: true, value: day };
  }
  return { known: false, year: yearOf(day) };
}

/** The end of working hours, in minutes from midnight. */
function closing(calendar: WorkCalendar): number {
  return calendar.hours.at(-1)?.to ?? 17 * 60;
}

/**
 * The end of working hours of the n-th working day after the day of `from`: counting starts on the working
 * day that follows, whether `from` itself is one or not. Friday 2026-04-03 16:00 + 1 = Tuesday 2026-04-07
 * 17:00, with the holiday between (acceptance fixture 5).
 *
 * @param n a whole number, at least 1.
 */
export function addWorkdays(calendar: WorkCalendar, from: Date, n: number): Known<Date> {
  let day = dateKey(from);
  for (let left = n; left > 0; left--) {
    const next = nextWorkday(calendar, addDays(day, 1));
    if (!next.known) return next;
    day = next.value;
  }
  return { known: true, value: shanghai(day, closing(calendar)) };
}

/** The first moment of working time at or after a moment. */
export function nextWorkMoment(calendar: WorkCalendar, from: Date): Known<Date> {
  let day = dateKey(from);
  let minute = minuteOf(from);
  for (;;) {
    const work = nextWorkday(calendar, day);
    if (!work.known) return work;
    if (work.value !== day) minute = 0;
    day = work.value;
    const span = calendar.hours.find((h) => minute < h.to);
    if (span) {
      const start = shanghai(day, Math.max(minute, span.from));
      return { known: true, value: start < from ? from : start };
    }
    day = addDays(day, 1);
    minute = 0;
  }
}

/**
 * The moment when `minutes` of working time have passed since `from`; lunch, evenings and rest days do not
 * count. Never lands on the first minute of a span when it could be the last of the one before.
 *
 * @param minutes a whole number, at least 0; 0 is {@link nextWorkMoment}.
 */
export function addWorkMinutes(calendar: WorkCalendar, from: Date, minutes: number): Known<Date> {
  if (minutes === 0) return nextWorkMoment(calendar, from);
  let left = minutes;
  let day = dateKey(from);
  let minute = minuteOf(from);
  for (;;) {
    const work = nextWorkday(calendar, day);
    if (!work.known) return work;
    if (work.value !== day) minute = 0;
    day = work.value;
    for (const span of calendar.hours) {
      const start = Math.max(minute, span.from);
      if (start >= span.to) continue;
      if (left <= span.to - start) return { known: true, value: shanghai(day, start + left) };
      left -= span.to - start;
    }
    day = addDays(day, 1);
    minute = 0;
  }
}

/** Working minutes of one day that lie between two minutes of it. */
function minutesWithin(calendar: WorkCalendar, from: number, to: number): number {
  return calendar.hours.reduce((sum, h) => sum + Math.max(0, Math.min(to, h.to) - Math.max(from, h.from)), 0);
}

/** Whole working minutes between two moments; 0 when `b` is not after `a`. */
export function workMinutesBetween(calendar: WorkCalendar, a: Date, b: Date): Known<number> {
  if (b <= a) return { known: true, value: 0 };
  const first = dateKey(a);
  const last = dateKey(b);
  let sum = 0;
  for (let day = first, i = 0; day <= last && i < HORIZON_DAYS; day = addDays(day, 1), i++) {
    const work = isWorkday(calendar, day);
    if (!work.known) return work;
    if (!work.value) continue;
    const from = day === first ? minuteOf(a) : 0;
    const to = day === last ? minuteOf(b) : DAY_MINUTES;
    sum += minutesWithin(calendar, from, to);
  }
  return { known: true, value: sum };
}

/** Working days after the day of `a`, up to and with the day of `b`. */
export function workdaysBetween(calendar: WorkCalendar, a: Date, b: Date): Known<number> {
  const last = dateKey(b);
  let sum = 0;
  for (let day = addDays(dateKey(a), 1), i = 0; day <= last && i < HORIZON_DAYS; day = addDays(day, 1), i++) {
    const work = isWorkday(calendar, day);
    if (!work.known) return work;
    if (work.value) sum += 1;
  }
  return { known: true, value: sum };
}
