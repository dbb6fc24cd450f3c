import { type DemoResolution, resolvedAt } from './resolved.ts';

const january = resolvedAt('1 月 21 日联席会议', '01-21');
const february = resolvedAt('2 月 11 日联席会议', '02-11');
const march = resolvedAt('3 月 18 日联席会议', '03-18');
const adHoc = resolvedAt('4 月 16 日临时联席会议', '04-16');

/** R-2026-01 to 09: January to the ad hoc meeting about the parking places (§6.3). */
export const RESOLVED_WINTER: readonly DemoResolution[] = [
  january({
    text: '老人家里的事先接后问：楼组长报上来的，当天有人上门。',
    actions: [
      {
        task: '排出楼组长来电的接待表，节假日也有人接',
        post: 'RC-HEAD',
        due: '2026-01-30',
        measure: '接待表贴进 73 个门洞，抽打三次都有人接',
        done: ['01-28', '接待表贴好了，周末试打三次都接通'],
        seen: '抽看了十个门洞，都贴了；打了三次都有人接',
        struck: '01-30',
      },
    ],
  }),
  january({
    text: '3 号楼电梯困人后，物业的电梯维保记录每月公开一次。',
    from: ['n02'],
    asked: '现在进门就看得到哪天修过',
    actions: [
      {
        task: '公开鲁班公寓电梯一月份维保记录',
        post: 'PC-LB-MGR',
        due: '2026-02-05',
        measure: '五个门洞都贴出，居民看得懂',
        done: ['02-04', '五个门洞贴出，写明哪天谁来修'],
        struck: '02-06',
      },
      {
        task: '公开城市花园电梯一月份维保记录',
        post: 'PC-CS-MGR',
        due: '2026-02-05',
        measure: '八个门厅都贴出，居民看得懂',
        sentBack: ['02-04', '都贴出来了', '2 号楼有一个门厅没有贴'],
        done: ['02-05', '八个门厅都贴好了'],
        struck: '02-09',
      },
    ],
  }),
  february({
    text: '水黄水压低反映多，业委会把管道改造写成方案，依法交业主表决；表决前先听证。',
    from: ['n07'],
    asked: '我的意见有回话了',
    actions: [
      {
        task: '把两轮听证的意见逐条答复并贴出来',
        post: 'OC-ZJ-HEAD',
        due: '2026-02-26',
        measure: '14 条意见都有采纳、部分采纳或不采纳和理由',
        done: ['02-25', '14 条答复贴在 60 个门洞'],
        seen: '抽看了十二个门洞，14 条都有理由',
        struck: '02-27',
      },
    ],
  }),
  february({
    text: '春节前后烟花和楼道充电一起巡查，劝得住的当场劝，劝不住的报民警和城管。',
    actions: [
      {
        task: '春节值守表和联系电话发到三家物业',
        post: 'RC-HEAD',
        due: '2026-02-13',
        measure: '三家物业都确认收到',
        done: ['02-12', '三家都回了确认'],
        seen: '三家客服台都放着值守表',
        struck: '02-13',
      },
      {
        task: '鲁班公寓走廊里充电的电瓶车请车主推下去',
        post: 'PC-LB-MGR',
        due: '2026-02-27',
        measure: '五个门洞走廊里没有电瓶车充电',
        done: ['02-26', '劝下去七辆，一辆报了城管'],
        seen: '晚上八点走了五个门洞，没有看到',
        struck: '03-02',
      },
    ],
  }),
  march({
    text: '消防通道停车，先划线、再劝离、后拖移。',
    from: ['n12'],
    asked: '线看得清了，这几天没有车停',
    actions: [
      {
        task: '重划紫荆小区消防通道标线',
        post: 'PC-ZJ-MGR',
        due: '2026-04-03',
        measure: '九个门口标线看得清，复查三天没有车占',
        done: ['04-02', '九处标线划好，附复查记录'],
        struck: '04-08',
      },
      {
        task: '把消防通道不停车写进停车公约，贴出来',
        post: 'OC-ZJ-HEAD',
        due: '2026-04-10',
        measure: '60 个门洞都贴出，写明找谁劝离',
        done: ['04-14', '公约贴在 60 个门洞'],
        struck: '04-15',
      },
    ],
  }),
  march({
    text: '垃圾点位满溢，高峰多收一次。',
    actions: [
      {
        task: '紫荆小区晚上加收一次湿垃圾',
        post: 'PC-ZJ-MGR',
        due: '2026-03-27',
        measure: '连续七天晚八点不满溢',
        done: ['03-27', '加收一次，七天记录附后'],
        seen: '晚八点看了三天，没有满出来',
        struck: '03-31',
      },
    ],
  }),
  march({
    text: '城市花园添植树木，门前种什么先问门里的人。',
    actions: [
      {
        task: '补问 2 号楼门前住户，柏树位置另议',
        post: 'OC-CS-HEAD',
        due: '2026-03-27',
        measure: '门前住户都问到，有记录',
        done: ['03-26', '住户都问到，四棵移到北侧绿带'],
        seen: '看了记录，也问了两户',
        struck: '03-30',
      },
      {
        task: '添植的树种和位置画成图，贴进门厅七天',
        post: 'PC-CS-MGR',
        due: '2026-04-08',
        measure: '八个门厅都贴满七天，意见有人收',
        done: ['04-08', '图贴满七天，收到三条意见'],
        seen: '门厅里都有图，意见箱里的都登记了',
        struck: '04-10',
      },
    ],
  }),
  march({
    text: '空鼓的外墙先围起来，再按应急维修程序动用维修资金。',
    actions: [
      {
        task: '鲁班公寓外墙空鼓处围挡并报应急维修',
        post: 'OC-LB-HEAD',
        due: '2026-04-10',
        measure: '围挡到位，应急维修手续办好',
        done: ['04-09', '围挡做好，应急维修已受理'],
        seen: '围挡在，受理单看过',
        struck: '04-13',
      },
    ],
  }),
  adHoc({
    text: '施工期间向受影响住户免费开放滨江停车场（测试）120 个车位，物业负责接驳与照明。',
    from: ['pipes'],
    askedPost: 'OC-ZJ-HEAD',
    asked: '住户停进去了，晚上有灯有车接',
    actions: [
      {
        task: '协调滨江停车场（测试）免费开放',
        post: 'HO-HEAD',
        due: '2026-04-20',
        measure: '首批住户停进去，居民回访',
        done: ['04-20', '120 个车位开放，98 户停进去'],
        seen: '晚上七点去看，车位都开着',
        struck: '04-22',
      },
      {
        task: '停车场到小区的接驳车和夜间照明',
        post: 'PC-ZJ-MGR',
        due: '2026-04-20',
        measure: '晚上九点前每半小时一班，路上有灯',
        done: ['04-20', '接驳车开了，装了 12 盏灯'],
        seen: '晚上九点走了一趟，灯都亮着',
        struck: '04-23',
      },
    ],
  }),
];
