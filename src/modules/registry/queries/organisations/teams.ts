import type { Tx } from '#platform/db/database.ts';
import type { TeamView } from '../../contract.ts';
import { dayOf } from '../../rules/day.ts';
import { countedTeams } from '../../rules/teams/membership.ts';
import { teamRows } from '../../store/organisations/teams.ts';

/** Teams of the neighborhood with today's number of members. */
export async function teams(tx: Tx): Promise<TeamView[]> {
  return countedTeams(await teamRows(tx, dayOf(tx.now)));
}
