import type { Duty } from '#modules/registry/contract.ts';
import type { EstateCode } from './ids.ts';
import type { OrgKey } from './organisations.ts';

export type DemoStaff = {
  readonly name: string;
  readonly nameEn: string;
  readonly org: OrgKey;
  /** The post's key and code. */
  readonly post: string;
  readonly duty: Duty;
  readonly postZh: string;
  readonly postEn: string;
  readonly isHead?: true;
  readonly estate?: EstateCode;
  /** The dwelling they own in the neighborhood. */
  readonly home?: string;
};

type Words = readonly [zh: string, en: string];

function worker<const O extends OrgKey, const P extends string>(
  org: O,
  post: P,
  duty: Duty,
  [name, nameEn]: Words,
  [postZh, postEn]: Words,
  more: { readonly isHead?: true; readonly estate?: EstateCode; readonly home?: string } = {},
) {
  return { name, nameEn, org, post, duty, postZh, postEn, ...more };
}

const HEAD = { isHead: true } as const;

/** People of the party organisations, the residents' committee and the authorities (domain brief §6.2). */
const PUBLIC_STAFF = {
  zhou: worker(
    'generalBranch',
    'GB-SEC',
    'HEAD',
    ['周书记（测试）', 'Secretary Zhou (test)'],
    ['党总支书记', 'General branch secretary'],
    HEAD,
  ),
  wu: worker(
    'generalBranch',
    'GB-DEP',
    'DEPUTY',
    ['吴副书记（测试）', 'Deputy Secretary Wu (test)'],
    ['党总支副书记', 'Deputy branch secretary'],
  ),
  zheng: worker(
    'residentsCommittee',
    'RC-HEAD',
    'HEAD',
    ['郑主任', 'Director Zheng'],
    ['居委会主任', 'Director of the residents’ committee'],
    HEAD,
  ),
  xiaoChen: worker(
    'residentsCommittee',
    'RC-DESK-1',
    'DESK',
    ['社工小陈', 'Social worker Chen'],
    ['社工（紫荆小区）', 'Social worker, Zijing Estate'],
    { estate: 'ZJ' },
  ),
  xiaoLin: worker(
    'residentsCommittee',
    'RC-DESK-2',
    'DESK',
    ['社工小林', 'Social worker Lin'],
    ['社工（城市花园）', 'Social worker, City Garden'],
    { estate: 'CS' },
  ),
  xiaoXu: worker(
    'residentsCommittee',
    'RC-DESK-3',
    'DESK',
    ['社工小许', 'Social worker Xu'],
    ['社工（鲁班公寓）', 'Social worker, Luban Apartments'],
    { estate: 'LB' },
  ),
  fang: worker(
    'residentsCommittee',
    'RC-MEDIATOR',
    'MEDIATOR',
    ['方老师', 'Teacher Fang'],
    ['调解主任', 'Head of mediation'],
  ),
  gu: worker('branchZj', 'BR-ZJ-SEC', 'HEAD', ['顾老师', 'Teacher Gu'], ['支部书记', 'Branch secretary'], {
    ...HEAD,
    estate: 'ZJ',
    home: 'ZJ-B01-S02-0301',
  }),
  feng: worker(
    'branchCs',
    'BR-CS-SEC',
    'HEAD',
    ['冯老师', 'Teacher Feng'],
    ['支部书记', 'Branch secretary'],
    { ...HEAD, estate: 'CS', home: 'CS-B01-S01-0501' },
  ),
  cao: worker('branchLb', 'BR-LB-SEC', 'HEAD', ['曹师傅', 'Master Cao'], ['支部书记', 'Branch secretary'], {
    ...HEAD,
    estate: 'LB',
    home: 'LB-B03-S03-0602',
  }),
  meng: worker(
    'partyGroup1',
    'PG-1',
    'LEADER',
    ['孟阿姨', 'Auntie Meng'],
    ['第一党小组组长', 'Leader of Party group 1'],
    { ...HEAD, estate: 'ZJ', home: 'ZJ-B02-S05-0402' },
  ),
  qian: worker(
    'partyGroup2',
    'PG-2',
    'LEADER',
    ['钱阿姨', 'Auntie Qian'],
    ['第二党小组组长', 'Leader of Party group 2'],
    { ...HEAD, estate: 'ZJ', home: 'ZJ-B06-S17-0301' },
  ),
  wang: worker(
    'partyGroup3',
    'PG-3',
    'LEADER',
    ['汪叔叔', 'Uncle Wang'],
    ['第三党小组组长', 'Leader of Party group 3'],
    { ...HEAD, estate: 'ZJ', home: 'ZJ-B11-S32-0501' },
  ),
  ding: worker(
    'partyGroup4',
    'PG-4',
    'LEADER',
    ['丁阿姨', 'Auntie Ding'],
    ['第四党小组组长', 'Leader of Party group 4'],
    { ...HEAD, estate: 'ZJ', home: 'ZJ-B18-S53-0602' },
  ),
  tang: worker(
    'police',
    'POLICE',
    'HEAD',
    ['唐警官（测试）', 'Officer Tang (test)'],
    ['社区民警', 'Community police officer'],
    HEAD,
  ),
  fan: worker(
    'streetParty',
    'SP-HEAD',
    'HEAD',
    ['范书记（测试）', 'Secretary Fan (test)'],
    ['党工委联系领导', 'Liaison of the working committee'],
    HEAD,
  ),
  pan: worker(
    'streetOffice',
    'SO-HEAD',
    'HEAD',
    ['潘主任（测试）', 'Director Pan (test)'],
    ['办事处联系领导', 'Liaison of the sub-district office'],
    HEAD,
  ),
  dai: worker(
    'cityOperations',
    'AG-OPS',
    'HEAD',
    ['戴值班长（测试）', 'Duty officer Dai (test)'],
    ['城运中心值班长', 'Duty officer, city operations'],
    HEAD,
  ),
  yu: worker(
    'greening',
    'AG-GREEN',
    'HEAD',
    ['俞工（测试）', 'Adviser Yu (test)'],
    ['绿化指导员', 'Greening adviser'],
    HEAD,
  ),
  xue: worker(
    'urbanManagement',
    'AG-URBAN',
    'HEAD',
    ['薛队长（测试）', 'Captain Xue (test)'],
    ['城管中队队长', 'Urban management captain'],
    HEAD,
  ),
  he: worker(
    'safetyOffice',
    'AG-SAFE',
    'HEAD',
    ['贺干事（测试）', 'Officer He (test)'],
    ['平安办干事', 'Safety officer'],
    HEAD,
  ),
  shao: worker(
    'housingBureau',
    'HB-HEAD',
    'HEAD',
    ['邵科长（测试）', 'Section chief Shao (test)'],
    ['物业管理科科长', 'Chief of property management'],
    HEAD,
  ),
  jiang: worker(
    'housingOffice',
    'HO-HEAD',
    'HEAD',
    ['蒋主任（测试）', 'Director Jiang (test)'],
    ['房管办主任', 'Director of the housing office'],
    HEAD,
  ),
  ni: worker(
    'housingOffice',
    'HO-CLERK',
    'HANDLER',
    ['小倪（测试）', 'Clerk Ni (test)'],
    ['房管办经办人', 'Housing office clerk'],
  ),
  headTeacher: worker(
    'school',
    'PU-SCHOOL',
    'HEAD',
    ['柳老师（测试）', 'Teacher Liu (test)'],
    ['小学联系人', 'School contact'],
    HEAD,
  ),
  bankManager: worker(
    'bank',
    'PU-BANK',
    'HEAD',
    ['厉经理（测试）', 'Manager Li (test)'],
    ['网点联系人', 'Branch contact'],
    HEAD,
  ),
  carParkManager: worker(
    'carPark',
    'PU-CARPARK',
    'HEAD',
    ['石经理（测试）', 'Manager Shi (test)'],
    ['停车场联系人', 'Car park contact'],
    HEAD,
  ),
} as const satisfies Readonly<Record<string, DemoStaff>>;

