import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { EndorseMatter, ReplyToHandlers, UrgeMatter } from '../../forms/handling.ts';
import { insertDetail } from '../../store/details.ts';
import { insertEndorsement } from '../../store/matters.ts';
import { type Changed, changeMatter } from '../engine/change-matter.ts';

/** The reporter asks how it is going (催办). Counted and shown to the handlers; never a mark against the reporter. */
export function urgeMatter(tx: Tx, input: UrgeMatter): Promise<Result<Changed>> {
  return changeMatter(tx, 'urge', input, ({ row }) =>
    ok({
      reason: input.text === '' ? null : input.text,
      patch: { urge_count: row.urge_count + 1 },
      data: { count: row.urge_count + 1 },
      also: (inside) =>
        insertDetail(inside, 'matters.urge', {
          id: inside.newId(),
          matter_id: row.id,
          at: inside.now,
          text: input.text,
        }),
    }),
  );
}

/** The reporter gives what the handlers were waiting for: work goes on, and the clock with it. */
export function replyToHandlers(tx: Tx, input: ReplyToHandlers): Promise<Result<Changed>> {
  return changeMatter(tx, 'reply', input, () =>
    ok({ to: 'IN_PROGRESS', reason: input.text, patch: { last_progress_at: tx.now } }),
  );
}

/** "We too" (附议), one per household; residents only for a dwelling of their own. */
export function endorseMatter(tx: Tx, input: EndorseMatter): Promise<Result<Changed>> {
  return changeMatter(tx, 'endorse', input, async ({ row }) => {
    const resident = tx.actor.role === 'RES' || tx.actor.role === 'OWN';
    if (resident && !tx.actor.householdUnitIds.includes(input.unitId)) {
      return refuse('matters.not-your-household', { field: 'unitId' });
    }
    const counted = await insertEndorsement(tx, row.id, input.unitId, tx.actor.personId);
    if (!counted) return refuse('matters.household-counted-already');
    return ok({ patch: { endorsement_count: row.endorsement_count + 1 }, data: {} });
  });
}
