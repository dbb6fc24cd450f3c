import { ok, type Result, refuse } from '#kernel/result.ts';
import { recordConsent } from '#modules/consents/facade.server.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ReclassifyMatter } from '../../forms/handling.ts';
import { categoryOf } from '../../rules/intake/categories.ts';
import type { MatterRow } from '../../store/rows.ts';
import { type Changed, changeMatter } from '../engine/change-matter.ts';
import { dueColumns } from '../intake/due-columns.ts';

/** Deadlines that no longer follow from the day it came in: extended, in a later round, or moved by a pause. */
function hasOwnDeadlines(row: MatterRow): boolean {
  return row.extended || row.round > 1 || row.paused_work_minutes > 0;
}

/** A consent to be named goes to one organisation and no further (PIPL art. 23). */
async function consentLapses(tx: Tx, row: MatterRow): Promise<void> {
  const kept = await recordConsent(tx, {
    purpose: 'REVEAL_REPORTER',
    subjectId: row.id,
    state: 'LAPSED',
    personId: row.reporter_person_id,
    how: 'SELF',
    receiverOrgId: row.complained_org_id,
  });
  if (!kept.ok) throw new Error(`a lapse was refused: ${kept.refusal.code}`);
}

/**
 * Puts kind, category and level right, with a reason. Deadlines run from the day the matter came in, as if it
 * had been right from the start, unless they have been extended, moved by a pause, or belong to a later round.
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
    const coordinates = tx.actor.role === 'RC' || tx.actor.role === 'GB';
    const complained = input.complainedOrgId ?? null;
    const lapses = coordinates && row.reveal_reporter && complained !== row.complained_org_id;
    return ok({
      reason: input.reason,
      patch: {
        kind: input.kind,
        category: input.category,
        level: input.level,
        level_reasons: ['staff'],
        // Whom it complains about decides who sees the reporter: not for the party itself to change.
        ...(coordinates ? { complained_org_id: complained } : {}),
        // The reporter agreed to be named to the other one.
        ...(lapses ? { reveal_reporter: false } : {}),
        ...(hasOwnDeadlines(row) ? {} : due),
      },
      data: {
        from: { kind: row.kind, category: row.category, level: row.level },
        to: { kind: input.kind, category: input.category, level: input.level },
      },
      ...(lapses ? { also: (inside: Tx) => consentLapses(inside, row) } : {}),
    });
  });
}
