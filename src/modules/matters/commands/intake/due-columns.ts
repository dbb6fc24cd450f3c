import type { WorkCalendar } from '#kernel/work-calendar.ts';
import type { Level } from '../../contract.ts';
import { deadlinesFor } from '../../rules/pace/deadlines.ts';
import { earlierOf } from '../../rules/pace/plan.ts';

/**
 * The deadlines of a matter as columns. A deadline that would touch a year without calendar data is left
 * empty and the year is named, so that staff see it (docs/decisions/0007).
 */
export function dueColumns(
  calendar: WorkCalendar,
  matter: { readonly level: Level; readonly orgRequest: boolean },
  from: Date,
  externalDueAt: Date | null,
) {
  const due = deadlinesFor(matter.level, matter.orgRequest ? 'ORGANISATION' : 'RESIDENT', from, calendar);
  const known = (d: { known: true; value: Date } | { known: false; year: number } | undefined) =>
    d?.known ? d.value : null;
  const unknown = [due.acceptDue, due.firstContactDue, due.handleDue].find(
    (d) => d !== undefined && !d.known,
  );
  const handle = earlierOf(known(due.handleDue), externalDueAt);
  return {
    accept_due_at: known(due.acceptDue),
    contact_due_at: known(due.firstContactDue),
    first_action_due_at: known(due.firstActionDue),
    handle_due_at: handle,
    original_handle_due_at: handle,
    unknown_calendar_year: unknown && !unknown.known ? unknown.year : null,
  };
}
