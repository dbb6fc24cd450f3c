import { ok, type Result, refuse } from '#kernel/result.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import type { PlanSeries } from '../../forms/meetings.ts';
import { monthlyDays } from '../../rules/timetable.ts';
import { planMeeting } from './plan-meeting.ts';

/**
 * Plans the monthly meetings of a body at once: the same weekday of each month, on the next working day where that is
 * none, all with the same hour, place and secretary.
 *
 * @returns the days; or the first refusal of {@link planMeeting}, and then nothing is planned
 */
export async function planSeries(tx: Tx, input: PlanSeries): Promise<Result<readonly string[]>> {
  const { month, months, weekday, nth, time, ...where } = input;
  const days = monthlyDays(await loadCalendar(tx), month, months, weekday, nth);
  if (!days.known)
    return refuse('meetings.calendar-missing', { field: 'month', params: { year: days.year } });
  for (const day of days.value) {
    const planned = await planMeeting(tx, {
      ...where,
      id: tx.newId(),
      startsAt: `${day}T${time}`,
      isAdHoc: false,
      adHocReason: '',
    });
    if (!planned.ok) return { ok: false, refusal: { ...planned.refusal, field: 'month' } };
  }
  return ok(days.value);
}
