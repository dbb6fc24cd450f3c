/** The light of a deadline and what is left of it (domain brief §3.7, §4.1). Pure. */
import {
  addWorkdays,
  type WorkCalendar,
  workdaysBetween,
  workMinutesBetween,
} from '#kernel/work-calendar.ts';
import { RED_AFTER_WORKDAYS } from './expected-timers.ts';

/**
 * `NONE` no deadline (or a year without calendar data) · `PAUSED` waiting for the reporter · `ON_TRACK` ·
 * `DUE_SOON` within a working day · `OVERDUE` · `OVERDUE_RED` five working days over · `MET` / `MISSED` over.
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
  readonly start: Date;
  readonly doneAt: Date | null;
  readonly paused: boolean;
};

export type Clock = {
  readonly light: Light;
  readonly due: Date | null;
  /** Working days over, when overdue; else 0. */
  readonly overdueDays: number;
  /** Working minutes left; null when overdue, over, or not known. */
  readonly leftMinutes: number | null;
  /** Share of the time used, 0–100, for a bar. */
  readonly usedPercent: number;
};

const SOON_WORK_MINUTES = 7 * 60;

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
  if (now > due) return overdue(due, now, calendar, clock);
  const left = workMinutesBetween(calendar, now, due);
  const minutes = left.known ? left.value : Math.floor((due.getTime() - now.getTime()) / 60_000);
  const light = minutes <= SOON_WORK_MINUTES ? 'DUE_SOON' : 'ON_TRACK';
  return clock(light, { leftMinutes: minutes, usedPercent: used(start, due, now) });
}

function overdue(
  due: Date,
  now: Date,
  calendar: WorkCalendar,
  clock: (light: Light, more: Partial<Clock>) => Clock,
): Clock {
  const days = workdaysBetween(calendar, due, now);
  const red = addWorkdays(calendar, due, RED_AFTER_WORKDAYS);
  const overdueDays = days.known ? days.value : 0;
  return clock(red.known && now > red.value ? 'OVERDUE_RED' : 'OVERDUE', { overdueDays });
}

function used(start: Date, due: Date, now: Date): number {
  const whole = due.getTime() - start.getTime();
  if (whole <= 0) return 100;
  return Math.max(0, Math.min(100, Math.floor((100 * (now.getTime() - start.getTime())) / whole)));
}