const MANAGER: Words = ['项目经理', 'Project manager'];
const SERVICE: Words = ['客服', 'Service desk'];
const REPAIR: Words = ['维修', 'Repairs'];
const GUARD: Words = ['保安队长', 'Head of security'];

/** People of the three property companies: managers, 6 repairs, 3 service, 3 security. */
const PROPERTY_STAFF = {
  luo: worker('propertyZj', 'PC-ZJ-MGR', 'HEAD', ['罗经理', 'Manager Luo'], MANAGER, {
    ...HEAD,
    estate: 'ZJ',
  }),
  serviceZj: worker('propertyZj', 'PC-ZJ-DESK', 'DESK', ['客服小苏', 'Su at the service desk'], SERVICE, {
    estate: 'ZJ',
  }),
  repairZj1: worker('propertyZj', 'PC-ZJ-REP-1', 'HANDLER', ['维修张师傅', 'Repairman Zhang'], REPAIR, {
    estate: 'ZJ',
  }),
  repairZj2: worker('propertyZj', 'PC-ZJ-REP-2', 'HANDLER', ['维修陆师傅', 'Repairman Lu'], REPAIR, {
    estate: 'ZJ',
  }),
  guardZj: worker('propertyZj', 'PC-ZJ-SEC', 'GUARD', ['牛队长', 'Captain Niu'], GUARD, { estate: 'ZJ' }),
  liang: worker('propertyCs', 'PC-CS-MGR', 'HEAD', ['梁经理', 'Manager Liang'], MANAGER, {
    ...HEAD,
    estate: 'CS',
  }),
  serviceCs: worker('propertyCs', 'PC-CS-DESK', 'DESK', ['客服小叶', 'Ye at the service desk'], SERVICE, {
    estate: 'CS',
  }),
  repairCs1: worker('propertyCs', 'PC-CS-REP-1', 'HANDLER', ['维修小许', 'Repairman Xu'], REPAIR, {
    estate: 'CS',
  }),
  repairCs2: worker('propertyCs', 'PC-CS-REP-2', 'HANDLER', ['维修高师傅', 'Repairman Gao'], REPAIR, {
    estate: 'CS',
  }),
  guardCs: worker('propertyCs', 'PC-CS-SEC', 'GUARD', ['龙队长', 'Captain Long'], GUARD, { estate: 'CS' }),
  song: worker('propertyLb', 'PC-LB-MGR', 'HEAD', ['宋经理', 'Manager Song'], MANAGER, {
    ...HEAD,
    estate: 'LB',
  }),
  serviceLb: worker('propertyLb', 'PC-LB-DESK', 'DESK', ['客服小白', 'Bai at the service desk'], SERVICE, {
    estate: 'LB',
  }),
  repairLb1: worker('propertyLb', 'PC-LB-REP-1', 'HANDLER', ['维修刘师傅', 'Repairman Liu'], REPAIR, {
    estate: 'LB',
  }),
  repairLb2: worker('propertyLb', 'PC-LB-REP-2', 'HANDLER', ['维修田师傅', 'Repairman Tian'], REPAIR, {
    estate: 'LB',
  }),
  guardLb: worker('propertyLb', 'PC-LB-SEC', 'GUARD', ['雷队长', 'Captain Lei'], GUARD, { estate: 'LB' }),
} as const satisfies Readonly<Record<string, DemoStaff>>;

