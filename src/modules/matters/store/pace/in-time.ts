import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';

const DEADLINES = {
  contact: { due: sql.ref('contact_due_at'), done: sql.ref('first_contact_at') },
  work: { due: sql.ref('handle_due_at'), done: sql.ref('done_at') },
} as const;

/** What fell due until now by organisation and day, and how much of it was in time: few rows however many matters. */
export async function countsByDay(
  tx: Tx,
  what: keyof typeof DEADLINES,
  orgIds: readonly string[],
  fromDay: string,
  untilDay: string,
) {
  const { due, done } = DEADLINES[what];
  const day = sql<string>`to_char(${due} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;
  const rows = await tx
    .schema('matters')
    .selectFrom('matters.matter')
    .select((e) => [
      'lead_org_id as orgId',
      day.as('day'),
      e.fn.countAll<string>().as('due'),
      e.fn.countAll<string>().filterWhere(sql<boolean>`${done} <= ${due}`).as('inTime'),
    ])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('lead_org_id', 'in', [...orgIds])
    .where('status', 'not in', ['DECLINED', 'MERGED', 'WITHDRAWN'])
    .where(sql<boolean>`${due} >= (${fromDay}::date)::timestamp at time zone 'Asia/Shanghai'`)
    .where(sql<boolean>`${due} < (${untilDay}::date + 1)::timestamp at time zone 'Asia/Shanghai'`)
    .where(sql<boolean>`${due} <= ${tx.now}`)
    .$if(what === 'contact', (q) => q.where('reporter_kind', '!=', 'ANONYMOUS'))
    .groupBy(sql`1, 2`)
    .execute();
  return rows.map((row) => ({
    orgId: row.orgId ?? '',
    day: row.day,
    due: Number(row.due),
    inTime: Number(row.inTime),
  }));
}
