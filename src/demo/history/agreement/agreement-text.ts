import type { CommitmentPeriod, Measure } from '#modules/agreements/contract/commitments.ts';
import type { DemoNeighborhood } from '../../neighborhood/demo-neighborhood.ts';
import type { OrgKey } from '../../neighborhood/organisations.ts';

/** Promise, how anybody can tell, how often or by which day, and what is shown for it. */
type Promised = readonly [
  promise: string,
  measure: string,
  when: CommitmentPeriod | string,
  /** Nothing is shown for what the program counts itself. */
  shown: string,
  counted?: { readonly measuredBy: Measure; readonly enoughPercent: number },
];

export type DemoParty = {
  readonly org: OrgKey;
  readonly post: Parameters<DemoNeighborhood['post']>[0];
  readonly goals: string;
  readonly duties: string;
  readonly requirements: string;
  readonly interests: string;
  readonly reservation?: string;
  readonly commitments: readonly Promised[];
};

const owners = (org: OrgKey, post: DemoParty['post'], reservation?: string): DemoParty => ({
  org,
  post,
  goals: '业主的事业主商量着办，账目清楚。',
  duties: '召集业主大会\n监督物业服务合同\n公布公共收益',
  requirements: '物业每季度报服务情况，居委会指导换届和表决。',
  interests: '公共收益先用在修补公共部位上。',
  ...(reservation && { reservation }),
  commitments: [
    [
      '公布公共收益和维修资金的收支',
      '每半年在门口和网上各公布一次，附银行对账',
      'HALF_YEAR',
      '收支表已贴在各楼门口，网上同步公开。',
    ],
    [
      '收到联席会议交来的建议，开会研究并答复',
      '每季度书面答复一次，写明采纳与否',
      'QUARTER',
      '本季度的建议都开会研究过，答复已送党总支。',
    ],
  ],
});

const company = (org: OrgKey, post: DemoParty['post']): DemoParty => ({
  org,
  post,
  goals: '小修不过夜，大修有交代。',
  duties: '按合同管好公共部位和设施\n接报修，答复居民\n管好外来施工',
  requirements: '业委会及时决定动用维修资金，居委会协助上门。',
  interests: '收费率稳定，员工少挨骂。',
  commitments: [
    [
      '检查楼道灯和门禁',
      '每季度查遍每个门，坏的三天内修好，有记录',
      'QUARTER',
      '每个门都查过，坏灯坏门禁当周修好，记录在客服台。',
    ],
    [
      '经理接待日',
      '每季度三个月里各有一个周六上午接待，事项有登记',
      'QUARTER',
      '三次接待都开了，登记的事已转入系统。',
    ],
    [
      '接到的报修按时办好',
      '每季度按携手的记录算',
      'QUARTER',
      '',
      { measuredBy: 'REPAIR_IN_TIME', enoughPercent: 80 },
    ],
  ],
});

/** The eleven parties of the agreement of January with 26 commitments (domain brief §6.2). */
export const DEMO_PARTIES: readonly DemoParty[] = [
  {
    org: 'generalBranch',
    post: 'GB-SEC',
    goals: '把各单位召集到一起，难事有人牵头。',
    duties: '召集联席会议\n协调各单位\n跟到办成',
    requirements: '各单位派得了板的人到会。',
    interests: '说过的事件件有回音。',
    commitments: [
      [
        '通报议定事项办得怎样',
        '每季度公开一次，没办成的写明原因',
        'QUARTER',
        '本季度的落实情况已在公告栏和网上公开。',
      ],
      [
        '组织党员和志愿者清理楼道',
        '每半年一次，三个小区都做到',
        'HALF_YEAR',
        '三个小区各清理一次，清走的东西有登记。',
      ],
    ],
  },
  {
    org: 'residentsCommittee',
    post: 'RC-HEAD',
    goals: '居民反映的事，接得住、转得快、回得清。',
    duties: '接待登记\n上门走访\n组织听证和评议',
    requirements: '各单位按时回复派单。',
    interests: '独居老人有人惦记。',
    commitments: [
      ['走访独居老人', '每季度每户至少一次，有登记', 'QUARTER', '名单上的老人都走访过，需要帮忙的已登记。'],
      [
        '自己经办的事，按时联系反映人',
        '每季度按携手的记录算',
        'QUARTER',
        '',
        { measuredBy: 'CONTACT_IN_TIME', enoughPercent: 90 },
      ],
      ['整理便民电话卡送到每户', '1600 户送到', '2026-03-31', '1600 户都送到，不在家的塞进信箱。'],
    ],
  },
  owners('ownersZj', 'OC-ZJ-HEAD'),
  owners('ownersCs', 'OC-CS-HEAD'),
  owners('ownersLb', 'OC-LB-HEAD', '关于公布收支：银行对账单只公布余额页，不公布往来明细。'),
  company('propertyZj', 'PC-ZJ-MGR'),
  company('propertyCs', 'PC-CS-MGR'),
  company('propertyLb', 'PC-LB-MGR'),
  {
    org: 'housingOffice',
    post: 'HO-HEAD',
    goals: '指导依法办事，帮着把路走通。',
    duties: '指导业委会和物业\n受理投诉\n协调维修资金',
    requirements: '材料一次报齐。',
    interests: '小区矛盾不出居民区。',
    commitments: [
      [
        '给业委会和物业讲一次政策',
        '每半年一次，有签到和答疑记录',
        'HALF_YEAR',
        '讲了维修资金怎么用，答疑记录已发给各业委会。',
      ],
      [
        '牵头排查老旧水箱和泵房',
        '三个小区查完，问题列单',
        '2026-06-30',
        '泵房和水箱查完，问题单已交物业和业委会。',
      ],
    ],
  },
  {
    org: 'police',
    post: 'POLICE',
    goals: '少发案，有事到得快。',
    duties: '社区治安\n防诈骗\n指导巡逻',
    requirements: '物业保证监控能用。',
    interests: '老人不上当。',
    commitments: [
      [
        '防诈骗宣传进小区',
        '每季度一次，三个小区轮流',
        'QUARTER',
        '讲了一场，发了资料，现场帮老人装了来电提醒。',
      ],
      ['和巡逻队碰头，通报治安情况', '每季度一次，有记录', 'QUARTER', '碰头会开过，重点时段和点位已调整。'],
    ],
  },
  {
    org: 'carPark',
    post: 'PU-CARPARK',
    goals: '空着的车位让邻居用得上。',
    duties: '夜间开放部分车位\n保证安全',
    requirements: '居委会核对车辆，居民按时驶离。',
    interests: '不影响白天经营。',
    commitments: [
      ['公布夜间可以借用的车位数', '每季度公布一次', 'QUARTER', '本季度的车位数已贴在入口和居民区公告栏。'],
      ['停车场通道加装照明', '居民走的一段全部亮灯', '2026-05-31', '通道 12 盏灯装好，夜里走过一遍都亮。'],
    ],
  },
];

export const DEMO_AGREEMENT = {
  label: 'v1',
  aims: `三个小区的事一起商量，各单位各尽其责。
居民反映的事先行联系、限时办结；说过的事有人办、有日期、有结果。`,
  meetingRules: '每月一次联席会议，按议事规则召集、议定和公开。',
  disclosure: '协议全文、各单位的承诺和做到的情况，在公告栏和网上公开。',
  statement: '本协议不代替物业服务合同，也不代替业主的共同决定；由业主决定的事，交业委会依法办理。',
  startsOn: '2026-01-08',
  endsOn: '2027-01-07',
  exitDays: 30,
} as const;
