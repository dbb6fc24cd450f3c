import type { ItemField } from '#modules/meetings/contract/meetings.ts';
import type { PostKey } from '../../neighborhood/staff-posts/staff.ts';
import type { DemoResolution } from './resolved.ts';

/** The eleven seats: the heads of those who signed the agreement of January (domain brief §6.2). */
export const ALL_SEATS: readonly PostKey[] = [
  'GB-SEC',
  'RC-HEAD',
  'OC-ZJ-HEAD',
  'OC-CS-HEAD',
  'OC-LB-HEAD',
  'PC-ZJ-MGR',
  'PC-CS-MGR',
  'PC-LB-MGR',
  'HO-HEAD',
  'POLICE',
  'PU-CARPARK',
];

/** One joint meeting of 2026. */
export type JointMeeting = {
  readonly day: string;
  /** Why it was called at short notice. */
  readonly adHoc?: string;
  /** Who could not come. */
  readonly away?: readonly PostKey[];
  /** What came of earlier resolutions, in a sentence. */
  readonly earlier: string;
  /** Asked of everybody. */
  readonly remarks: string;
  /** The day its minutes were signed. */
  readonly signed: string;
};

/** The twelve joint meetings of the year (domain brief §6.2). */
export const JOINT_MEETINGS: readonly JointMeeting[] = [
  {
    day: '2026-01-21',
    earlier: '第一次会议，没有上次议定的事。',
    remarks: '各单位回去先把责任岗位对一遍，缺人的补上。',
    signed: '2026-01-27',
  },
  {
    day: '2026-02-11',
    away: ['PU-CARPARK'],
    earlier: '一月议定的都在办，到期的看过了。',
    remarks: '春节期间每天有人接电话。',
    signed: '2026-02-25',
  },
  {
    day: '2026-03-18',
    earlier: '二月议定的逐件看过。',
    remarks: '换水管开工以前，住户的难处一户一户问到。',
    signed: '2026-03-24',
  },
  {
    day: '2026-04-16',
    adHoc: '换水管占了车位，业委会 4 月 15 日求助，等不到例会。',
    away: ['OC-LB-HEAD', 'PU-CARPARK'],
    earlier: '本次只谈停车，在办的事下次例会再看。',
    remarks: '先让住户有地方停，再谈别的。',
    signed: '2026-04-22',
  },
  {
    day: '2026-04-22',
    away: ['PU-CARPARK'],
    earlier: '停车场 4 月 20 日开了，首批住户已停进去。',
    remarks: '工地每天的进度贴在门口。',
    signed: '2026-04-28',
  },
  {
    day: '2026-05-20',
    earlier: '四月议定的逐件看过。',
    remarks: '梅雨前把屋顶和落水管看一遍。',
    signed: '2026-05-26',
  },
  {
    day: '2026-06-17',
    away: ['POLICE'],
    earlier: '路面 6 月 16 日恢复，停车的事可以收尾。',
    remarks: '防汛值班表各单位自己排好，报居委会。',
    signed: '2026-06-24',
  },
  {
    day: '2026-07-15',
    earlier: '自行车库 7 月 13 日开了。',
    remarks: '高温天户外活动能停就停。',
    signed: '2026-07-21',
  },
  {
    day: '2026-08-19',
    away: ['PU-CARPARK'],
    earlier: '七月议定的逐件看过。',
    remarks: '开学前后接送的车不要堵门。',
    signed: '2026-08-25',
  },
  {
    day: '2026-09-16',
    earlier: '八月议定的逐件看过，反弹的重新办。',
    remarks: '中秋、国庆的值班表月底前贴出。',
    signed: '2026-09-22',
  },
  {
    day: '2026-10-21',
    away: ['POLICE'],
    earlier: '超期的请牵头单位说明了原因。',
    remarks: '年底前把一年的承诺对一遍。',
    signed: '2026-10-27',
  },
  {
    day: '2026-11-18',
    earlier: '超期的三件，下次会上再说。',
    remarks: '十二月例会前，各单位先提议题。',
    signed: '2026-11-24',
  },
];

type Brief = {
  readonly title: string;
  readonly question: string;
  readonly background: string;
  readonly facts: string;
  readonly positions: readonly (readonly [post: PostKey, text: string, isReservation?: boolean])[];
  readonly texts: readonly (readonly [field: ItemField, text: string])[];
};

/** The parking during the works (§6.3), as the meeting heard it. */
const PARKING: Brief = {
  title: '水管改造期间停车',
  question: '施工期间，住户的车停到哪里？',
  background: '4 月 13 日开工，三天收到 27 件投诉。',
  facts: '被占车位：86 个\n已上门听过：43 户\n行动不便：14 户\n恢复路面：6 月 16 日',
  positions: [
    ['OC-ZJ-HEAD', '工程不能停，停车要先解决。'],
    ['PC-ZJ-MGR', '可出接驳车，夜间加照明。'],
    ['HO-HEAD', '区局支持，协调滨江停车场（测试）120 个位，免费。'],
    ['OC-CS-HEAD', '城市花园的车位不外借，请另想办法。', true],
  ],
  texts: [
    [
      'SITUATION',
      '换水管占了 86 个车位，三天里 27 件投诉。党小组和楼组长上门听了 43 户，14 户行动不便，9 户上夜班。',
    ],
    ['OPINION', '工程关系大家喝水，不能停；住户停车也是实实在在的难处，要同时解决。'],
    ['REQUIREMENT', '行动不便的住户留里面的车位，不用跑远。'],
  ],
};

/** What stood on the agenda for a resolution. */
export function titleFrom({ text, day }: DemoResolution): Brief {
  if (day === '04-16') return PARKING;
  const [title = ''] = text.split(/[：，。；]/);
  return {
    title: title.slice(0, 60),
    question: '谁来办，哪天办好，怎样算办成？',
    background: '',
    facts: '',
    positions: [],
    texts: [['SITUATION', '各单位说了情况，居民反映的都看过。']],
  };
}
