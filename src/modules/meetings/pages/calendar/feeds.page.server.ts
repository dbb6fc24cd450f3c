import type { LoaderFunctionArgs } from 'react-router';
import { anonymousActor } from '#kernel/actor.ts';
import { notFound } from '#web/page/answers.ts';
import { type Page, type PageNeighborhood, pageOf } from '#web/page/page-context.ts';
import { calendarOfToken, publicCalendar } from '../../queries/calendar/calendar-meetings.ts';
import { calendarAnswer, dueEntry, meetingEntry } from './entries.page.server.ts';

/** Meetings of the neighborhood of this visit, to subscribe to. */
export function meetingsLoader({ context }: LoaderFunctionArgs): Promise<Response> {
  const page = pageOf(context);
  return publicFeed(page, page.neighborhood);
}

/** Meetings of a neighborhood named in the address: programs that keep calendars send no cookies. */
export async function placeMeetingsLoader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const page = pageOf(context);
  return publicFeed(page, await placeOf(page, params.slug));
}

/** The calendar of whoever was given this address. Taken back or never made: not found. */
export async function ownLoader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const page = pageOf(context);
  const place = await placeOf(page, params.slug);
  const calendar = await page.services.database.inTransaction(
    anonymousActor(place.id),
    (tx) => calendarOfToken(tx, params.token ?? ''),
    { now: page.now },
  );
  if (!calendar) throw notFound();
  return calendarAnswer(page, place, [
    ...calendar.meetings.map((one) => meetingEntry(page, one, place, `/desk/meetings/${one.id}`)),
    ...calendar.due.map((one) => dueEntry(page, one, place)),
  ]);
}

async function placeOf(page: Page, slug: string | undefined): Promise<PageNeighborhood> {
  const entry = (await page.places.all()).find((one) => one.slug === slug);
  const place = entry && (await page.places.byId(entry.id));
  if (!place) throw notFound();
  return place;
}

async function publicFeed(page: Page, place: PageNeighborhood): Promise<Response> {
  const meetings = await page.services.database.inTransaction(anonymousActor(place.id), publicCalendar, {
    now: page.now,
  });
  const entries = meetings.map((one) => meetingEntry(page, one, place, `/meetings/${one.code}`));
  return calendarAnswer(page, place, entries);
}
