import { isUuid } from '#kernel/ids.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Membership } from '../../contract/membership.ts';
import type { KeptTeam, TeamMember } from '../../contract/organisations.ts';
import type { OrganisationView, TeamView } from '../../contract.ts';
import { mayKeep, mayReadMembers, mayReadRegister, mayReadTeam } from '../../permissions.ts';
import { covers, dayOf } from '../../rules/day.ts';
import { countedTeams, membersOn } from '../../rules/teams/membership.ts';
import { keptTeam, memberRows } from '../../store/organisations/kept-teams.ts';
import { organisationRows } from '../../store/organisations/organisations.ts';
import { teamRows } from '../../store/organisations/teams.ts';
import { membershipRows } from '../../store/people/memberships.ts';
import { type EstateName, estateNames } from '../places/estate-names.ts';
import { type FoundPerson, findPeople } from './post-file.ts';

export type TeamList = {
  readonly teams: readonly TeamView[];
  readonly organisations: readonly OrganisationView[];
  readonly mayForm: boolean;
};

/** All teams with how many are in each. Refusal `registry.not-a-reader`. */
export async function teamList(tx: Tx): Promise<Result<TeamList>> {
  const may = mayReadRegister(tx.actor);
  if (!may.ok) return may;
  const day = dayOf(tx.now);
  return ok({
    teams: countedTeams(await teamRows(tx, day)),
    organisations: await organisationRows(tx, 'ALL', day),
    mayForm: mayKeep(tx.actor, 'form-team').ok,
  });
}

/** A member with where their primary branch is, for those who may know. */
export type ShownMember = TeamMember & { readonly homeUnit: string | null };

export type TeamFile = {
  readonly team: KeptTeam;
  readonly organisation: OrganisationView | null;
  readonly estates: readonly EstateName[];
  /** Null: the list is not for this reader. */
  readonly members: readonly ShownMember[] | null;
  readonly before: readonly TeamMember[];
  readonly mayKeep: boolean;
  readonly found: readonly FoundPerson[] | null;
};

/** One team with the people found by `words`, or null: not there, or not for this reader. */
export async function teamFile(tx: Tx, id: string, words: string): Promise<TeamFile | null> {
  if (!isUuid(id) || !mayReadRegister(tx.actor).ok) return null;
  const team = await keptTeam(tx, id);
  if (!team) return null;
  const day = dayOf(tx.now);
  const orgId = team.organisationId;
  const [organisation] = orgId ? await organisationRows(tx, [orgId], day) : [];
  const mayRead = mayReadTeam(tx.actor, team);
  const all = mayRead ? await memberRows(tx, id) : [];
  const mayChange = mayRead && mayKeep(tx.actor, 'keep-team').ok;
  return {
    team,
    organisation: organisation ?? null,
    estates: await estateNames(tx),
    members: mayRead ? await withHomeUnits(tx, team, membersOn(all, day)) : null,
    before: all.filter((one) => one.toDay !== null && !covers(one, day)),
    mayKeep: mayChange,
    found: mayChange ? await findPeople(tx, words) : null,
  };
}

/** Where the primary branch of each member of a party group is: another one than here (domain brief S35). */
async function withHomeUnits(tx: Tx, team: KeptTeam, members: readonly TeamMember[]): Promise<ShownMember[]> {
  const orgId = team.organisationId;
  const mayKnow = team.kind === 'ACTIVITY_GROUP' && orgId !== null && mayReadMembers(tx.actor, orgId);
  const duals: readonly Membership[] = mayKnow ? await membershipRows(tx, { organisationId: orgId }) : [];
  const units = new Map(
    duals.filter((one) => covers(one, dayOf(tx.now))).map((one) => [one.personId, one.homeUnit]),
  );
  return members.map((member) => ({ ...member, homeUnit: units.get(member.personId) || null }));
}
