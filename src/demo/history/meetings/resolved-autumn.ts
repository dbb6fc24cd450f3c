import { type DemoResolution, resolvedAt } from './resolved.ts';

const july = resolvedAt('7 月 15 日联席会议', '07-15');
const august = resolvedAt('8 月 19 日联席会议', '08-19');
const september = resolvedAt('9 月 16 日联席会议', '09-16');
const october = resolvedAt('10 月 21 日联席会议', '10-21');
const november = resolvedAt('11 月 18 日联席会议', '11-18');

/** R-2026-19 to 31: July to November, with what is still open on the demo's day. */
export const RESOLVED_AUTUMN: readonly DemoResolution[] = [
  july({
    text: '自行车库开门以后，楼道和门口不再停车。',
    actions: [
      {
        task: '自行车库两班看管的人和时间贴出来',
        post: 'PC-ZJ-MGR',
        due: '2026-07-24',
        measure: '早七点到晚九点都有人',
        done: ['07-23', '两班排好，贴在车库门口'],
        seen: '早晚各去一次，都有人',
        struck: '07-27',
      },
      {
        task: '楼道和门口乱停的自行车集中清理一次',
        post: 'PC-ZJ-MGR',
        due: '2026-08-14',
        measure: '60 个楼道口看不到乱停',
        done: ['08-14', '清理完，无主车贴了告示'],
        seen: '走了二十个楼道口，都空着',
        struck: '08-18',
        again: ['11-10', '2026-11-25', '地库门口又停满了，雨天车主不愿下坡'],
      },
    ],
  }),
  july({
    text: '鲁班公寓夜里门岗不能没有人，换班要有人接上才走。',
    from: ['n31'],
    asked: '这一阵晚上都有人',
    actions: [
      {
        task: '夜班换岗当面交接，交接本放在门岗',
        post: 'PC-LB-MGR',
        due: '2026-07-31',
        measure: '抽查五个晚上都有人在岗',
        done: ['07-31', '交接本用了两周，五晚抽查都在'],
        struck: '08-04',
      },
    ],
  }),
  august({
    text: '停水、停梯提前两天告知，没有告知的要向居民说明。',
    from: ['n36'],
    asked: '上次停水前两天就贴了',
    actions: [
      {
        task: '停水停梯的告知流程写清楚，交给三家物业',
        post: 'PC-CS-MGR',
        due: '2026-09-04',
        measure: '流程贴在客服台，新来的人照着能办',
        done: ['09-03', '流程贴好，抽问两名客服都答得出'],
        struck: '09-07',
      },
    ],
  }),
  august({
    text: '外卖进门先试一个月：骑手步行进，车停门外。',
    from: ['n35'],
    asked: '饭能送到楼下了',
    actions: [
      {
        task: '试行外卖步行进门，门口划出停车线',
        post: 'PC-ZJ-MGR',
        due: '2026-09-18',
        measure: '一个月里没有在门口吵起来',
        done: ['09-18', '试行满一个月，门口没有争吵'],
        struck: '09-21',
      },
      {
        task: '问一遍住户和骑手，规矩留不留',
        post: 'RC-HEAD',
        due: '2026-09-24',
        measure: '问到一百户以上，结果贴出',
        after: 1,
        done: ['09-23', '问到 132 户，九成愿意留下，已贴出'],
        struck: '09-24',
      },
    ],
  }),
  august({
    text: '七月评议里停车和费用公开分数低，紫荆小区的物业先改这两样。',
    actions: [
      {
        task: '占用别人车位的接到电话当天处理，公共电费每月十号前贴出来',
        post: 'PC-ZJ-MGR',
        due: '2026-09-11',
        measure: '抽查十件都当天有人到场；八月、九月的电费按时贴出',
        done: ['09-10', '抽查十件，十件当天到场；两个月的电费都在九号贴出'],
        seen: '问了三位住户，也看了门厅里贴的电费',
        struck: '09-14',
      },
    ],
  }),
  september({
    text: '消火栓水压不足，先查清原因，再按应急维修程序修。',
    from: ['n34'],
    asked: '表上有压力了',
    actions: [
      {
        task: '每周测一次水压，数字贴在门厅',
        post: 'PC-LB-MGR',
        due: '2026-09-30',
        measure: '连续两周都贴出',
        done: ['09-29', '测了两周，五栋楼都贴出'],
        struck: '10-09',
      },
      {
        task: '报修增压泵，按应急维修办手续',
        post: 'HO-HEAD',
        contested: ['消防泵是业主共有的设施，手续由业委会办', 'OC-LB-HEAD', '设施属业主共有，房管办指导'],
        due: '2026-10-16',
        measure: '泵修好，最高一层压力合格',
        done: ['10-15', '泵换好，最高一层测了合格'],
        struck: '10-19',
      },
    ],
  }),
  september({
    text: '业委会换届有疑问的，把法律怎么说、怎么查写成问答贴出来。',
    from: ['n39'],
    asked: '看明白了',
    actions: [
      {
        task: '写好候选人资格怎么查的问答，贴进门厅',
        post: 'OC-CS-HEAD',
        due: '2026-09-24',
        measure: '八个门厅都贴出，有条文有去处',
        done: ['09-23', '问答贴出，居委会看过'],
        struck: '09-28',
      },
    ],
  }),
  september({
    text: '水管工地的路面没有修平的，施工方在保修期里重做。',
    from: ['n38'],
    asked: '推轮椅不颠了',
    actions: [
      {
        task: '催施工方把三处路面重做，验收以后贴出',
        post: 'PC-ZJ-MGR',
        due: '2026-10-16',
        measure: '三处都平，雨后不积水',
        done: ['10-20', '三处重做，雨后看过不积水'],
        struck: '10-21',
      },
    ],
  }),
  october({
    text: '冬天前把坏的路灯和松的井盖修完，垃圾房的味道也要去掉。',
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
        due: '2026-11-13',
        measure: '啄木鸟队员复查两次都没有味道',
        later: ['11-12', '2026-11-18', '除味设备十一月中旬到货'],
      },
    ],
  }),
  october({
    text: '改成短租的房子，先登记、再告知邻居要同意、不听的转城管。',
    from: ['n40'],
    asked: '半夜不拖箱子了',
    actions: [
      {
        task: '登记鲁班公寓短租的房子，逐户送告知书',
        post: 'PC-LB-MGR',
        due: '2026-11-06',
        measure: '每一户都送到，有签收或照片',
        done: ['11-05', '四户都送到，两户停了'],
        struck: '11-10',
      },
    ],
  }),
  october({
    text: '顶楼渗漏趁旱季勘查，能修的排进明年春天。',
    from: ['n41'],
    asked: '来看过了，说了春天修',
    actions: [
      {
        task: '勘查紫荆小区三处顶楼渗漏，写明怎么修、要多少钱',
        post: 'OC-ZJ-HEAD',
        due: '2026-11-13',
        measure: '三处都有结论，反映的住户拿到一份',
        done: ['11-12', '三处勘查完，结论送到住户'],
        struck: '11-16',
      },
    ],
  }),
  november({
    text: '电瓶车充电，先把能用的地方定下来。',
    from: ['n17'],
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
        due: '2026-11-27',
        measure: '五个门洞每层都看过，有清单',
      },
    ],
  }),
  november({
    text: '冷天先顾老人和水管。',
    actions: [
      {
        task: '露在外面的水管包上保温',
        post: 'PC-ZJ-MGR',
        due: '2026-12-02',
        measure: '60 个门洞的立管都包好',
      },
      {
        task: '独居老人每周问候一次，排到立春',
        post: 'RC-HEAD',
        due: '2026-12-04',
        measure: '每位老人都有一个人、一个日子',
      },
    ],
  }),
];
