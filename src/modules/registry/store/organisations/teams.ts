import type { Tx } from '#platform/db/database.ts';
import type { Day, TeamKind, TeamView } from '../../contract.ts';

/** Teams with how many members they have on a day. */
export function teamRows(tx: Tx, day: Day): Promise<TeamView[]> {
  return teamsWhere(tx, null, day);
}

/** The same of one organisation. */
export function teamRowsOf(tx: Tx, organisationId: string, day: Day): Promise<TeamView[]> {
  return teamsWhere(tx, organisationId, day);
}

async function teamsWhere(tx: Tx, organisationId: string | null, day: Day): Promise<TeamView[]> {
  const rows = await tx
    .schema('registry')
    .selectFrom('registry.team as t')
    .leftJoin('registry.team_member as m', (join) =>
      join
        .onRef('m.neighborhood_id', '=', 't.neighborhood_id')
        .onRef('m.team_id', '=', 't.id')
        .on('m.from_day', '<=', day)
        .on((eb) => eb.or([eb('m.to_day', 'is', null), eb('m.to_day', '>=', day)])),
    )
    .select((eb) => [
      't.id',
      't.kind',
      't.name_zh as nameZh',
      't.name_en as nameEn',
      't.schedule_zh as scheduleZh',
      't.schedule_en as scheduleEn',
      eb.fn.count<string>('m.person_id').as('members'),
    ])
    .where('t.neighborhood_id', '=', tx.actor.neighborhoodId)
    .$if(organisationId !== null, (q) => q.where('t.organisation_id', '=', organisationId))
    .groupBy(['t.id', 't.kind', 't.name_zh', 't.name_en', 't.schedule_zh', 't.schedule_en'])
    .orderBy('t.id')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as TeamKind, members: Number(row.members) }));
}

export type NewTeamRow = {
  readonly id: string;
  readonly kind: TeamKind;
  readonly name_zh: string;
  readonly name_en: string;
  readonly schedule_zh: string;
  readonly schedule_en: string;
  readonly organisation_id: string | null;
};
export type NewMemberRow = {
  readonly team_id: string;
  readonly person_id: string;
  readonly estate_id: string | null;
  readonly is_leader: boolean;
  readonly from_day: Day;
};

export async function insertTeam(tx: Tx, team: NewTeamRow, members: readonly NewMemberRow[]): Promise<void> {
  const neighborhood_id = tx.actor.neighborhoodId;
  const db = tx.schema('registry');
  await db
    .insertInto('registry.team')
    .values({ ...team, neighborhood_id })
    .execute();
  if (members.length === 0) return;
  await db
    .insertInto('registry.team_member')
    .values(members.map((m) => ({ ...m, neighborhood_id })))
    .execute();
}
