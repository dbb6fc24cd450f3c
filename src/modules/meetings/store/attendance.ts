import type { Insertable, Selectable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Presence, Reply } from '../contract/meetings.ts';

export type AttendanceRow = Omit<Selectable<DB['meetings.attendance']>, 'reply' | 'presence'> & {
  readonly reply: Reply | null;
  readonly presence: Presence | null;
};

export function attendanceOf(tx: Tx, meetingId: string): Promise<AttendanceRow[]> {
  return tx
    .schema('meetings')
    .selectFrom('meetings.attendance')
    .selectAll()
    .$narrowType<{ reply: Reply | null; presence: Presence | null }>()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('meeting_id', '=', meetingId)
    .execute();
}

/** Keeps a reply or a presence of a seat; the other one stays as it was. */
export async function keepAttendance(
  tx: Tx,
  row: Omit<Insertable<DB['meetings.attendance']>, 'neighborhood_id'>,
): Promise<void> {
  const { meeting_id: _meeting, seat_id: _seat, ...said } = row;
  await tx
    .schema('meetings')
    .insertInto('meetings.attendance')
    .values({ ...row, neighborhood_id: tx.actor.neighborhoodId })
    .onConflict((c) => c.columns(['neighborhood_id', 'meeting_id', 'seat_id']).doUpdateSet(said))
    .execute();
}

export async function insertSheet(
  tx: Tx,
  row: Omit<Insertable<DB['meetings.attendance_sheet']>, 'neighborhood_id'>,
): Promise<void> {
  await tx
    .schema('meetings')
    .insertInto('meetings.attendance_sheet')
    .values({ ...row, neighborhood_id: tx.actor.neighborhoodId })
    .execute();
}

/** Photos of the lists people signed, in the order they were kept. */
export function sheetsOf(tx: Tx, meetingId: string) {
  return tx
    .schema('meetings')
    .selectFrom('meetings.attendance_sheet')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('meeting_id', '=', meetingId)
    .orderBy('kept_at')
    .orderBy('id')
    .execute();
}