const CHAIR: Words = ['业委会主任', 'Chair of the owners’ committee'];
const VICE: Words = ['业委会副主任', 'Vice chair'];
const MEMBER: Words = ['业委会委员', 'Member'];

function member(
  org: 'ownersZj' | 'ownersCs' | 'ownersLb',
  estate: EstateCode,
  n: number,
  name: Words,
  home: string,
) {
  return worker(org, `OC-${estate}-${n}`, 'MEMBER', name, MEMBER, { estate, home });
}

/** The owners' committees: 7, 5 and 5 members, all owners of their estate. */
const OWNERS_COMMITTEES = {
  heUncle: worker('ownersZj', 'OC-ZJ-HEAD', 'HEAD', ['何叔叔', 'Uncle He'], CHAIR, {
    ...HEAD,
    estate: 'ZJ',
    home: 'ZJ-B04-S11-0302',
  }),
  qinAuntie: worker('ownersZj', 'OC-ZJ-VICE', 'DEPUTY', ['秦阿姨', 'Auntie Qin'], VICE, {
    estate: 'ZJ',
    home: 'ZJ-B07-S20-0201',
  }),
  ocZj3: member('ownersZj', 'ZJ', 3, ['吕叔叔', 'Uncle Lü'], 'ZJ-B10-S29-0402'),
  ocZj4: member('ownersZj', 'ZJ', 4, ['施阿姨', 'Auntie Shi'], 'ZJ-B13-S38-0501'),
  ocZj5: member('ownersZj', 'ZJ', 5, ['孔叔叔', 'Uncle Kong'], 'ZJ-B15-S44-0302'),
  ocZj6: member('ownersZj', 'ZJ', 6, ['曾阿姨', 'Auntie Zeng'], 'ZJ-B17-S50-0601'),
  ocZj7: member('ownersZj', 'ZJ', 7, ['严老师', 'Teacher Yan'], 'ZJ-B20-S59-0402'),
  shen: worker('ownersCs', 'OC-CS-HEAD', 'HEAD', ['沈老师', 'Teacher Shen'], CHAIR, {
    ...HEAD,
    estate: 'CS',
    home: 'CS-B01-S01-0801',
  }),
  hua: worker('ownersCs', 'OC-CS-VICE', 'DEPUTY', ['华老师', 'Teacher Hua'], VICE, {
    estate: 'CS',
    home: 'CS-B02-S04-0603',
  }),
  ocCs3: member('ownersCs', 'CS', 3, ['金阿姨', 'Auntie Jin'], 'CS-B03-S06-1102'),
  ocCs4: member('ownersCs', 'CS', 4, ['魏叔叔', 'Uncle Wei'], 'CS-B04-S07-0304'),
  ocCs5: member('ownersCs', 'CS', 5, ['陶阿姨', 'Auntie Tao'], 'CS-B04-S08-1401'),
  han: worker('ownersLb', 'OC-LB-HEAD', 'HEAD', ['韩工', 'Engineer Han'], CHAIR, {
    ...HEAD,
    estate: 'LB',
    home: 'LB-B02-S02-1502',
  }),
  jiangEngineer: worker('ownersLb', 'OC-LB-VICE', 'DEPUTY', ['姜工', 'Engineer Jiang'], VICE, {
    estate: 'LB',
    home: 'LB-B03-S03-1803',
  }),
  ocLb3: member('ownersLb', 'LB', 3, ['谢阿姨', 'Auntie Xie'], 'LB-B01-S01-1202'),
  ocLb4: member('ownersLb', 'LB', 4, ['邹叔叔', 'Uncle Zou'], 'LB-B04-S04-0903'),
  ocLb5: member('ownersLb', 'LB', 5, ['喻阿姨', 'Auntie Yu'], 'LB-B05-S05-1701'),
} as const satisfies Readonly<Record<string, DemoStaff>>;

/** Everybody who works for an organisation, each in the post by which they are known. */
export const STAFF = { ...PUBLIC_STAFF, ...PROPERTY_STAFF, ...OWNERS_COMMITTEES } as const;
export type StaffKey = keyof typeof STAFF;

/** Second posts: one person, several posts, each action in exactly one. */
export const SECOND_POSTS = [
  {
    person: 'fang',
    org: 'mediation',
    post: 'MED-HEAD',
    duty: 'HEAD',
    postZh: '调解委员会主任',
    postEn: 'Head of the mediation committee',
    isHead: true,
  },
  {
    person: 'xiaoLin',
    org: 'blockLeaders',
    post: 'BL-HEAD',
    duty: 'HEAD',
    postZh: '楼组长召集人',
    postEn: 'Convener of the block leaders',
    isHead: true,
  },
  {
    person: 'zheng',
    org: 'generalBranch',
    post: 'GB-MEMBER',
    duty: 'MEMBER',
    postZh: '党总支委员',
    postEn: 'Branch committee member',
  },
] as const;

/** All keys of posts. */
export type PostKey = (typeof STAFF)[StaffKey]['post'] | (typeof SECOND_POSTS)[number]['post'];
