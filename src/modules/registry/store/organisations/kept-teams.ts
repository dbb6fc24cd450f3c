import type { Tx } from '#platform/db/database.ts';
import type { KeptTeam, TeamMember } from '../../contract/organisations.ts';
import type { Day, TeamKind } from '../../contract.ts';

/** A team, or null. `lock` keeps it until commit. */
export async function keptTeam(tx: Tx, id: string, lock = false): Promise<KeptTeam | null> {
  const row = await tx
    .schema('registry')
    .selectFrom('registry.team')
    .select([
      'id',
      'version',
      'kind',
      'name_zh as nameZh',
      'name_en as nameEn',
      'schedule_zh as scheduleZh',
      'schedule_en as scheduleEn',
      'organisation_id as organisationId',
      'closed_on as closedOn',
    ])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .$if(lock, (q) => q.forUpdate())
    .executeTakeFirst();
  return row ? { ...row, kind: row.kind as TeamKind } : null;
}

/** Everybody who is or was in a team, by name. */
export function memberRows(tx: Tx, teamId: string): Promise<TeamMember[]> {
  return tx
    .schema('registry')
    .selectFrom('registry.team_member as m')
    .innerJoin('registry.person as h', (join) =>
      join.onRef('h.neighborhood_id', '=', 'm.neighborhood_id').onRef('h.id', '=', 'm.person_id'),
    )
    .select([
      'm.person_id as personId',
      'h.name',
      'h.name_en as nameEn',
      'm.estate_id as estateId',
      'm.is_leader as isLeader',
      'm.from_day as fromDay',
      'm.to_day as toDay',
    ])
    .where('m.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('m.team_id', '=', teamId)
    .orderBy('h.name')
    .orderBy('m.from_day')
    .execute();
}

/** A team somebody is in. */
export type TeamOfPerson = Pick<KeptTeam, 'id' | 'kind' | 'nameZh' | 'nameEn' | 'organisationId'> & {
  readonly isLeader: boolean;
  readonly since: Day;
};

/** Teams a person is in on a day, the longest first. */
export async function teamsOfPerson(tx: Tx, personId: string, day: Day): Promise<TeamOfPerson[]> {
  const rows = await tx
    .schema('registry')
    .selectFrom('registry.team_member as m')
    .innerJoin('registry.team as t', (join) =>
      join.onRef('t.neighborhood_id', '=', 'm.neighborhood_id').onRef('t.id', '=', 'm.team_id'),
    )
    .select([
      't.id',
      't.kind',
      't.name_zh as nameZh',
      't.name_en as nameEn',
      't.organisation_id as organisationId',
      'm.is_leader as isLeader',
      'm.from_day as since',
    ])
    .where('m.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('m.person_id', '=', personId)
    .where('m.from_day', '<=', day)
    .where((eb) => eb.or([eb('m.to_day', 'is', null), eb('m.to_day', '>=', day)]))
    .orderBy('m.from_day')
    .orderBy('t.id')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as TeamKind }));
}

export async function insertMember(
  tx: Tx,
  teamId: string,
  member: { readonly personId: string; readonly estateId: string | null; readonly fromDay: Day },
): Promise<void> {
  await tx
    .schema('registry')
    .insertInto('registry.team_member')
    .values({
      neighborhood_id: tx.actor.neighborhoodId,
      team_id: teamId,
      person_id: member.personId,
      estate_id: member.estateId,
      is_leader: false,
      from_day: member.fromDay,
    })
    .execute();
}

/** Changes a membership that goes on. */
export async function updateMember(
  tx: Tx,
  teamId: string,
  personId: string,
  patch: { readonly to_day?: Day; readonly is_leader?: boolean },
): Promise<void> {
  await tx
    .schema('registry')
    .updateTable('registry.team_member')
    .set(patch)
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('team_id', '=', teamId)
    .where('person_id', '=', personId)
    .where('to_day', 'is', null)
    .execute();
}

export type TeamPatch = {
  readonly name_zh: string;
  readonly name_en: string;
  readonly schedule_zh: string;
  readonly schedule_en: string;
};

export async function updateTeam(tx: Tx, id: string, patch: TeamPatch): Promise<void> {
  await tx
    .schema('registry')
    .updateTable('registry.team')
    .set((eb) => ({ ...patch, version: eb('version', '+', 1) }))
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}
