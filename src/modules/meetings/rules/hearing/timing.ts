/** Days of a hearing (domain brief §3.6 timings), from the rules of procedure it is held under. Pure. */
import { ok, type Result, refuse } from '#kernel/result.ts';
import { addDays, dateKey, type Known } from '#kernel/work-calendar.ts';

/** What is announced: sign up until a day, and the hearing at a moment. */
export type Announced = { readonly recruitsUntil: string; readonly startsAt: Date };

/**
 * Whether people have the time they are promised: a hearing is announced so many days before, and people can sign up
 * at least until the day after it was announced, and no longer than to the day before it.
 *
 * @param noticeDays of the rules of procedure.
 */
export function announcedInTime(
  { recruitsUntil, startsAt }: Announced,
  today: string,
  noticeDays: number,
): Result<void> {
  const day = dateKey(startsAt);
  const first = addDays(today, noticeDays);
  if (day < first)
    return refuse('meetings.hearing-too-soon', {
      field: 'startsAt',
      params: { days: noticeDays, day: first },
      source: 'DOMAIN §3.6',
    });
  if (recruitsUntil <= today || recruitsUntil >= day)
    return refuse('meetings.recruiting-too-short', { field: 'recruitsUntil', source: 'DOMAIN §4.3' });
  return ok();
}

/** Whether one may still sign up: to the end of the last day. */
export function stillRecruiting(recruitsUntil: string, today: string): boolean {
  return today <= recruitsUntil;
}

/**
 * Whether a hearing may be put off to this: later than it was, not into the past, and whoever signed up before keeps
 * the promise that recruiting is not cut short.
 */
export function mayBePutOff(was: Announced, to: Announced, now: Date): Result<void> {
  if (to.startsAt <= now || to.startsAt < was.startsAt)
    return refuse('meetings.not-later', { field: 'startsAt', source: 'DOMAIN §4.3' });
  if (to.recruitsUntil < was.recruitsUntil || to.recruitsUntil >= dateKey(to.startsAt))
    return refuse('meetings.recruiting-cut-short', { field: 'recruitsUntil', source: 'DOMAIN §4.3' });
  return ok();
}

/** How the answers stand: on time, late, or in a year the calendar does not know yet. */
export function answersAreLate(dueAt: Date | null, now: Date): boolean {
  return dueAt !== null && now > dueAt;
}

/** A day that may be unknown, as it is kept. */
export function keptDay(day: Known<Date>): Date | null {
  return day.known ? day.value : null;
}
