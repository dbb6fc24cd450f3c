import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { ORGANISATION_EVENTS, ORGANISATION_SUBJECTS } from '../../contract/organisations.ts';
import type { Day } from '../../contract.ts';
import { mayKeep, mayReadTeam } from '../../permissions.ts';
import { mayLeave } from '../../rules/teams/membership.ts';
import { keptTeam, memberRows, updateMember } from '../../store/organisations/kept-teams.ts';

/**
 * Somebody leaves a team with a last day. No reason is asked.
 *
 * @returns refusals `registry.not-a-keeper`, `registry.team-unknown`, `registry.person-unknown`,
 *   `registry.day-unreadable`, `registry.ends-before-start`, `registry.team-without-leader`.
 */
export async function endTeamMember(
  tx: Tx,
  given: { readonly teamId: string; readonly personId: string; readonly lastDay: Day },
): Promise<Result<void>> {
  const may = mayKeep(tx.actor, 'keep-team');
  if (!may.ok) return may;
  const team = isUuid(given.teamId) ? await keptTeam(tx, given.teamId, true) : null;
  if (!team || !mayReadTeam(tx.actor, team)) return refuse('registry.team-unknown');
  const all = await memberRows(tx, team.id);
  const member = all.find((one) => one.personId === given.personId && one.toDay === null);
  if (!member) return refuse('registry.person-unknown', { field: 'personId' });
  const free = mayLeave(member, all, given.lastDay);
  if (!free.ok) return free;
  await updateMember(tx, team.id, member.personId, { to_day: given.lastDay });
  await appendEvent(tx, {
    subjectKind: ORGANISATION_SUBJECTS.team,
    subjectId: team.id,
    kind: ORGANISATION_EVENTS.teamMemberLeft,
    data: { lastDay: given.lastDay },
  });
  return ok();
}
