import { calendarYears, workingHours } from '#platform/calendar/edit-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { missingYears } from '../../store/desk/missing-years.ts';

/** The calendar with the years that open matters need and nobody has entered. */
export async function workCalendar(tx: Tx) {
  return {
    years: await calendarYears(tx),
    hours: await workingHours(tx),
    missing: await missingYears(tx),
  };
}
