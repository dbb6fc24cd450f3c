/** A year's exceptions as they are typed from the official list, one line each. Pure. */
import { ok, type Result, refuse } from '#kernel/result.ts';
import { addDays } from '#kernel/work-calendar.ts';

export type TypedDay = { readonly day: string; readonly kind: 'WORK' | 'REST'; readonly name: string };

/** A year has at least this many days of rest besides weekends; fewer means that the list is not whole. */
const FEWEST_REST_DAYS = 7;
const LONGEST_HOLIDAY = 15;

const LINE = /^([-+])\s*(\d{4}-\d\d-\d\d)(?:\s*(?:\.\.|~)\s*(\d{4}-\d\d-\d\d))?\s+(\S.*)$/;

function realDay(day: string): boolean {
  return addDays(day, 0) === day;
}

/**
 * Reads lines such as `- 2027-02-06..2027-02-12 Spring Festival` (rest) and `+ 2027-01-30 make-up` (work).
 *
 * @returns the days of the year, or a refusal that names the first line that cannot be read.
 */
export function readYear(text: string, year: number): Result<TypedDay[]> {
  const days = new Map<string, TypedDay>();
  const lines = text.split('\n').map((line) => line.normalize('NFKC').trim());
  for (const [i, line] of lines.entries()) {
    if (line === '') continue;
    const found = LINE.exec(line);
    const [, sign, from, to = from, name] = found ?? [];
    const unreadable = () => refuse('matters.calendar-line', { field: 'days', params: { n: i + 1 } });
    if (!from || !to || !name || !safeDay(from) || !safeDay(to) || to < from) return unreadable();
    if (Number(from.slice(0, 4)) !== year || Number(to.slice(0, 4)) !== year) return unreadable();
    let day = from;
    for (let n = 0; day <= to; n++, day = addDays(day, 1)) {
      if (n >= LONGEST_HOLIDAY) return unreadable();
      days.set(day, { day, kind: sign === '+' ? 'WORK' : 'REST', name: name.slice(0, 40) });
    }
  }
  const rest = [...days.values()].filter((d) => d.kind === 'REST').length;
  if (rest < FEWEST_REST_DAYS)
    return refuse('matters.calendar-not-whole', { field: 'days', params: { n: FEWEST_REST_DAYS } });
  return ok([...days.values()]);
}

function safeDay(day: string): boolean {
  return !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && realDay(day);
}
