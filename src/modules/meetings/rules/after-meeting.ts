/** By when a body meets again, and what has to be done after a meeting (domain brief §3.2, §4.3). Pure. */
import {
  addDays,
  addWorkdays,
  dateKey,
  type Known,
  shanghai,
  type WorkCalendar,
} from '#kernel/work-calendar.ts';
import type { BodyKind } from '../contract/bodies.ts';
import type { MeetingState } from '../contract/meetings.ts';

/**
 * Longest time between two meetings, in months, where the law sets one.
 *
 * @source 上海市住宅物业管理规定: an owners' committee meets at least every two months (domain brief §3.2)
 */
const MONTHS_BETWEEN: Readonly<Partial<Record<BodyKind, number>>> = { OWNERS_COMMITTEE: 2 };

/**
 * Days within which decisions are published, counted from the day of the meeting, where the law sets them.
 *
 * @source 上海市住宅物业管理规定: decisions of an owners' committee are published within three days (domain brief §3.2)
 */
const DAYS_TO_PUBLISH: Readonly<Partial<Record<BodyKind, number>>> = { OWNERS_COMMITTEE: 3 };

/** The last day for the next meeting of a body, or null where nothing says so. `last` is a day, `2026-04-16`. */
export function meetsAgainBy(kind: BodyKind, last: string): string | null {
  const months = MONTHS_BETWEEN[kind];
  if (months === undefined) return null;
  const [year = 0, month = 1, day = 1] = last.split('-').map(Number);
  // The same day of the month; the month's last where it has no such day.
  const end = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, end))).toISOString().slice(0, 10);
}

/** What the due moment after a meeting depends on. */
export type Afterwards = {
  readonly state: MeetingState;
  readonly kind: BodyKind;
  readonly closedAt: Date | null;
  readonly reviewUntil: Date | null;
  readonly signedAt: Date | null;
};

/**
 * The moment by which the next step after a meeting is due: the draft, the answers to it, the publication. Null in
 * every other state.
 *
 * @source domain brief §4.3 (minutes draft +2 wd, review +2 wd, public version +3 wd after signing), §3.2
 */
export function dueAfter(
  { state, kind, closedAt, reviewUntil, signedAt }: Afterwards,
  rules: { readonly minutesDraftWorkdays: number; readonly publishWorkdays: number },
  calendar: WorkCalendar,
): Known<Date> | null {
  const days = DAYS_TO_PUBLISH[kind];
  if (state === 'MINUTES_DRAFT' && closedAt)
    return addWorkdays(calendar, closedAt, rules.minutesDraftWorkdays);
  if (state === 'MINUTES_REVIEW' && reviewUntil) return { known: true, value: reviewUntil };
  if (state !== 'SIGNED' || !closedAt || !signedAt) return null;
  return days === undefined
    ? addWorkdays(calendar, signedAt, rules.publishWorkdays)
    : { known: true, value: new Date(shanghai(addDays(dateKey(closedAt), days + 1), 0).getTime() - 1000) };
}
