import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import type { MeetingState } from '../contract/meetings.ts';

export type MeetingRow = Omit<Selectable<DB['meetings.meeting']>, 'state'> & { readonly state: MeetingState };
export type AddendumRow = Selectable<DB['meetings.addendum']>;
export type ReviewRow = Selectable<DB['meetings.minutes_review']>;

const here = (tx: Tx) => tx.actor.neighborhoodId;

const meetings = (tx: Tx) =>
  tx
    .schema('meetings')
    .selectFrom('meetings.meeting')
    .selectAll()
    .$narrowType<{ state: MeetingState }>()
    .where('neighborhood_id', '=', here(tx));

/** The number of the next meeting of a year; others wait until this transaction ends. */
export async function nextMeetingNumber(tx: Tx, year: string): Promise<number> {
  const db = tx.schema('meetings');
  const lock = `${here(tx)}/meeting-${year}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(db);
  const { last } = await db
    .selectFrom('meetings.meeting')
    .select(sql<number | null>`max(substr(code, 6)::int)`.as('last'))
    .where('neighborhood_id', '=', here(tx))
    .where('code', 'like', `${year}-%`)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

export async function insertMeeting(
  tx: Tx,
  row: Omit<Insertable<DB['meetings.meeting']>, 'neighborhood_id'>,
): Promise<void> {
  await tx
    .schema('meetings')
    .insertInto('meetings.meeting')
    .values({ ...row, neighborhood_id: here(tx) })
    .execute();
}

/** A meeting, locked until the transaction ends. */
export function lockMeeting(tx: Tx, id: string): Promise<MeetingRow | undefined> {
  return meetings(tx).where('id', '=', id).forUpdate().executeTakeFirst();
}

export function meetingById(tx: Tx, id: string): Promise<MeetingRow | undefined> {
  return meetings(tx).where('id', '=', id).executeTakeFirst();
}

export function meetingByCode(tx: Tx, code: string): Promise<MeetingRow | undefined> {
  return meetings(tx).where('code', '=', code).executeTakeFirst();
}

/** Meetings in some states, the last one on top. */
export function meetingsIn(tx: Tx, states: readonly MeetingState[], limit: number): Promise<MeetingRow[]> {
  return meetings(tx)
    .where('state', 'in', [...states])
    .orderBy('starts_at', 'desc')
    .limit(limit)
    .execute();
}

/** The day each body met last, by its id; an exchange without a quorum counts for nothing. */
export async function lastHeldDays(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .schema('meetings')
    .selectFrom('meetings.meeting')
    .select(['body_id', sql<string>`max((opened_at at time zone 'Asia/Shanghai')::date)::text`.as('day')])
    .where('neighborhood_id', '=', here(tx))
    .where('opened_at', 'is not', null)
    .where('state', '<>', 'INQUORATE')
    .groupBy('body_id')
    .execute();
  return new Map(rows.map(({ body_id, day }) => [body_id, day]));
}

/** Meetings that begin at a moment or later, the first on top. */
export function meetingsFrom(tx: Tx, from: Date, limit: number): Promise<MeetingRow[]> {
  return meetings(tx).where('starts_at', '>=', from).orderBy('starts_at').limit(limit).execute();
}

/** The meeting of a body before a moment that was held last. */
export function heldBefore(tx: Tx, bodyId: string, before: Date): Promise<MeetingRow | undefined> {
  return meetings(tx)
    .where('body_id', '=', bodyId)
    .where('opened_at', 'is not', null)
    .where('starts_at', '<', before)
    .orderBy('starts_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Changes a meeting; its version goes up by one. */
export async function updateMeeting(
  tx: Tx,
  id: string,
  patch: Updateable<DB['meetings.meeting']>,
): Promise<void> {
  await tx
    .schema('meetings')
    .updateTable('meetings.meeting')
    .set((e) => ({ ...patch, version: e('version', '+', 1) }))
    .where('neighborhood_id', '=', here(tx))
    .where('id', '=', id)
    .execute();
}

export function reviewsOf(tx: Tx, meetingId: string): Promise<ReviewRow[]> {
  return tx
    .schema('meetings')
    .selectFrom('meetings.minutes_review')
    .selectAll()
    .where('neighborhood_id', '=', here(tx))
    .where('meeting_id', '=', meetingId)
    .orderBy('at')
    .execute();
}

/** Keeps what an organisation says to the draft of the minutes; what it said last counts. */
export async function keepReview(
  tx: Tx,
  row: Omit<Insertable<DB['meetings.minutes_review']>, 'neighborhood_id'>,
): Promise<void> {
  const { agrees, text, at, by_post_id } = row;
  await tx
    .schema('meetings')
    .insertInto('meetings.minutes_review')
    .values({ ...row, neighborhood_id: here(tx) })
    .onConflict((c) =>
      c.columns(['neighborhood_id', 'meeting_id', 'org_id']).doUpdateSet({
        agrees,
        text: text ?? '',
        at,
        by_post_id,
      }),
    )
    .execute();
}

/** A changed draft is read anew by everybody. */
export async function forgetReviews(tx: Tx, meetingId: string): Promise<void> {
  await tx
    .schema('meetings')
    .deleteFrom('meetings.minutes_review')
    .where('neighborhood_id', '=', here(tx))
    .where('meeting_id', '=', meetingId)
    .execute();
}

export function addendaOf(tx: Tx, meetingId: string): Promise<AddendumRow[]> {
  return tx
    .schema('meetings')
    .selectFrom('meetings.addendum')
    .selectAll()
    .where('neighborhood_id', '=', here(tx))
    .where('meeting_id', '=', meetingId)
    .orderBy('number')
    .execute();
}

export async function insertAddendum(
  tx: Tx,
  row: Omit<Insertable<DB['meetings.addendum']>, 'neighborhood_id'>,
): Promise<void> {
  await tx
    .schema('meetings')
    .insertInto('meetings.addendum')
    .values({ ...row, neighborhood_id: here(tx) })
    .execute();
}

/** Meetings by id; unknown ids are left out. */
export function meetingsByIds(tx: Tx, ids: readonly string[]): Promise<MeetingRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return meetings(tx)
    .where('id', 'in', [...ids])
    .execute();
}
