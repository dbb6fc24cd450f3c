import { ok, type Result } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { NOTIFICATION_EVENTS, NOTIFICATION_SUBJECTS } from '../contract.ts';
import type { SetHours } from '../forms/notifications.ts';
import { mayNotify } from '../permissions.ts';
import { keepHours } from '../store/hours.ts';

/**
 * Sets the neighborhood's quiet hours and the hour of the digest, for what is told from now on.
 *
 * @returns refusal `notifications.not-yours`.
 * @source DOMAIN §8, open point 6: quiet hours are a setting
 */
export async function setHours(tx: Tx, input: SetHours): Promise<Result<void>> {
  const refusal = mayNotify(tx.actor, 'set-hours');
  if (refusal) return { ok: false, refusal };
  await keepHours(tx, input);
  await appendEvent(tx, {
    subjectKind: NOTIFICATION_SUBJECTS.hours,
    subjectId: tx.actor.neighborhoodId,
    kind: NOTIFICATION_EVENTS.hoursSet,
    data: { ...input },
  });
  return ok();
}
