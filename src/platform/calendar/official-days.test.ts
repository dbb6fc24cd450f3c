import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addDays, isWorkday, type WorkCalendar } from '#kernel/work-calendar.ts';

/** The calendar as a new installation gets it, read from the migration that delivers it. */
const sql = readFileSync('db/migrations/0005-work-calendar-data.sql', 'utf8');
const rows = [...sql.matchAll(/\('(\d{4}-\d{2}-\d{2})', (\d{4}), '(WORK|REST)'/g)].map((found) => ({
  day: found[1]!,
  year: Number(found[2]),
  kind: found[3] === 'WORK' ? ('WORK' as const) : ('REST' as const),
}));
const calendar: WorkCalendar = {
  years: new Set([...sql.matchAll(/^ {2}\((\d{4}), '/gm)].map((found) => Number(found[1]))),
  days: new Map(rows.map(({ day, kind }) => [day, kind])),
  hours: [],
};
const works = (day: string) => {
  const answer = isWorkday(calendar, day);
  return answer.known && answer.value;
};
const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

describe('the delivered work calendar', () => {
  it('knows 2025 and 2026, and no year nobody has announced', () => {
    expect([...calendar.years].sort()).toEqual([2025, 2026]);
    expect(isWorkday(calendar, '2027-01-04')).toEqual({ known: false, year: 2027 });
  });

  it('has each day once, under its own year', () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map((r) => r.day)).size).toBe(rows.length);
    for (const { day, year } of rows) expect(day.startsWith(`${year}-`)).toBe(true);
  });

  it.each([2025, 2026])('%i: 13 holidays by law, so 248 working days, whatever days are moved', (year) => {
    let count = 0;
    for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = addDays(day, 1))
      if (works(day)) count++;
    expect(count).toBe(248);
  });

  it('work is made up on weekends only: it would be no exception on a weekday', () => {
    for (const { day, kind } of rows) if (kind === 'WORK') expect([0, 6]).toContain(weekday(day));
  });

  it.each([
    ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
    ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  ])('make-up days of the notice: %s …', (...days) => {
    const year = days[0]!.slice(0, 4);
    const made = rows.filter((r) => r.kind === 'WORK' && r.day.startsWith(year)).map((r) => r.day);
    expect(made.sort()).toEqual(days);
  });
});
