/** Waiting for the requester stops the clock (domain brief §4.1, ⏸). Pure. */
import { addWorkMinutes, type Known, type WorkCalendar, workMinutesBetween } from '#kernel/work-calendar.ts';

/** A deadline after a pause, and the working minutes that were taken out of it. */
export type Shifted = { readonly due: Date; readonly minutes: number };

/**
 * The deadline after a pause: moved by exactly the time that passed while waiting, as the deadline counts it.
 *
 * @param onWall the deadline runs by the clock on the wall (P0, P1); else in working time, and a wait of a
 *   night moves nothing.
 * @returns null when the deadline had already passed before the wait began; unknown when the wait, or the new
 *   deadline, touches a year without calendar data.
 */
export function shiftDue(
  calendar: WorkCalendar,
  since: Date,
  due: Date,
  now: Date,
  onWall = false,
): Known<Shifted> | null {
  if (due <= since) return null;
  if (onWall) {
    const waited = Math.max(0, now.getTime() - since.getTime());
    return { known: true, value: { due: new Date(due.getTime() + waited), minutes: 0 } };
  }
  const paused = workMinutesBetween(calendar, since, now);
  if (!paused.known) return paused;
  if (paused.value === 0) return { known: true, value: { due, minutes: 0 } };
  const moved = addWorkMinutes(calendar, due, paused.value);
  return moved.known ? { known: true, value: { due: moved.value, minutes: paused.value } } : moved;
}
