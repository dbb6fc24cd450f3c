import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { ORGANISATION_EVENTS, ORGANISATION_SUBJECTS } from '../../contract/organisations.ts';
import type { Day } from '../../contract.ts';
import { mayKeep, mayReadTeam } from '../../permissions.ts';
import { mayJoin } from '../../rules/teams/membership.ts';
import { insertMember, keptTeam, memberRows } from '../../store/organisations/kept-teams.ts';
import { knownPersonIds } from '../../store/people/people.ts';
import { estateRows } from '../../store/places/places.ts';

export type AddTeamMember = {
  readonly teamId: string;
  readonly personId: string;
  /** The estate they look after; none: wherever the team is. */
  readonly estateId: string | null;
  readonly fromDay: Day;
};

/**
 * Somebody joins a team. The event names the team, not the person: some teams are party groups.
 *
 * @returns refusals `registry.not-a-keeper`, `registry.team-unknown`, `registry.person-unknown`,
 *   `registry.estate-unknown`, `registry.day-unreadable`, `registry.member-already`.
 */
export async function addTeamMember(tx: Tx, given: AddTeamMember): Promise<Result<void>> {
  const may = mayKeep(tx.actor, 'keep-team');
  if (!may.ok) return may;
  const team = isUuid(given.teamId) ? await keptTeam(tx, given.teamId, true) : null;
  if (!team || !mayReadTeam(tx.actor, team)) return refuse('registry.team-unknown');
  if (!isUuid(given.personId) || !(await knownPersonIds(tx, [given.personId])).has(given.personId)) {
    return refuse('registry.person-unknown', { field: 'personId' });
  }
  if (given.estateId !== null && !(await estateRows(tx)).some((one) => one.id === given.estateId)) {
    return refuse('registry.estate-unknown', { field: 'estateId' });
  }
  const own = (await memberRows(tx, team.id)).filter((one) => one.personId === given.personId);
  const free = mayJoin(own, given.fromDay);
  if (!free.ok) return free;
  await insertMember(tx, team.id, given);
  await appendEvent(tx, {
    subjectKind: ORGANISATION_SUBJECTS.team,
    subjectId: team.id,
    kind: ORGANISATION_EVENTS.teamMemberJoined,
    data: { fromDay: given.fromDay },
  });
  return ok();
}
