/** Periods of appointments to a post: one holder at a time. */
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Day } from '../../contract.ts';
import { isDay } from '../day.ts';

export type Period = { readonly fromDay: Day; readonly toDay: Day | null };

/** Whether two periods share a day. */
export function overlap(a: Period, b: Period): boolean {
  const aBeforeB = a.toDay !== null && a.toDay < b.fromDay;
  const bBeforeA = b.toDay !== null && b.toDay < a.fromDay;
  return !aBeforeB && !bBeforeA;
}

/**
 * Whether somebody may be appointed for a period.
 *
 * @param taken periods for which the post has or had a holder.
 */
export function mayAppoint(period: Period, taken: readonly Period[]): Result<void> {
  if (!isDay(period.fromDay) || (period.toDay !== null && !isDay(period.toDay))) {
    return refuse('registry.day-unreadable', { field: 'fromDay' });
  }
  if (period.toDay !== null && period.toDay < period.fromDay) {
    return refuse('registry.ends-before-start', { field: 'toDay', params: { day: period.fromDay } });
  }
  if (taken.some((other) => overlap(period, other))) {
    return refuse('registry.post-is-held', { field: 'fromDay' });
  }
  return ok();
}

/** Whether an appointment may end on a day; its last day belongs to it. */
export function mayEnd(appointment: Period, lastDay: Day): Result<void> {
  if (!isDay(lastDay)) return refuse('registry.day-unreadable', { field: 'lastDay' });
  if (appointment.toDay !== null) {
    return refuse('registry.appointment-already-ended', { params: { day: appointment.toDay } });
  }
  if (lastDay < appointment.fromDay) {
    return refuse('registry.ends-before-start', { field: 'lastDay', params: { day: appointment.fromDay } });
  }
  return ok();
}

/** Whether an appointment that goes on may last longer: to a later day, and not into somebody else's. */
export function mayExtend(
  appointment: Period & { readonly leftAt: Date | null },
  toDay: Day | null,
  others: readonly Period[],
  today: Day,
): Result<void> {
  if (toDay !== null && !isDay(toDay)) return refuse('registry.day-unreadable', { field: 'toDay' });
  const { fromDay, toDay: before, leftAt } = appointment;
  if (leftAt !== null || (before !== null && before < today)) {
    return refuse('registry.appointment-over', { params: { day: before ?? today } });
  }
  if (before === null || (toDay !== null && toDay <= before)) {
    return refuse('registry.not-later', { field: 'toDay', params: { day: before ?? '' } });
  }
  if (others.some((other) => overlap({ fromDay, toDay }, other))) {
    return refuse('registry.post-is-held', { field: 'toDay' });
  }
  return ok();
}
