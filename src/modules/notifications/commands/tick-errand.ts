import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { NOTIFICATION_EVENTS, NOTIFICATION_SUBJECTS } from '../contract.ts';
import type { TickErrand } from '../forms/notifications.ts';
import { mayNotify } from '../permissions.ts';
import { lockErrand, tickRow } from '../store/errands.ts';

/**
 * Ticks off a call, a knock or a poster, with what came of it. Ticked twice is ticked once: the first word stays.
 *
 * @returns refusals `notifications.not-yours`, `notifications.not-found`.
 */
export async function tickErrand(tx: Tx, input: TickErrand): Promise<Result<void>> {
  const refusal = mayNotify(tx.actor, 'do-errand');
  if (refusal) return { ok: false, refusal };
  const errand = await lockErrand(tx, input.errandId);
  if (!errand) return refuse('notifications.not-found');
  if (errand.outcome !== null) return ok();
  await tickRow(tx, errand.id, input.outcome, tx.actor.post!.postId);
  await appendEvent(tx, {
    subjectKind: NOTIFICATION_SUBJECTS.errand,
    subjectId: errand.id,
    kind: NOTIFICATION_EVENTS.errandDone,
    to: input.outcome,
    data: { channel: errand.channel },
  });
  return ok();
}
