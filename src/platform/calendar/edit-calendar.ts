import type { Tx } from '#platform/db/database.ts';

export type CalendarDay = {
  readonly day: string;
  readonly kind: 'WORK' | 'REST';
  readonly nameZh: string;
  readonly nameEn: string;
};
export type CalendarYear = {
  readonly year: number;
  readonly source: string;
  readonly enteredAt: Date;
  readonly days: readonly CalendarDay[];
};

/** The years that have been entered, the latest first, each with its exceptions to Monday–Friday. */
export async function calendarYears(tx: Tx): Promise<CalendarYear[]> {
  const db = tx.schema('platform');
  const years = await db
    .selectFrom('platform.work_calendar_year')
    .selectAll()
    .orderBy('year', 'desc')
    .execute();
  const days = await db.selectFrom('platform.work_calendar_day').selectAll().orderBy('day').execute();
  return years.map((row) => ({
    year: row.year,
    source: row.source,
    enteredAt: row.entered_at,
    days: days
      .filter((d) => d.year === row.year)
      .map((d) => ({
        day: String(d.day),
        kind: d.kind === 'WORK' ? 'WORK' : 'REST',
        nameZh: d.name_zh,
        nameEn: d.name_en,
      })),
  }));
}

/** Working hours of a working day, minutes from midnight. */
export async function workingHours(tx: Tx): Promise<{ from: number; to: number }[]> {
  const rows = await tx
    .schema('platform')
    .selectFrom('platform.work_hours')
    .selectAll()
    .orderBy('from_minute')
    .execute();
  return rows.map((row) => ({ from: row.from_minute, to: row.to_minute }));
}

/** Enters a year; false when it has been entered already. */
export async function insertYear(tx: Tx, year: number, source: string): Promise<boolean> {
  const done = await tx
    .schema('platform')
    .insertInto('platform.work_calendar_year')
    .values({ year, source, entered_at: tx.now, entered_by: tx.actor.personId })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Makes a day an exception, or another one than before. Its year must have been entered. */
export async function putDay(tx: Tx, day: CalendarDay): Promise<void> {
  const values = { kind: day.kind, name_zh: day.nameZh, name_en: day.nameEn };
  await tx
    .schema('platform')
    .insertInto('platform.work_calendar_day')
    .values({ day: day.day, year: Number(day.day.slice(0, 4)), ...values })
    .onConflict((c) => c.column('day').doUpdateSet(values))
    .execute();
}

/** Makes a day an ordinary one again; false when it was one. */
export async function dropDay(tx: Tx, day: string): Promise<boolean> {
  const done = await tx
    .schema('platform')
    .deleteFrom('platform.work_calendar_day')
    .where('day', '=', day as never)
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}
