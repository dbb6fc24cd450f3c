import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { ORGANISATION_EVENTS, ORGANISATION_SUBJECTS } from '../../contract/organisations.ts';
import type { Day } from '../../contract.ts';
import { mayKeepMembers } from '../../permissions.ts';
import { mayEnd } from '../../rules/organisations/appointment.ts';
import { endMembershipRow, membershipRows } from '../../store/people/memberships.ts';

/**
 * A membership ends: the branch was changed, the job left, or the person no longer wants it kept here.
 *
 * @returns refusals `registry.not-a-party-keeper`, `registry.membership-unknown`,
 *   `registry.appointment-already-ended`, `registry.day-unreadable`, `registry.ends-before-start`.
 */
export async function endMembership(
  tx: Tx,
  given: { readonly membershipId: string; readonly lastDay: Day },
): Promise<Result<void>> {
  const may = mayKeepMembers(tx.actor);
  if (!may.ok) return may;
  const [found] = isUuid(given.membershipId) ? await membershipRows(tx, { id: given.membershipId }) : [];
  if (!found) return refuse('registry.membership-unknown');
  const free = mayEnd(found, given.lastDay);
  if (!free.ok) return free;
  await endMembershipRow(tx, found.id, given.lastDay);
  await appendEvent(tx, {
    subjectKind: ORGANISATION_SUBJECTS.members,
    subjectId: found.organisationId,
    kind: ORGANISATION_EVENTS.membersChanged,
  });
  return ok();
}
