/** When something rings, and by which channel it comes. Pure. */
import type { Channel, Choice, DeliveryState, Hours, Urgency, Way } from '../contract.ts';

const MINUTE = 60_000;
const DAY = 1440;
/** Asia/Shanghai is eight hours ahead all year. */
const AHEAD = 480;

/** What holds where nobody set other hours (issue 4, section 4). */
export const USUAL_HOURS: Hours = { quietFrom: 21 * 60, quietTo: 7 * 60, digestAt: 18 * 60 };

/** The minute of the day in Asia/Shanghai, 0 to 1439. */
function minuteOfDay(moment: Date): number {
  return (Math.floor(moment.getTime() / MINUTE) + AHEAD) % DAY;
}

/** The next moment, this one included, that stands on a minute of the day. */
function next(minute: number, from: Date): Date {
  const start = Math.ceil(from.getTime() / MINUTE) * MINUTE;
  const wait = (minute - minuteOfDay(new Date(start)) + DAY) % DAY;
  return new Date(start + wait * MINUTE);
}

/** Whether the bell rests. Quiet hours may pass midnight; equal ends mean that there are none. */
export function isQuiet(moment: Date, { quietFrom, quietTo }: Hours): boolean {
  const minute = minuteOfDay(moment);
  return quietFrom <= quietTo
    ? minute >= quietFrom && minute < quietTo
    : minute >= quietFrom || minute < quietTo;
}

/** How and when somebody is told; null: they chose not to be. An emergency asks for no choice and no hour. */
export function whenTold(
  urgency: Urgency,
  choice: Choice,
  now: Date,
  hours: Hours,
): { readonly way: Way; readonly dueAt: Date } | null {
  if (urgency === 'EMERGENCY') return { way: 'BELL', dueAt: now };
  if (choice === 'OFF') return null;
  const at = choice === 'DIGEST' ? next(hours.digestAt, now) : now;
  return { way: choice, dueAt: isQuiet(at, hours) ? next(hours.quietTo, at) : at };
}

/** How somebody without an account is told of what should not wait. */
export function byHand(hasPhone: boolean): Channel {
  return hasPhone ? 'CALL' : 'KNOCK';
}

/** Where a notification is now. */
export function deliveryState(
  row: { readonly dueAt: Date; readonly readAt: Date | null },
  now: Date,
): DeliveryState {
  if (row.readAt) return 'READ';
  return row.dueAt > now ? 'HELD' : 'DELIVERED';
}
