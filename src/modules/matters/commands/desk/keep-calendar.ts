import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import { calendarYears, dropDay, insertYear, putDay } from '#platform/calendar/edit-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { mayKeepCalendar } from '../../permissions.ts';
import { readYear } from '../../rules/desk/typed-calendar.ts';

/** Subject kind of the calendar's events; the subject is the neighborhood whose staff changed it. */
export const CALENDAR_SUBJECT = 'work-calendar';

async function note(tx: Tx, kind: string, reason: string | null, data: Readonly<Record<string, unknown>>) {
  await appendEvent(tx, {
    subjectKind: CALENDAR_SUBJECT,
    subjectId: tx.actor.neighborhoodId,
    kind,
    reason,
    data,
  });
}

/** Enters a year from the official list, with where it was published. */
export async function addCalendarYear(
  tx: Tx,
  input: { readonly year: number; readonly source: string; readonly days: string },
): Promise<Result<void>> {
  const refusal = mayKeepCalendar(tx.actor);
  if (refusal) return { ok: false, refusal };
  if (!Number.isInteger(input.year) || input.year < 2020 || input.year > 2100)
    return refuse('matters.check-field', { field: 'year' });
  if (input.source.trim() === '') return refuse('matters.calendar-source', { field: 'source' });
  const days = readYear(input.days, input.year);
  if (!days.ok) return days;
  const isNew = await insertYear(tx, input.year, input.source.trim().slice(0, 200));
  if (!isNew) return refuse('matters.calendar-year-known', { field: 'year', params: { year: input.year } });
  for (const { day, kind, name } of days.value) await putDay(tx, { day, kind, nameZh: name, nameEn: name });
  await note(tx, 'matters.calendar-year-added', input.source.trim(), {
    year: input.year,
    days: days.value.length,
  });
  return ok();
}

/** Puts one day right: work or rest, with the reason. */
export async function putCalendarDay(
  tx: Tx,
  input: {
    readonly day: string;
    readonly kind: string;
    readonly name: string;
    readonly source: string;
  },
): Promise<Result<void>> {
  const refusal = mayKeepCalendar(tx.actor);
  if (refusal) return { ok: false, refusal };
  const kind = input.kind === 'WORK' ? 'WORK' : input.kind === 'REST' ? 'REST' : null;
  if (kind === null) return refuse('matters.check-field', { field: 'kind' });
  if (!/^\d{4}-\d\d-\d\d$/.test(input.day)) return refuse('matters.check-field', { field: 'day' });
  const name = input.name.trim().slice(0, 40);
  if (name === '') return refuse('matters.check-field', { field: 'name' });
  if (input.source.trim() === '') return refuse('matters.calendar-source', { field: 'source' });
  const year = Number(input.day.slice(0, 4));
  const known = (await calendarYears(tx)).find((y) => y.year === year);
  if (!known) return refuse('matters.calendar-unknown', { field: 'day', params: { year } });
  const before = known.days.find((d) => d.day === input.day)?.kind ?? null;
  await putDay(tx, { day: input.day, kind, nameZh: name, nameEn: name });
  await note(tx, 'matters.calendar-day-put', input.source.trim(), { day: input.day, before, kind, name });
  return ok();
}

/** Makes a day an ordinary one again, with the reason. */
export async function removeCalendarDay(
  tx: Tx,
  input: { readonly day: string; readonly source: string },
): Promise<Result<void>> {
  const refusal = mayKeepCalendar(tx.actor);
  if (refusal) return { ok: false, refusal };
  if (input.source.trim() === '') return refuse('matters.calendar-source', { field: 'source' });
  const isDay = /^\d{4}-\d\d-\d\d$/.test(input.day);
  if (!isDay || !(await dropDay(tx, input.day))) return refuse('matters.check-field', { field: 'day' });
  await note(tx, 'matters.calendar-day-removed', input.source.trim(), { day: input.day });
  return ok();
}
