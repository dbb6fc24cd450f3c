import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ReopenMatter } from '../../forms/handling.ts';
import { rulesAt } from '../../rules/pace/deadlines.ts';
import { redoPatch } from '../closing/follow-up.ts';
import { type Changed, changeMatter } from '../engine/change-matter.ts';

/** The same problem is there again: a new round under the same code. */
export function reopenMatter(tx: Tx, input: ReopenMatter): Promise<Result<Changed>> {
  return changeMatter(tx, 'reopen', input, ({ row, calendar }) => {
    const since = row.closed_at ? (tx.now.getTime() - row.closed_at.getTime()) / 86_400_000 : 0;
    const days = rulesAt(row.submitted_at).reopenDays;
    if (since > days) return refuse('matters.reopen-too-late', { params: { days }, source: 'DOMAIN §4.1' });
    const patch = {
      ...redoPatch(row, calendar, tx.now),
      redo_count: row.redo_count,
      resolved: null,
      satisfaction: null,
    };
    return ok({
      to: row.lead_org_id ? 'IN_PROGRESS' : 'ACCEPTED',
      reason: input.reason,
      patch,
      data: { round: row.round + 1 },
    });
  });
}
