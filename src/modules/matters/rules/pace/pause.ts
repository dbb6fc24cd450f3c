/** Waiting for the requester stops the clock (domain brief §4.1, ⏸). Pure. */
import { addWorkMinutes, type WorkCalendar, workMinutesBetween } from '#kernel/work-calendar.ts';

/**
 * The deadline after a pause: moved by exactly the working time that passed while waiting.
 *
 * @returns the new deadline and the working minutes paused, or null when the deadline had already passed
 *   before the wait began, or a year without calendar data is touched.
 */
export function shiftDue(
  calendar: WorkCalendar,
  since: Date,
  due: Date,
  now: Date,
): { due: Date; minutes: number } | null {
  if (due <= since) return null;
  const paused = workMinutesBetween(calendar, since, now);
  if (!paused.known) return null;
  const moved = addWorkMinutes(calendar, due, paused.value);
  return moved.known ? { due: moved.value, minutes: paused.value } : null;
}
