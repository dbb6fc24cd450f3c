import { ok, type Result, refuse } from '#kernel/result.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ReclassifyMatter } from '../../forms/handling.ts';
import { categoryOf } from '../../rules/intake/categories.ts';
import { type Changed, changeMatter } from '../engine/change-matter.ts';
import { dueColumns } from '../intake/due-columns.ts';

/**
 * Puts kind, category and level right, with a reason. Deadlines run from the day the matter came in, as if it
 * had been right from the start; a deadline the general branch extended stays.
 */
export function reclassifyMatter(tx: Tx, input: ReclassifyMatter): Promise<Result<Changed>> {
  return changeMatter(tx, 'reclassify', input, async ({ row }) => {
    if (!categoryOf(input.category)) return refuse('matters.no-such-category', { field: 'category' });
    const calendar = await loadCalendar(tx);
    const due = dueColumns(
      calendar,
      { level: input.level, orgRequest: row.org_request },
      row.submitted_at,
      row.external_due_at,
    );
    const { handle_due_at, original_handle_due_at, ...others } = due;
    const keep = row.extended || row.redo_count > 0;
    return ok({
      reason: input.reason,
      patch: {
        kind: input.kind,
        category: input.category,
        level: input.level,
        level_reasons: ['staff'],
        complained_org_id: input.complainedOrgId ?? null,
        ...others,
        ...(keep ? {} : { handle_due_at, original_handle_due_at }),
      },
      data: {
        from: { kind: row.kind, category: row.category, level: row.level },
        to: { kind: input.kind, category: input.category, level: input.level },
      },
    });
  });
}
