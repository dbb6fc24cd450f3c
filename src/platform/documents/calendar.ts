import { oneLine } from './official/paper.ts';

/** Something in a calendar: a time of so many minutes, or a whole day (`2026-04-20`). */
export type CalendarEntry = {
  /** The same for as long as it is the same thing, in every calendar it stands in. */
  readonly uid: string;
  /** Goes up whenever it is moved, called off or set anew. */
  readonly sequence: number;
  readonly when: { readonly from: Date; readonly minutes: number } | { readonly day: string };
  readonly title: string;
  readonly place?: string;
  readonly text?: string;
  readonly url?: string;
  readonly state: 'FIRM' | 'TENTATIVE' | 'CANCELLED';
};

export type CalendarFile = {
  readonly name: string;
  readonly entries: readonly CalendarEntry[];
  readonly now: Date;
};

/** How often those who subscribed should ask again. */
const AGAIN_SECONDS = 3600;
const DAY_MS = 86_400_000;

/**
 * Entries as an iCalendar file (RFC 5545), as one saves or subscribes to. Times are in UTC, so that every program shows
 * them in its own; whole days keep nobody from being called busy.
 */
export async function calendarText({ name, entries, now }: CalendarFile): Promise<string> {
  const ical = await import('ical-generator');
  const calendar = ical.default({
    name: oneLine(name),
    prodId: { company: 'Xieshou', product: 'Calendar' },
    ttl: AGAIN_SECONDS,
    method: ical.ICalCalendarMethod.PUBLISH,
  });
  const states = {
    FIRM: ical.ICalEventStatus.CONFIRMED,
    TENTATIVE: ical.ICalEventStatus.TENTATIVE,
    CANCELLED: ical.ICalEventStatus.CANCELLED,
  };
  for (const { uid, sequence, when, title, place, text, url, state } of entries) {
    const isDay = 'day' in when;
    const start = isDay ? new Date(`${when.day}T00:00:00Z`) : when.from;
    const length = isDay ? DAY_MS : when.minutes * 60_000;
    calendar.createEvent({
      id: uid,
      sequence,
      stamp: now,
      start,
      end: new Date(start.getTime() + length),
      allDay: isDay,
      summary: oneLine(title),
      status: states[state],
      ...(isDay ? { transparency: ical.ICalEventTransparency.TRANSPARENT } : {}),
      ...(place ? { location: oneLine(place) } : {}),
      ...(text ? { description: text } : {}),
      ...(url ? { url } : {}),
    });
  }
  return calendar.toString();
}

/** What calendars are sent as. */
export async function calendarBytes(file: CalendarFile): Promise<Uint8Array> {
  return new TextEncoder().encode(await calendarText(file));
}
