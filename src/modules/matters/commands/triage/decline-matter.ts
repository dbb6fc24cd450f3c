import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { AppealDecline, DeclineMatter } from '../../forms/handling.ts';
import { attemptsByTimeOfDay } from '../../rules/contacts.ts';
import { detailsOf } from '../../store/details.ts';
import { type Changed, changeMatter } from '../engine/change-matter.ts';

/**
 * Declines a matter, for a listed reason only and saying where to turn (§4.1). "No facts" needs two attempts
 * to ask the reporter first.
 */
export function declineMatter(tx: Tx, input: DeclineMatter): Promise<Result<Changed>> {
  return changeMatter(tx, 'decline', input, async ({ row }) => {
    if (input.reason === 'OUT_OF_SCOPE' && input.whereToTurn === '') {
      return refuse('matters.decline-says-where-to-turn', { field: 'whereToTurn', source: 'DOMAIN §4.1' });
    }
    if (input.reason === 'NO_FACTS' && row.reporter_kind !== 'ANONYMOUS') {
      const contacts = await detailsOf(tx, 'matters.contact', row.id);
      if (attemptsByTimeOfDay(contacts.map((c) => ({ at: c.at, result: c.result }))).total < 2) {
        return refuse('matters.no-facts-needs-two-contacts', { field: 'reason', source: 'DOMAIN §4.1' });
      }
    }
    return ok({
      to: 'DECLINED',
      reason: input.explanation,
      patch: {
        decline_reason: input.reason,
        decline_where: input.whereToTurn,
        result_summary: input.explanation,
        closed_at: tx.now,
      },
      data: { reason: input.reason, whereToTurn: input.whereToTurn },
    });
  });
}

/** The reporter asks the general branch to look at a declined matter again. */
export function appealDecline(
  tx: Tx,
  input: AppealDecline & { provenByPin?: boolean },
): Promise<Result<Changed>> {
  return changeMatter(tx, 'appeal-decline', input, () =>
    ok({ to: 'ESCALATED', reason: input.text, patch: { escalation_reason: 'APPEAL', closed_at: null } }),
  );
}
