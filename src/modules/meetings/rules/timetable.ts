/** By when what has to be done before and after a meeting (domain brief §4.3). Pure. */
import { addDays, dateKey, isWorkday, type Known, type WorkCalendar } from '#kernel/work-calendar.ts';

/** The numbers of the rules of procedure a timetable follows. */
export type TimetableRules = {
  readonly agendaCloseWorkdays: number;
  readonly noticeWorkdays: number;
  readonly adHocHours: number;
};

/** Moments before a meeting; a meeting at short notice has one, its agenda closes when it is called. */
export type Timetable = { readonly agendaClosesAt: Date; readonly noticeBy: Date };

/**
 * The last moments for the agenda and for the notice.
 *
 * A regular meeting counts whole working days back from its day: with three, the notice of a meeting on Thursday is
 * out by the end of Monday. An ad hoc one counts hours.
 *
 * @param startsAt when the meeting begins
 */
export function timetable(
  startsAt: Date,
  isAdHoc: boolean,
  rules: TimetableRules,
  calendar: WorkCalendar,
): Known<Timetable> {
  if (isAdHoc) {
    const by = new Date(startsAt.getTime() - rules.adHocHours * 3_600_000);
    return { known: true, value: { agendaClosesAt: by, noticeBy: by } };
  }
  const closes = workdaysBefore(calendar, dateKey(startsAt), rules.agendaCloseWorkdays);
  if (!closes.known) return closes;
  const notice = workdaysBefore(calendar, dateKey(startsAt), rules.noticeWorkdays);
  if (!notice.known) return notice;
  const endOf = (day: string) => new Date(Date.parse(`${addDays(day, 1)}T00:00:00+08:00`) - 1000);
  return { known: true, value: { agendaClosesAt: endOf(closes.value), noticeBy: endOf(notice.value) } };
}

/** The working day `n` working days before a day. */
export function workdaysBefore(calendar: WorkCalendar, day: string, n: number): Known<string> {
  let at = day;
  for (let left = n; left > 0; ) {
    at = addDays(at, -1);
    const works = isWorkday(calendar, at);
    if (!works.known) return works;
    if (works.value) left -= 1;
  }
  return { known: true, value: at };
}

/**
 * Days of a series: the `nth` `weekday` of each month from a month on, moved on to the next working day where it is
 * none.
 *
 * @param month `2026-01`
 * @param weekday 1 Monday … 7 Sunday
 * @param nth 1 … 4
 */
export function monthlyDays(
  calendar: WorkCalendar,
  month: string,
  months: number,
  weekday: number,
  nth: number,
): Known<string[]> {
  const days: string[] = [];
  const [year = 0, first = 1] = month.split('-').map(Number);
  for (let at = 0; at < months; at++) {
    const begin = new Date(Date.UTC(year, first - 1 + at, 1));
    const shift = (weekday - (begin.getUTCDay() || 7) + 7) % 7;
    let day = addDays(begin.toISOString().slice(0, 10), shift + (nth - 1) * 7);
    for (;;) {
      const works = isWorkday(calendar, day);
      if (!works.known) return works;
      if (works.value) break;
      day = addDays(day, 1);
    }
    days.push(day);
  }
  return { known: true, value: days };
}
