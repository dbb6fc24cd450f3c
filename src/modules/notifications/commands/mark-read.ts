import { personConcerned } from '#kernel/actor.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { markRead, ownRow } from '../store/notifications.ts';

/**
 * Marks one of one's own notifications read, or all that have rung. Doing it again changes nothing.
 *
 * @param input.id null for all.
 * @returns refusal `notifications.not-found` for somebody else's.
 */
export async function markNotificationsRead(
  tx: Tx,
  input: { readonly id: string | null },
): Promise<Result<void>> {
  const personId = personConcerned(tx.actor);
  if (personId === null) return refuse('notifications.not-found');
  if (input.id !== null && !(await ownRow(tx, personId, input.id))) return refuse('notifications.not-found');
  await markRead(tx, personId, input.id);
  return ok();
}
