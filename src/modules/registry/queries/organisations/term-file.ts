import { isUuid } from '#kernel/ids.ts';
import type { Tx } from '#platform/db/database.ts';
import type { PostFile } from '../../contract/organisations.ts';
import type { CommitteeTerm } from '../../contract/terms.ts';
import type { OrganisationView, TeamView } from '../../contract.ts';
import { mayAcceptHandOver } from '../../permissions.ts';
import { dayOf } from '../../rules/day.ts';
import { countedTeams } from '../../rules/teams/membership.ts';
import { organisationRows } from '../../store/organisations/organisations.ts';
import { teamRowsOf } from '../../store/organisations/teams.ts';
import { findTerm } from '../../store/terms/terms.ts';
import { postFiles } from './post-file.ts';

/** What a hand-over sheet says of the committee itself. */
export type TermFile = {
  readonly term: CommitteeTerm;
  readonly organisation: OrganisationView;
  readonly posts: readonly PostFile[];
  readonly teams: readonly TeamView[];
  readonly mayAccept: boolean;
};

/** A term for its hand-over sheet: read by the two coordinators and the committee itself; else null. */
export async function termFile(tx: Tx, termId: string): Promise<TermFile | null> {
  const term = isUuid(termId) ? await findTerm(tx, termId) : null;
  if (!term) return null;
  const { role, post } = tx.actor;
  const isOwn = role === 'OC' && post?.orgId === term.organisationId;
  if (role !== 'RC' && role !== 'GB' && !isOwn) return null;
  const day = dayOf(tx.now);
  const [organisation] = await organisationRows(tx, [term.organisationId], day);
  if (!organisation) return null;
  return {
    term,
    organisation,
    posts: await postFiles(tx, { organisationId: organisation.id }),
    teams: countedTeams(await teamRowsOf(tx, organisation.id, day)),
    mayAccept: term.state === 'HANDING_OVER' && mayAcceptHandOver(tx.actor, organisation.id).ok,
  };
}
