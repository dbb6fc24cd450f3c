import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { dropCalendarLink } from '../../store/calendar-links.ts';

/**
 * Takes the actor's own calendar link back: it answers *not found* from now on.
 *
 * @returns refusal: has not signed in, or acts for somebody else. Nothing to take back is no refusal.
 */
export async function revokeCalendarLink(tx: Tx): Promise<Result<void>> {
  const { personId, onBehalfOf } = tx.actor;
  if (!personId || onBehalfOf) return refuse('meetings.own-calendar-only');
  if (await dropCalendarLink(tx, personId))
    await appendEvent(tx, {
      subjectKind: 'person',
      subjectId: personId,
      kind: 'meetings.calendar-link-revoked',
    });
  return ok();
}
