import { type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import {
  type Day,
  REGISTRY_EVENTS,
  REGISTRY_SUBJECTS,
  type TeamKind,
  type TwoNames,
} from '../../contract.ts';
import { mayKeep, mayKeepMembers } from '../../permissions.ts';
import { isDay } from '../../rules/day.ts';
import { organisationRows } from '../../store/organisations/organisations.ts';
import { insertTeam } from '../../store/organisations/teams.ts';
import { knownPersonIds } from '../../store/people/people.ts';
import { estateRows } from '../../store/places/places.ts';

export type NewTeam = TwoNames & {
  readonly id?: string;
  readonly kind: TeamKind;
  /** When it meets, in words. */
  readonly scheduleZh: string;
  readonly scheduleEn: string;
  readonly organisationId?: string | null;
  readonly fromDay: Day;
  readonly members: readonly {
    readonly personId: string;
    readonly estateId?: string | null;
    readonly isLeader?: boolean;
  }[];
};

/**
 * Forms a team with its members. Teams keep no check-ins, tracks or points of anybody.
 *
 * @returns its id; refusals `registry.not-a-keeper`, `registry.name-missing`, `registry.day-unreadable`,
 * `registry.team-without-leader`, `registry.organisation-unknown`, `registry.person-unknown`,
 * `registry.estate-unknown`, `registry.not-a-party-keeper` (an activity group is a party group).
 */
export async function formTeam(tx: Tx, given: NewTeam): Promise<Result<string>> {
  const may = mayKeep(tx.actor, 'form-team');
  if (!may.ok) return may;
  if (given.kind === 'ACTIVITY_GROUP' && tx.actor.role !== 'SYS') {
    const mayParty = mayKeepMembers(tx.actor);
    if (!mayParty.ok) return mayParty;
  }
  if (given.nameZh.trim() === '') return refuse('registry.name-missing', { field: 'nameZh' });
  if (!isDay(given.fromDay)) return refuse('registry.day-unreadable', { field: 'fromDay' });
  if (!given.members.some((member) => member.isLeader)) return refuse('registry.team-without-leader');
  const known = await checkKnown(tx, given);
  if (!known.ok) return known;
  const id = given.id ?? tx.newId();
  const team = {
    id,
    kind: given.kind,
    name_zh: given.nameZh.trim(),
    name_en: given.nameEn.trim(),
    schedule_zh: given.scheduleZh,
    schedule_en: given.scheduleEn,
    organisation_id: given.organisationId ?? null,
  };
  const members = given.members.map((member) => ({
    team_id: id,
    person_id: member.personId,
    estate_id: member.estateId ?? null,
    is_leader: member.isLeader ?? false,
    from_day: given.fromDay,
  }));
  await insertTeam(tx, team, members);
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.team,
    subjectId: id,
    kind: REGISTRY_EVENTS.teamFormed,
    data: { kind: given.kind, members: members.length },
  });
  return { ok: true, value: id };
}

async function checkKnown(tx: Tx, given: NewTeam): Promise<Result<void>> {
  const people = [...new Set(given.members.map((member) => member.personId))];
  if ((await knownPersonIds(tx, people)).size < given.members.length) {
    return refuse('registry.person-unknown', { field: 'members' });
  }
  const org = given.organisationId;
  if (org && (await organisationRows(tx, [org], given.fromDay)).length === 0) {
    return refuse('registry.organisation-unknown', { field: 'organisationId' });
  }
  const estates = new Set((await estateRows(tx)).map((estate) => estate.id));
  const astray = given.members.some((member) => member.estateId && !estates.has(member.estateId));
  return astray ? refuse('registry.estate-unknown', { field: 'members' }) : { ok: true, value: undefined };
}
