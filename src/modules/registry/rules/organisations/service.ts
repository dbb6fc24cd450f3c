/** Which organisation serves an estate, from when to when. */
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Service } from '../../contract/organisations.ts';
import type { Day } from '../../contract.ts';
import { covers, isDay } from '../day.ts';
import { overlap } from './appointment.ts';

/** Whether an organisation may serve an estate from a day on; it does so once at a time. */
export function mayServe(own: readonly Service[], fromDay: Day): Result<void> {
  if (!isDay(fromDay)) return refuse('registry.day-unreadable', { field: 'fromDay' });
  const taken = own.some((one) => overlap(one, { fromDay, toDay: null }));
  return taken ? refuse('registry.serves-already', { field: 'fromDay' }) : ok();
}

/** The service that goes on at a day and may end on it. */
export function endingService(own: readonly Service[], lastDay: Day): Result<Service> {
  if (!isDay(lastDay)) return refuse('registry.day-unreadable', { field: 'lastDay' });
  const open = own.find((one) => one.toDay === null);
  if (!open) return refuse('registry.serves-not', { field: 'estateId' });
  if (lastDay < open.fromDay) {
    return refuse('registry.ends-before-start', { field: 'lastDay', params: { day: open.fromDay } });
  }
  return ok(open);
}

/**
 * Whether a property company may follow another at an estate: the old one serves there until the day before,
 * the new one is a property company too and serves there at no time from that day on.
 */
export function mayFollow(
  old: readonly Service[],
  next: readonly Service[],
  dayBefore: Day,
  day: Day,
): Result<Service> {
  const open = old.find((one) => one.toDay === null);
  if (!open || !covers(open, dayBefore)) return refuse('registry.serves-not', { field: 'day' });
  const may = mayServe(next, day);
  return may.ok ? ok(open) : refuse('registry.serves-already', { field: 'successorId' });
}
