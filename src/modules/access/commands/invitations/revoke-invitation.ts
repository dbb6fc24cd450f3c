import { type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { STAFF_ACCESS_EVENTS } from '../../contract/invitations.ts';
import { mayLookAfterStaff } from '../../permissions.ts';
import { revokeOpenInvitations } from '../../store/invitations/staff-invitations.ts';

/**
 * Withdraws a person's invitation: its link stops working at once.
 *
 * @returns refusals `access.not-a-head`, `access.nothing-to-revoke`.
 */
export async function revokeInvitation(tx: Tx, personId: string): Promise<Result<void>> {
  const may = mayLookAfterStaff(tx.actor, 'revoke-invitation');
  if (!may.ok) return may;
  if ((await revokeOpenInvitations(tx, personId)) === 0) return refuse('access.nothing-to-revoke');
  await appendEvent(tx, {
    subjectKind: 'person',
    subjectId: personId,
    kind: STAFF_ACCESS_EVENTS.revoked,
  });
  return { ok: true, value: undefined };
}
