/** The light of a deadline and what is left of it (domain brief §3.7, §4.1). Pure. */
import { type WorkCalendar, workdaysBetween, workMinutesBetween } from '#kernel/work-calendar.ts';
import { after, rulesAt } from './deadlines.ts';

/**
 * `NONE` no deadline (or a year without calendar data) · `PAUSED` waiting for the reporter · `ON_TRACK` ·
 * `DUE_SOON` within a working day, or in the last quarter of a deadline on the wall clock · `OVERDUE` · `OVERDUE_RED` five working days over · `MET` / `MISSED` over.
 */
export type Light =
  | 'NONE'
  | 'PAUSED'
  | 'ON_TRACK'
  | 'DUE_SOON'
  | 'OVERDUE'
  | 'OVERDUE_RED'
  | 'MET'
  | 'MISSED';

export type ClockFacts = {
  readonly due: Date | null;
  /** Since when the time runs; the rules in force that day say when red begins. */
  readonly start: Date;
  /** The deadline runs by the clock on the wall (P0, P1), not in working time. */
  readonly onWall?: boolean;
  readonly doneAt: Date | null;
  readonly paused: boolean;
};

export type Clock = {
  readonly light: Light;
  readonly due: Date | null;
  /** Working days over, when overdue; else 0. */
  readonly overdueDays: number;
  /** Minutes left, of working time or {@link ClockFacts.onWall on the wall}; null when overdue, over, or not known. */
  readonly leftMinutes: number | null;
  /** Share of the time used, 0–100, for a bar. */
  readonly usedPercent: number;
};

/** How a deadline stands at a moment. */
export function clockOf(facts: ClockFacts, now: Date, calendar: WorkCalendar): Clock {
  const { due, start, doneAt } = facts;
  const clock = (light: Light, more: Partial<Clock> = {}): Clock => ({
    light,
    due,
    overdueDays: 0,
    leftMinutes: null,
    usedPercent: light === 'NONE' ? 0 : 100,
    ...more,
  });
  if (!due) return clock('NONE');
  if (doneAt) return clock(doneAt <= due ? 'MET' : 'MISSED');
  if (facts.paused) return clock('PAUSED', { usedPercent: used(start, due, now) });
  if (now > due) return overdue(facts, due, now, calendar, clock);
  const usedPercent = used(start, due, now);
  if (facts.onWall) {
    const leftMinutes = Math.floor((due.getTime() - now.getTime()) / 60_000);
    return clock(usedPercent >= 75 ? 'DUE_SOON' : 'ON_TRACK', { leftMinutes, usedPercent });
  }
  const left = workMinutesBetween(calendar, now, due);
  if (!left.known) return clock('ON_TRACK', { usedPercent });
  const light = left.value <= workdayMinutes(calendar) ? 'DUE_SOON' : 'ON_TRACK';
  return clock(light, { leftMinutes: left.value, usedPercent });
}

/** Working minutes of one working day. */
function workdayMinutes(calendar: WorkCalendar): number {
  return calendar.hours.reduce((sum, span) => sum + span.to - span.from, 0);
}

function overdue(
  facts: ClockFacts,
  due: Date,
  now: Date,
  calendar: WorkCalendar,
  clock: (light: Light, more: Partial<Clock>) => Clock,
): Clock {
  const days = workdaysBetween(calendar, due, now);
  const red = after(calendar, due, rulesAt(facts.start).redAfter);
  const overdueDays = days.known ? days.value : 0;
  return clock(red.known && now > red.value ? 'OVERDUE_RED' : 'OVERDUE', { overdueDays });
}

function used(start: Date, due: Date, now: Date): number {
  const whole = due.getTime() - start.getTime();
  if (whole <= 0) return 100;
  return Math.max(0, Math.min(100, Math.floor((100 * (now.getTime() - start.getTime())) / whole)));
}
