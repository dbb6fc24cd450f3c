import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import { isOpen } from './listing.ts';

/** Years that deadlines of open matters need, with how many matters wait. */
export async function missingYears(tx: Tx): Promise<{ year: number; matters: number }[]> {
  const { rows } = await sql<{ year: number; matters: number }>`
    select m.unknown_calendar_year as year, count(*)::int as matters from matters.matter m
    where m.neighborhood_id = ${tx.actor.neighborhoodId} and ${isOpen} and m.unknown_calendar_year is not null
    group by 1 order by 1`.execute(tx.schema('matters'));
  return rows;
}
