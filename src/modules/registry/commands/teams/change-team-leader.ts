import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { ORGANISATION_EVENTS, ORGANISATION_SUBJECTS } from '../../contract/organisations.ts';
import { mayKeep, mayReadTeam } from '../../permissions.ts';
import { keptTeam, memberRows, updateMember } from '../../store/organisations/kept-teams.ts';

/**
 * A member leads the team from now on; those who led it stay members.
 *
 * @returns refusals `registry.not-a-keeper`, `registry.team-unknown`, `registry.person-unknown`.
 */
export async function changeTeamLeader(
  tx: Tx,
  given: { readonly teamId: string; readonly personId: string },
): Promise<Result<void>> {
  const may = mayKeep(tx.actor, 'keep-team');
  if (!may.ok) return may;
  const team = isUuid(given.teamId) ? await keptTeam(tx, given.teamId, true) : null;
  if (!team || !mayReadTeam(tx.actor, team)) return refuse('registry.team-unknown');
  const members = (await memberRows(tx, team.id)).filter((one) => one.toDay === null);
  if (!members.some((one) => one.personId === given.personId)) {
    return refuse('registry.person-unknown', { field: 'personId' });
  }
  for (const member of members) {
    const leads = member.personId === given.personId;
    if (member.isLeader !== leads) await updateMember(tx, team.id, member.personId, { is_leader: leads });
  }
  await appendEvent(tx, {
    subjectKind: ORGANISATION_SUBJECTS.team,
    subjectId: team.id,
    kind: ORGANISATION_EVENTS.teamLeaderChanged,
  });
  return ok();
}
