import type { EnterMembership } from '#modules/registry/commands/membership/enter-membership.ts';
import type { NewPost } from '#modules/registry/commands/organisations/add-post.ts';
import type { EnterTerm } from '#modules/registry/commands/terms/enter-term.ts';
import { DEMO_SINCE, demoId } from './ids.ts';
import { personId } from './roster.ts';
import { ACTIVITY_GROUP } from './teams.ts';

/** The owners' committees' terms; that of 城市花园 ends soon and has not been reported yet. */
export const DEMO_TERMS: readonly EnterTerm[] = [
  term('ownersZj', 4, '2024-07-01', '2027-06-30', 7),
  term('ownersCs', 3, '2024-01-01', '2026-12-31', 5),
  term('ownersLb', 2, '2023-09-01', '2028-08-31', 5),
];

/** Posts that nobody holds: their work waits for the head. */
export const VACANT_POSTS: readonly NewPost[] = [
  {
    id: demoId('post/PC-CS-NIGHT'),
    organisationId: demoId('organisation/propertyCs'),
    code: 'PC-CS-NIGHT',
    nameZh: '夜间值班',
    nameEn: 'Night duty',
    duty: 'HANDLER',
    estateId: demoId('estate/CS'),
    position: 2000,
    workZh: '晚上八点到早上八点接电话、看泵房和电梯',
    workEn: 'Answers the phone from eight to eight, watches the pump room and the lifts',
  },
];

const COMPANIES = { ZJ: '甲', CS: '乙', LB: '丙' } as const;

/** Members of the activity group belong to the branches of their companies and take part here. */
export const DEMO_MEMBERSHIPS: readonly EnterMembership[] = (['ZJ', 'CS', 'LB'] as const).flatMap((estate) =>
  ACTIVITY_GROUP[estate].map((key) => ({
    id: demoId(`membership/${key}`),
    organisationId: demoId('organisation/generalBranch'),
    personId: personId(key),
    kind: 'DUAL',
    homeUnit: `测试${COMPANIES[estate]}物业党支部`,
    contact: '支部组织委员',
    agreed: 'PAPER',
    fromDay: DEMO_SINCE,
  })),
);

function term(org: string, number: number, fromDay: string, toDay: string, members: number): EnterTerm {
  const ids = { id: demoId(`term/${org}`), organisationId: demoId(`organisation/${org}`) };
  return { ...ids, number, fromDay, toDay, members };
}
