import type { CastMember } from '#platform/http/services.ts';
import { DEMO_NEIGHBORHOOD_ID } from './neighborhood/ids.ts';
import { NEWCOMERS } from './neighborhood/newcomers.ts';
import { RESIDENTS } from './neighborhood/residents.ts';
import { personId } from './neighborhood/roster.ts';
import { STAFF } from './neighborhood/staff-posts/staff.ts';

type Lead = readonly [
  key: keyof typeof RESIDENTS | keyof typeof NEWCOMERS | keyof typeof STAFF,
  whoZh: string,
  whoEn: string,
];

/** Whom to meet first, and what is special about them. */
const LEADS: readonly Lead[] = [
  [
    'auntieWang',
    '72岁，没有智能手机，打电话请居委会代录',
    '72, no smartphone; she calls and the clerk writes it down',
  ],
  ['daughterWang', '王阿姨的女儿，得到同意替她办事', 'Auntie Wang’s daughter, who may act for her'],
  ['xiaoChen', '居委会社工，接待、接电话、派单', 'Residents’ committee clerk: takes calls, hands matters on'],
  ['luo', '紫荆小区物业项目经理', 'Manager of Zijing Estate’s property company'],
  ['zhou', '居民区党总支书记，协调和裁定', 'General branch secretary: coordinates and rules'],
  ['zheng', '居委会主任', 'Director of the residents’ committee'],
  ['mrLi', '上班族，用手机报事', 'Works all day, reports by phone browser'],
  ['grandpaChen', '78岁，住城市花园2号楼', '78, lives in building 2 of City Garden'],
  ['grandmaLin', '76岁，和陈爷爷一家', '76, shares a home with Grandpa Chen'],
  ['msZhao', '租户，可以报事，没有表决权', 'Tenant: may report, has no vote'],
  ['mrSun', '紫荆小区和城市花园各有一套房', 'Owns a home in Zijing Estate and one in City Garden'],
  ['missLiu', '匿名反映过楼道充电', 'Reported charging in a corridor without giving her name'],
  ['sam', '外籍住户，用英文', 'Reads English'],
  ['uncleMa', '视障居民，用读屏软件', 'Blind, uses a screen reader'],
  ['heUncle', '紫荆小区业委会主任', 'Chair of Zijing Estate’s owners’ committee'],
  ['serviceZj', '紫荆小区物业客服', 'Service desk of Zijing Estate’s property company'],
  ['repairZj1', '紫荆小区维修', 'Repairs in Zijing Estate'],
  ['fang', '调解主任', 'Head of mediation'],
  ['liang', '城市花园物业项目经理', 'Manager of City Garden’s property company'],
  ['song', '鲁班公寓物业项目经理', 'Manager of Luban Apartments’ property company'],
  ['tang', '社区民警', 'Community police officer'],
  ['jiang', '房管办主任', 'Director of the housing office'],
  ['pan', '街道办事处联系领导，只看不办', 'Liaison of the sub-district office: reads, handles nothing'],
  [
    'auditor',
    '街道纪检监察员，查谁看过什么、改过什么',
    'Sub-district discipline officer: checks who saw and changed what',
  ],
];

/** The people of the demo's story in the order to meet them; nobody in another neighborhood. */
export async function demoCast(neighborhoodId: string): Promise<readonly CastMember[]> {
  if (neighborhoodId !== DEMO_NEIGHBORHOOD_ID) return [];
  const named = { ...RESIDENTS, ...NEWCOMERS, ...STAFF };
  return LEADS.map(([key, whoZh, whoEn]) => {
    const { name, nameEn } = named[key];
    return { personId: personId(key), nameZh: name, nameEn, whoZh, whoEn };
  });
}
