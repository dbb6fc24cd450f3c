import type { WorkCalendar } from '#kernel/work-calendar.ts';
import type { SchemaHandle } from '#platform/db/database.ts';

type CalendarTables = Pick<SchemaHandle<'platform'>, 'selectFrom'>;

/** The work calendar as the rules want it: known years, exceptions to Monday–Friday, working hours. */
export async function readCalendar(db: CalendarTables): Promise<WorkCalendar> {
  const years = await db.selectFrom('platform.work_calendar_year').select('year').execute();
  const days = await db.selectFrom('platform.work_calendar_day').select(['day', 'kind']).execute();
  const hours = await db.selectFrom('platform.work_hours').selectAll().orderBy('from_minute').execute();
  return {
    years: new Set(years.map((row) => row.year)),
    days: new Map(days.map((row) => [row.day, row.kind === 'WORK' ? 'WORK' : 'REST'])),
    hours: hours.map((row) => ({ from: row.from_minute, to: row.to_minute })),
  };
}

/** The same inside a transaction. */
export function loadCalendar(tx: {
  schema(name: 'platform'): SchemaHandle<'platform'>;
}): Promise<WorkCalendar> {
  return readCalendar(tx.schema('platform'));
}
