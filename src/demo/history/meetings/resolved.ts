import type { PostKey } from '../../neighborhood/staff-posts/staff.ts';

/** One action as the meeting resolved it, and what came of it. Days are of 2026. */
export type DemoAction = {
  readonly task: string;
  readonly post: PostKey;
  readonly due: string;
  readonly measure: string;
  /** Day and words of the report; none while it is under way. */
  readonly done?: readonly [day: string, evidence: string];
  /** Day of striking off; none while it waits to be checked. */
  readonly struck?: string;
  /** Came undone: the day, the new due day, and why. */
  readonly again?: readonly [day: string, due: string, why: string];
  /** A later day that was granted. */
  readonly later?: readonly [asked: string, due: string, why: string];
};

export type DemoResolution = {
  readonly meeting: string;
  readonly day: string;
  readonly text: string;
  readonly actions: readonly DemoAction[];
};

/** Resolutions of the year's joint meetings, in their order: R-2026-09 is the one of the parking lot (§6.3). */
export const RESOLVED: readonly DemoResolution[] = [
  {
    meeting: '1 月 21 日联席会议',
    day: '01-21',
    text: '老人家里的事先接后问：楼组长报上来的，当天有人上门。',
    actions: [
      {
        task: '排出楼组长来电的接待表，节假日也有人接',
        post: 'RC-HEAD',
        due: '2026-01-30',
        measure: '接待表贴进 73 个门洞，抽打三次都有人接',
        done: ['01-28', '接待表贴好了，周末试打三次都接通'],
        struck: '01-30',
      },
    ],
  },
  {
    meeting: '1 月 21 日联席会议',
    day: '01-21',
    text: '3 号楼电梯困人后，三家物业的电梯维保记录每月公开一次。',
    actions: [
      {
        task: '公开鲁班公寓电梯一月份维保记录',
        post: 'PC-LB-MGR',
        due: '2026-02-05',
        measure: '五个门洞都贴出，居民看得懂',
        done: ['02-04', '五个门洞贴出，写明哪天谁来修'],
        struck: '02-06',
      },
    ],
  },
  {
    meeting: '2 月 11 日联席会议',
    day: '02-11',
    text: '水黄水压低反映多，业委会把管道改造写成方案，依法交业主表决；表决前先听证。',
    actions: [
      {
        task: '把两轮听证的意见逐条答复并贴出来',
        post: 'OC-ZJ-HEAD',
        due: '2026-02-26',
        measure: '14 条意见都有采纳、部分采纳或不采纳和理由',
        done: ['02-25', '14 条答复贴在 60 个门洞'],
        struck: '02-27',
      },
    ],
  },
  {
    meeting: '2 月 11 日联席会议',
    day: '02-11',
    text: '春节前后烟花和楼道充电一起巡查，劝得住的当场劝，劝不住的报民警和城管。',
    actions: [
      {
        task: '春节值守表和联系电话发到三家物业',
        post: 'RC-HEAD',
        due: '2026-02-13',
        measure: '三家物业都确认收到',
        done: ['02-12', '三家都回了确认'],
        struck: '02-14',
      },
    ],
  },
  {
    meeting: '3 月 18 日联席会议',
    day: '03-18',
    text: '消防通道停车，先划线、再劝离、后拖移。',
    actions: [
      {
        task: '重划紫荆小区消防通道标线',
        post: 'PC-ZJ-MGR',
        due: '2026-04-03',
        measure: '九个门口标线看得清，复查三天没有车占',
        done: ['04-02', '九处标线划好，附复查记录'],
        struck: '04-08',
      },
    ],
  },
  {
    meeting: '3 月 18 日联席会议',
    day: '03-18',
    text: '垃圾点位满溢，高峰多收一次。',
    actions: [
      {
        task: '紫荆小区晚上加收一次湿垃圾',
        post: 'PC-ZJ-MGR',
        due: '2026-03-27',
        measure: '连续七天晚八点不满溢',
        done: ['03-27', '加收一次，七天记录附后'],
        struck: '03-31',
      },
    ],
  },
  {
    meeting: '3 月 18 日联席会议',
    day: '03-18',
    text: '城市花园添植树木，门前种什么先问门里的人。',
    actions: [
      {
        task: '补问 2 号楼门前住户，柏树位置另议',
        post: 'OC-CS-HEAD',
        due: '2026-03-27',
        measure: '门前住户都问到，有记录',
        done: ['03-26', '住户都问到，四棵移到北侧绿带'],
        struck: '03-30',
      },
    ],
  },
  {
    meeting: '3 月 18 日联席会议',
    day: '03-18',
    text: '空鼓的外墙先围起来，再按应急维修程序动用维修资金。',
    actions: [
      {
        task: '鲁班公寓外墙空鼓处围挡并报应急维修',
        post: 'OC-LB-HEAD',
        due: '2026-04-10',
        measure: '围挡到位，应急维修手续办好',
        done: ['04-09', '围挡做好，应急维修已受理'],
        struck: '04-13',
      },
    ],
  },
  {
    meeting: '4 月 16 日临时联席会议',
    day: '04-16',
    text: '施工期间向受影响住户免费开放滨江停车场（测试）120 个车位，物业负责接驳与照明。',
    actions: [
      {
        task: '协调滨江停车场（测试）免费开放',
        post: 'HO-HEAD',
        due: '2026-04-20',
        measure: '首批住户停进去，居民回访',
        done: ['04-20', '120 个车位开放，98 户停进去'],
        struck: '04-22',
      },
      {
        task: '停车场到小区的接驳车和夜间照明',
        post: 'PC-ZJ-MGR',
        due: '2026-04-20',
        measure: '晚上九点前每半小时一班，路上有灯',
        done: ['04-20', '接驳车开了，装了 12 盏灯'],
        struck: '04-23',
      },
    ],
  },
  {
    meeting: '5 月 20 日联席会议',
    day: '05-20',
    text: '居民普遍希望有自行车库，请物业腾地方；改变用途要业主表决。',
    actions: [
      {
        task: '提出可以停自行车的地方和看管办法',
        post: 'PC-ZJ-MGR',
        due: '2026-05-29',
        measure: '写明位置、几个位、谁看管、几点开门',
        done: ['05-22', '提出地下室 ZJ-B1-03，160 个位，专人看管'],
        struck: '05-26',
      },
      {
        task: '楼道和门口乱停的自行车集中清理一次',
        post: 'PC-ZJ-MGR',
        due: '2026-08-14',
        measure: '60 个楼道口看不到乱停',
        done: ['08-13', '清理完，无主车贴了告示'],
        struck: '08-17',
        again: ['11-10', '2026-11-25', '地库门口又停满了，雨天车主不愿下坡'],
      },
    ],
  },
  {
    meeting: '8 月 19 日联席会议',
    day: '08-19',
    text: '停水、停梯提前两天告知，没有告知的要向居民说明。',
    actions: [
      {
        task: '三家物业的停水停梯告知流程写清楚',
        post: 'PC-CS-MGR',
        due: '2026-09-04',
        measure: '流程贴在客服台，新来的人照着能办',
        done: ['09-03', '流程贴好，抽问两名客服都答得出'],
        struck: '09-07',
      },
    ],
  },
  {
    meeting: '10 月 21 日联席会议',
    day: '10-21',
    text: '冬天前把坏的路灯和松的井盖修完。',
    actions: [
      {
        task: '换掉紫荆小区坏的 9 盏路灯',
        post: 'PC-ZJ-MGR',
        due: '2026-11-13',
        measure: '晚上走一圈，盏盏亮',
      },
      {
        task: '城市花园 6 个松动井盖加固',
        post: 'PC-CS-MGR',
        due: '2026-11-06',
        measure: '踩上去不响，复查照片六张',
      },
      {
        task: '鲁班公寓垃圾房除味',
        post: 'PC-LB-MGR',
        due: '2026-11-16',
        measure: '啄木鸟队员复查两次都没有味道',
        later: ['11-12', '2026-11-30', '除味设备十一月底到货'],
      },
    ],
  },
  {
    meeting: '11 月 18 日联席会议',
    day: '11-18',
    text: '电瓶车充电，先把能用的地方定下来。',
    actions: [
      {
        task: '三个小区各报一处可以装充电桩的地方',
        post: 'RC-HEAD',
        due: '2026-12-04',
        measure: '每处写明电从哪来、离楼多远、消防同意没有',
      },
      {
        task: '查一遍飞线充电，列出楼层',
        post: 'PC-LB-MGR',
        due: '2026-11-24',
        measure: '五个门洞每层都看过，有清单',
      },
    ],
  },
];
