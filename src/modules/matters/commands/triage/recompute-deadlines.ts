import { ok, type Result } from '#kernel/result.ts';
import type { WorkCalendar } from '#kernel/work-calendar.ts';
import { appendEvent } from '#platform/audit/events.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { type Level, MATTER_SUBJECT, type MatterStatus } from '../../contract.ts';
import { mayKeepCalendar } from '../../permissions.ts';
import { expectedTimers } from '../../rules/pace/expected-timers.ts';
import { countMissing } from '../../rules/pace/recompute.ts';
import { timedMatter } from '../../store/facts.ts';
import { lockUncounted, updateMatter } from '../../store/matters.ts';
import type { MatterRow } from '../../store/rows.ts';
import { syncTimers } from '../../store/timers.ts';

/**
 * Counts the deadlines of open matters that waited for a calendar year which is known by now, and says so on
 * each (docs/decisions/0007). Matters somebody is working on this very moment come the next time.
 *
 * @returns how many matters have their deadlines now.
 */
export async function recomputeDeadlines(tx: Tx): Promise<Result<number>> {
  const refusal = mayKeepCalendar(tx.actor);
  if (refusal) return { ok: false, refusal };
  const calendar = await loadCalendar(tx);
  const rows = await lockUncounted(tx, [...calendar.years]);
  for (const row of rows) await countOne(tx, row, calendar);
  return ok(rows.length);
}

async function countOne(tx: Tx, row: MatterRow, calendar: WorkCalendar): Promise<void> {
  const counted = countMissing(
    {
      status: row.status,
      level: row.level as Level,
      orgRequest: row.org_request,
      submittedAt: row.submitted_at,
      assignedAt: row.assigned_at,
      doneAt: row.done_at,
      redoCount: row.redo_count,
      lastProgressAt: row.last_progress_at,
      acceptDueAt: row.accept_due_at,
      leadAcceptDueAt: row.lead_accept_due_at,
      contactDueAt: row.contact_due_at,
      firstActionDueAt: row.first_action_due_at,
      handleDueAt: row.handle_due_at,
      followUpDueAt: row.follow_up_due_at,
      externalDueAt: row.external_due_at,
    },
    calendar,
  );
  const patch = {
    accept_due_at: counted.acceptDueAt,
    lead_accept_due_at: counted.leadAcceptDueAt,
    contact_due_at: counted.contactDueAt,
    first_action_due_at: counted.firstActionDueAt,
    handle_due_at: counted.handleDueAt,
    original_handle_due_at: row.original_handle_due_at ?? counted.handleDueAt,
    follow_up_due_at: counted.followUpDueAt,
    unknown_calendar_year: counted.unknownYear,
  };
  const status = row.status as MatterStatus;
  await updateMatter(tx, row.id, status, patch);
  await syncTimers(tx, row.id, expectedTimers(timedMatter({ ...row, ...patch }), calendar));
  await appendEvent(tx, {
    subjectKind: MATTER_SUBJECT,
    subjectId: row.id,
    kind: 'matters.deadlines-recomputed',
    from: status,
    to: status,
    data: { year: row.unknown_calendar_year },
  });
}
