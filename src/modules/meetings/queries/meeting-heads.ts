import { dateKey } from '#kernel/work-calendar.ts';
import type { TwoNames } from '#modules/registry/contract.ts';
import type { Tx } from '#platform/db/database.ts';
import { allBodies, seatsOn } from '../store/bodies.ts';
import { meetingsByIds } from '../store/meetings.ts';

/** What a line about a meeting says, for whoever sits in it. */
export type MeetingHead = {
  readonly code: string;
  readonly body: TwoNames;
  readonly startsAt: Date;
  /** Posts that have a seat on its day. */
  readonly seatPostIds: readonly string[];
};

/** Meetings by id; unknown ids are left out. For those who sit in them: it tells no more than the invitation. */
export async function meetingHeads(tx: Tx, ids: readonly string[]): Promise<Map<string, MeetingHead>> {
  const rows = await meetingsByIds(tx, ids);
  if (rows.length === 0) return new Map();
  const bodies = new Map((await allBodies(tx)).map((body) => [body.id, body]));
  const heads = new Map<string, MeetingHead>();
  for (const row of rows) {
    const body = bodies.get(row.body_id);
    const seats = await seatsOn(tx, [row.body_id], dateKey(row.starts_at));
    heads.set(row.id, {
      code: row.code,
      body: { nameZh: body?.name_zh ?? '', nameEn: body?.name_en ?? '' },
      startsAt: row.starts_at,
      seatPostIds: seats.map((seat) => seat.post_id),
    });
  }
  return heads;
}
