/** Members and leaders of a team over time. */
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { TeamMember } from '../../contract/organisations.ts';
import type { Day, TeamView } from '../../contract.ts';
import { covers, isDay } from '../day.ts';
import { overlap, type Period } from '../organisations/appointment.ts';

/** Whether somebody may join for a period: once at a time. */
export function mayJoin(own: readonly Period[], fromDay: Day): Result<void> {
  if (!isDay(fromDay)) return refuse('registry.day-unreadable', { field: 'fromDay' });
  return own.some((one) => overlap(one, { fromDay, toDay: null }))
    ? refuse('registry.member-already', { field: 'personId' })
    : ok();
}

/** Whether a member may leave on a day. The last leader names another one first. */
export function mayLeave(member: TeamMember, all: readonly TeamMember[], lastDay: Day): Result<void> {
  if (!isDay(lastDay)) return refuse('registry.day-unreadable', { field: 'lastDay' });
  if (member.toDay !== null) {
    return refuse('registry.member-left', { params: { day: member.toDay } });
  }
  if (lastDay < member.fromDay) {
    return refuse('registry.ends-before-start', { field: 'lastDay', params: { day: member.fromDay } });
  }
  const leaders = all.filter((one) => one.isLeader && one.toDay === null);
  const isLast = member.isLeader && leaders.length === 1;
  return isLast ? refuse('registry.team-without-leader') : ok();
}

/** Members on a day, leaders first. */
export function membersOn(all: readonly TeamMember[], day: Day): TeamMember[] {
  return all.filter((one) => covers(one, day)).sort((a, b) => Number(b.isLeader) - Number(a.isLeader));
}

/** A party group smaller than this shows no number: a count of four is nearly a list of names. */
const SMALLEST_COUNT = 5;

/** Teams with their numbers, but for party groups below five. */
export function countedTeams(teams: readonly TeamView[]): TeamView[] {
  return teams.map((team) => {
    const isTold = team.kind !== 'ACTIVITY_GROUP' || (team.members ?? 0) >= SMALLEST_COUNT;
    return isTold ? team : { ...team, members: null };
  });
}
