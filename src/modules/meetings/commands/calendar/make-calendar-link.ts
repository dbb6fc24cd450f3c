import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import { tokenHash } from '#platform/auth/sessions.ts';
import type { Tx } from '#platform/db/database.ts';
import { unforeseeableBytes } from '#platform/vault/random-bytes.ts';
import { keepCalendarLink } from '../../store/calendar-links.ts';

const TOKEN_BYTES = 32;

/**
 * Makes the link of the actor's own calendar, or a new one: the one before opens nothing from now on. The token is told
 * once and kept nowhere.
 *
 * @returns the token; refusal: has not signed in, or acts for somebody else.
 */
export async function makeCalendarLink(tx: Tx): Promise<Result<{ readonly token: string }>> {
  const { personId, onBehalfOf } = tx.actor;
  if (!personId || onBehalfOf) return refuse('meetings.own-calendar-only');
  const token = Buffer.from(unforeseeableBytes(TOKEN_BYTES)).toString('base64url');
  await keepCalendarLink(tx, personId, tokenHash(token));
  await appendEvent(tx, {
    subjectKind: 'person',
    subjectId: personId,
    kind: 'meetings.calendar-link-made',
  });
  return ok({ token });
}
