import type { NewTeam } from '#modules/registry/commands/teams/form-team.ts';
import { DEMO_SINCE, demoId, ESTATE_CODES, type EstateCode } from './ids.ts';
import { personId, type Roster } from './roster.ts';
import type { StaffKey } from './staff-posts/staff.ts';

export const TEAM_KEYS = ['woodpecker', 'patrol', 'activityGroup', 'volunteers'] as const;
export type TeamKey = (typeof TEAM_KEYS)[number];

type Member = NewTeam['members'][number];
type Sizes = Readonly<Record<EstateCode, number>>;

/** Members of the security patrol (63) and volunteers (120) by estate. */
const PATROL: Sizes = { ZJ: 28, CS: 18, LB: 17 };
const VOLUNTEERS: Sizes = { ZJ: 54, CS: 36, LB: 30 };
/** Members of the woodpecker team of 鲁班公寓 besides its leader. */
const WOODPECKERS = 11;

/** Party members among the staff of the three companies: 4, 4 and 3. */
export const ACTIVITY_GROUP: Readonly<Record<EstateCode, readonly StaffKey[]>> = {
  ZJ: ['guardZj', 'repairZj1', 'repairZj2', 'serviceZj'],
  CS: ['guardCs', 'repairCs1', 'repairCs2', 'serviceCs'],
  LB: ['guardLb', 'repairLb1', 'repairLb2'],
};

/** Where in the list of owners a team begins, so that teams are different people. */
const FROM = { woodpecker: 40, patrol: 100, volunteers: 200 } as const;

/** The teams of domain brief §6.2. */
export function teamsOf(roster: Roster): readonly (NewTeam & { readonly key: TeamKey })[] {
  const owners = (estate: EstateCode, from: number, count: number): Member[] =>
    roster.plainOwners[estate]
      .slice(from, from + count)
      .map((key) => ({ personId: personId(key), estateId: demoId(`estate/${estate}`) }));
  const led = (leader: StaffKey, estate: EstateCode): Member => ({
    personId: personId(leader),
    estateId: demoId(`estate/${estate}`),
    isLeader: true,
  });
  const everywhere = (sizes: Sizes, from: number, leader: StaffKey): Member[] => [
    led(leader, 'ZJ'),
    ...ESTATE_CODES.flatMap((code) => owners(code, from, sizes[code] - (code === 'ZJ' ? 1 : 0))),
  ];
  return [
    {
      ...team('woodpecker', 'WOODPECKER', '鲁班公寓啄木鸟队', 'Luban Woodpecker team'),
      scheduleZh: '每周三、周六',
      scheduleEn: 'Wednesdays and Saturdays',
      organisationId: demoId('organisation/branchLb'),
      members: [led('cao', 'LB'), ...owners('LB', FROM.woodpecker, WOODPECKERS)],
    },
    {
      ...team('patrol', 'SECURITY', '治安巡逻队', 'Security patrol'),
      scheduleZh: '每天 9:00 和 19:30',
      scheduleEn: 'Every day at 9:00 and 19:30',
      organisationId: demoId('organisation/residentsCommittee'),
      members: everywhere(PATROL, FROM.patrol, 'wang'),
    },
    {
      ...team('activityGroup', 'ACTIVITY_GROUP', '物业党员活动小组', 'Activity group of property staff'),
      scheduleZh: '每月第二个周六',
      scheduleEn: 'Second Saturday of the month',
      organisationId: demoId('organisation/generalBranch'),
      members: ESTATE_CODES.flatMap((code) =>
        ACTIVITY_GROUP[code].map((key) => ({
          personId: personId(key),
          estateId: demoId(`estate/${code}`),
          isLeader: key === 'guardZj',
        })),
      ),
    },
    {
      ...team('volunteers', 'VOLUNTEERS', '紫荆志愿者', 'Zijing volunteers'),
      scheduleZh: '按活动安排',
      scheduleEn: 'As activities need',
      organisationId: demoId('organisation/residentsCommittee'),
      members: everywhere(VOLUNTEERS, FROM.volunteers, 'qian'),
    },
  ];
}

function team(key: TeamKey, kind: NewTeam['kind'], nameZh: string, nameEn: string) {
  return { key, id: demoId(`team/${key}`), kind, nameZh, nameEn, fromDay: DEMO_SINCE };
}
