import { dateKey } from '#kernel/work-calendar.ts';
import type { TwoNames } from '#modules/registry/contract.ts';
import { postsHeldBy } from '#modules/registry/facade.server.ts';
import { type DueDate, dueDatesOf } from '#modules/resolutions/facade.server.ts';
import { tokenHash } from '#platform/auth/sessions.ts';
import type { Tx } from '#platform/db/database.ts';
import { calendarState } from '../../rules/calendar-state.ts';
import { allBodies, type BodyRow, bodyById, seatsOfPosts } from '../../store/bodies.ts';
import { calendarLinkByHash, calendarLinkOf } from '../../store/calendar-links.ts';
import { type MeetingRow, meetingByCode, meetingById, meetingsFrom } from '../../store/meetings.ts';

/** A meeting as it stands in a calendar. */
export type CalendarMeeting = {
  readonly id: string;
  readonly code: string;
  readonly body: TwoNames;
  readonly isAdHoc: boolean;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly place: string;
  readonly sequence: number;
  readonly state: ReturnType<typeof calendarState>;
};

/** How long a meeting stays in calendars, in days. */
const KEPT_DAYS = 180;
const MOST = 300;

/** Meetings everybody may know of, for whoever subscribes to them. */
export async function publicCalendar(tx: Tx): Promise<CalendarMeeting[]> {
  return linesOf(tx, await lately(tx));
}

function lately(tx: Tx): Promise<MeetingRow[]> {
  return meetingsFrom(tx, new Date(tx.now.getTime() - KEPT_DAYS * 86_400_000), MOST);
}

async function linesOf(tx: Tx, rows: readonly MeetingRow[]): Promise<CalendarMeeting[]> {
  const bodies = new Map((await allBodies(tx)).map((body) => [body.id, body]));
  return rows.flatMap((row) => {
    const body = bodies.get(row.body_id);
    return body ? [calendarMeeting(row, body)] : [];
  });
}

/** A meeting as it stands in calendars. */
function calendarMeeting(row: MeetingRow, body: BodyRow): CalendarMeeting {
  return {
    id: row.id,
    code: row.code,
    body: { nameZh: body.name_zh, nameEn: body.name_en },
    isAdHoc: row.is_ad_hoc,
    startsAt: row.starts_at,
    minutes: row.minutes,
    place: row.place,
    sequence: row.sequence,
    state: calendarState(row.state),
  };
}

/** One meeting by its id or its number, for a calendar. Null: there is none. */
export async function meetingInCalendar(
  tx: Tx,
  by: { readonly id: string } | { readonly code: string },
): Promise<CalendarMeeting | null> {
  const row = await ('id' in by ? meetingById(tx, by.id) : meetingByCode(tx, by.code));
  const body = row && (await bodyById(tx, row.body_id));
  return row && body ? calendarMeeting(row, body) : null;
}

/** What a private calendar holds. */
export type OwnCalendar = {
  readonly meetings: readonly CalendarMeeting[];
  readonly due: readonly DueDate[];
};

/**
 * The calendar a token opens: meetings of bodies in which a post its person holds today has a seat, or comes in place of
 * one, and what is due of those posts. Whoever leaves a post finds nothing of it any more. Null: no such link.
 */
export async function calendarOfToken(tx: Tx, token: string): Promise<OwnCalendar | null> {
  const link = await calendarLinkByHash(tx, tokenHash(token));
  if (!link) return null;
  const held = await postsHeldBy(tx, link.person_id, dateKey(tx.now));
  const postIds = held.map((post) => post.postId);
  const seats = await seatsOfPosts(tx, postIds);
  const rows = (await lately(tx)).filter((row) => {
    const day = dateKey(row.starts_at);
    return seats.some(
      (seat) =>
        seat.body_id === row.body_id && seat.from_day <= day && (seat.to_day === null || seat.to_day >= day),
    );
  });
  return { meetings: await linesOf(tx, rows), due: await dueDatesOf(tx, postIds) };
}

/** When the actor made their calendar link; null: they have none. */
export async function ownCalendarLink(tx: Tx): Promise<Date | null> {
  const link = tx.actor.personId ? await calendarLinkOf(tx, tx.actor.personId) : undefined;
  return link?.made_at ?? null;
}
