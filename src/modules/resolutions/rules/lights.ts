/** Lights of the supervision board (domain brief §3.7, §4.4): yellow before, orange after the due day, then red. Pure. */

import { ok, type Result, refuse } from '#kernel/result.ts';
import { addDays, isWorkday, shanghai, type WorkCalendar, workdaysBetween } from '#kernel/work-calendar.ts';
import { type ActionState, type Light, OVER } from '../contract.ts';

type Timed = {
  readonly state: ActionState;
  readonly dueOn: string;
  /** Day of the last report; while others check it, that day counts and not today. */
  readonly reportedOn?: string | null;
};
/** Working days, from the rules of procedure it was resolved under. */
export type LightDays = { readonly warn: number; readonly red: number };

/** Working days after a day, up to and with another; every day counts in a year nobody has entered. */
function between(calendar: WorkCalendar, from: string, until: string): number {
  const found = workdaysBetween(calendar, shanghai(from, 0), shanghai(until, 0));
  if (found.known) return found.value;
  let days = 0;
  for (let day = from; day < until; day = addDays(day, 1)) days += 1;
  return days;
}

/**
 * The light of an action on a day. The due day itself is still in time; yellow begins `warn` working days before
 * it, red when it is overdue by more than `red` working days. While a report is being checked the light stays as it
 * was on the day of the report: the time others take is not the doer's.
 */
export function lightOf(action: Timed, today: string, calendar: WorkCalendar, days: LightDays): Light {
  if (OVER.includes(action.state)) return 'DONE';
  const isReported = action.state === 'SUBMITTED' || action.state === 'VERIFYING';
  const day = isReported ? (action.reportedOn ?? today) : today;
  if (day > action.dueOn) return between(calendar, action.dueOn, day) > days.red ? 'RED' : 'ORANGE';
  if (isReported) return 'ON_TIME';
  return between(calendar, day, action.dueOn) <= days.warn ? 'YELLOW' : 'ON_TIME';
}

const NUMBERS = /^(?:(\d{4})\s*[-年./]\s*)?(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?$/;

/**
 * Reads a due day as people write it: `2026-04-20`, `4月20日`, `4-20`; without a year it is the next such day.
 * 「尽快」, 「月底前」 and the like are no dates (fixture 9). It must be a working day, and not gone by.
 *
 * @param field of the form, for the refusal.
 */
export function readDueDay(
  typed: string,
  today: string,
  calendar: WorkCalendar,
  field: string,
): Result<string> {
  const told = { field, params: { typed }, source: 'fixture 9' };
  const found = NUMBERS.exec(typed.normalize('NFKC').trim());
  if (!found) return refuse('resolutions.due-not-a-date', told);
  const [, year, month = '', date = ''] = found;
  const dayIn = (y: string) => `${y}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  let day = dayIn(year ?? today.slice(0, 4));
  if (!year && day < today) day = dayIn(String(Number(today.slice(0, 4)) + 1));
  if (!isDay(day)) return refuse('resolutions.due-not-a-date', told);
  if (day < today) return refuse('resolutions.due-gone-by', told);
  const work = isWorkday(calendar, day);
  return work.known && !work.value ? refuse('resolutions.due-not-a-workday', told) : ok(day);
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
