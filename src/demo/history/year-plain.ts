import { DEPUTY, GREENING, HOUSING, MEDIATOR, OWNERS_CS, OWNERS_LB, POLICE } from './leads.ts';
import { type Stage, when } from './step.ts';
import type { Answer } from './story.ts';
import { type Handling, property, type Telling, usual } from './usual.ts';

type Told = Omit<Telling, 'at' | 'who'> & { readonly at: string; readonly who: number | 'uncleMa' | 'msZhao' };
type Line = readonly [name: string, told: Told, handling: Handling, answer: Answer];

const PLEASED: Answer = { solved: true, pleased: 5 };
const CONTENT: Answer = { solved: true, pleased: 4 };
const DAY = 480;

/** Those of the 42 matters of domain brief §6.7 that go the usual way; the number in the name is the brief's. */
const LINES: readonly Line[] = [
  [
    'n01',
    { at: '2026-01-06 09:20', estate: 'ZJ', category: 'A01', text: '楼上302漏到我家202，楼上人在外地，门锁着', channel: 'PHONE', place: { stairwell: 12 }, who: 11 },
    { by: MEDIATOR, doneAfter: 3 * DAY, notes: ['物业联系上了302的业主，他请亲戚来开门'], summary: '302换了软管，双方口头说好：墙面由302补。' },
    CONTENT,
  ],
  [
    'n03',
    { at: '2026-01-13 19:40', estate: 'CS', category: 'D01', text: '楼上装修，星期天还用电钻，孩子没法睡', channel: 'WEB', place: { stairwell: 3 }, who: 14, publish: false },
    { by: property('CS'), doneAfter: 500, summary: '劝阻了装修队，重申装修约定：周末和节假日不用电钻。' },
    CONTENT,
  ],
  [
    'n04',
    { at: '2026-01-19 10:05', estate: 'ZJ', category: 'A05', text: '22号门3楼楼道灯坏了', channel: 'PATROL', place: { stairwell: 22 }, who: 21, typedBy: 'BL-ZJ-S22' },
    { contactAfter: 12, doneAfter: 130, summary: '换了感应灯，当天就亮了。', publicLine: '换了感应灯，当天就亮' },
    { solved: true, pleased: 5, said: '半天就修好，谢谢师傅' },
  ],
  [
    'n08',
    { at: '2026-02-14 08:40', estate: 'ZJ', category: 'F06', text: '独居老人三天没取牛奶，敲门没人应', channel: 'PATROL', place: { stairwell: 37 }, who: 23, typedBy: 'BL-ZJ-S37', publish: false },
    { urgent: true, contactAfter: 6, doneAfter: 30, summary: '上门看过：老人在女儿家住了几天，平安。留了楼组长电话。' },
    PLEASED,
  ],
  [
    'n11',
    { at: '2026-03-03 18:25', estate: 'CS', category: 'A06', text: '楼道里有燃气味', channel: 'PHONE', place: { stairwell: 5 }, who: 25 },
    { urgent: true, contactAfter: 3, doneAfter: 55, notes: ['燃气公司和119已到场，楼里的人先到楼下'], summary: '燃气公司测过没有泄漏，是油漆味，已经通风。', publicLine: '燃气公司到场检测，没有泄漏' },
    PLEASED,
  ],
  [
    'n12',
    { at: '2026-03-05 19:50', estate: 'ZJ', category: 'C02', text: '消防通道上停着一辆车', channel: 'PATROL', place: { part: 'ZJ-ROAD-1' }, who: 27, typedBy: 'RC-DESK-1' },
    { by: property('ZJ', 'C'), urgent: true, doneAfter: 90, summary: '联系车主挪走，黄线重新画过。', publicLine: '车已挪走，黄线重新画过' },
    PLEASED,
  ],
  [
    'n13',
    { at: '2026-03-11 15:10', estate: 'LB', category: 'D05', text: '楼上往下扔烟头，阳台边上还摆着花盆', channel: 'WEB', place: { building: 3 }, who: 29, publish: false },
    { by: POLICE, urgent: true, doneAfter: 900, summary: '民警逐层提醒，物业贴了告示，检查了外墙和阳台边的花盆，都收进去了。' },
    CONTENT,
  ],
  [
    'n15',
    { at: '2026-03-24 14:30', estate: 'ZJ', category: 'B02', text: '垃圾投放点下午就满了，堆到地上', channel: 'PHONE', place: { part: 'ZJ-WASTE-1' }, who: 31 },
    { doneAfter: 700, summary: '下午加清一次，月底评议会上再看效果。', publicLine: '下午加清一次' },
    CONTENT,
  ],
  [
    'n18',
    { at: '2026-04-16 09:30', estate: 'ZJ', category: 'D07', text: '楼上空调外机滴水，把晾的被子滴湿了', channel: 'DESK', place: { stairwell: 18 }, who: 33, publish: false },
    { by: MEDIATOR, doneAfter: 2 * DAY, summary: '两家说好，楼上装了接水管，不滴了。' },
    CONTENT,
  ],
  [
    'n20',
    { at: '2026-04-21 21:30', estate: 'ZJ', category: 'G01', text: '水管施工到晚上九点多还在切管子，老人睡不着', channel: 'WEB', place: { stairwell: 28 }, who: 35 },
    { by: DEPUTY, doneAfter: 400, summary: '和施工单位说好：早八点到晚六点施工，切管放在白天。', publicLine: '施工时间定为早八点到晚六点' },
    CONTENT,
  ],
  [
    'n22',
    { at: '2026-05-06 10:10', estate: 'LB', category: 'B06', text: '香樟树长得太高，挡住三楼的光', channel: 'PAPER', place: { part: 'LB-GREEN-1' }, who: 37 },
    { by: GREENING, doneAfter: 3 * DAY, summary: '按规定修了枝，没有移树，三楼亮堂多了。', publicLine: '按规定修枝，不移树' },
    CONTENT,
  ],
  [
    'n24',
    { at: '2026-05-13 09:40', estate: 'CS', category: 'E03', text: '公共收益半年没公布了，想知道电梯广告收了多少', channel: 'WEB', place: {}, who: 39 },
    { by: OWNERS_CS, doneAfter: 7 * DAY, notes: ['正在请物业把账目交齐'], summary: '业委会公布了上半年公共收益明细，贴在各门厅。', publicLine: '公共收益明细已公布' },
    { solved: true, pleased: 4, said: '以后按季公布就好' },
  ],
  [
    'n25',
    { at: '2026-05-18 07:30', estate: 'LB', category: 'A03', text: '底楼卫生间反水，脏水漫出来了', channel: 'PHONE', place: { stairwell: 2 }, who: 41, typedBy: 'PC-LB-DESK' },
    { urgent: true, contactAfter: 8, doneAfter: 140, notes: ['先把一楼到六楼的总管停用'], summary: '三小时内疏通总管，已排好每季清洗计划。', publicLine: '三小时疏通，每季清洗总管' },
    PLEASED,
  ],
  [
    'n26',
    { at: '2026-05-25 20:10', estate: 'ZJ', category: 'D03', text: '有人遛大狗不牵绳，孩子吓哭了', channel: 'WEB', place: { part: 'ZJ-GREEN-1' }, who: 43, publish: false },
    { by: POLICE, doneAfter: 600, summary: '民警上门登记，主人答应牵绳、避开放学时间。' },
    CONTENT,
  ],
  [
    'n27',
    { at: '2026-06-01 16:20', estate: 'CS', category: 'F04', text: '滑梯上螺丝松了，翘出来一截', channel: 'PHONE', place: { part: 'CS-PLAY-1' }, who: 45 },
    { urgent: true, contactAfter: 4, doneAfter: 120, notes: ['40分钟内围起来了，先不让玩'], summary: '螺丝全部换新，检查合格后开放。' },
    PLEASED,
  ],
  [
    'n28',
    { at: '2026-06-05 20:15', estate: 'LB', category: 'D01', text: '广场舞音响太响，另一支队伍也在抢场地', channel: 'PHONE', place: { part: 'LB-SQUARE' }, who: 47, publish: false },
    { by: MEDIATOR, doneAfter: 3 * DAY, notes: ['请两支队伍和楼里的居民坐下来谈'], summary: '三方说好：两队分时段，晚上八点半结束，音量不过线。' },
    CONTENT,
  ],
  [
    'n29',
    { at: '2026-06-11 10:30', estate: 'ZJ', category: 'A14', text: '41号门台阶没有坡道，我看不见，带着盲杖上下很难', channel: 'PHONE', place: { stairwell: 41 }, who: 'uncleMa' },
    { by: DEPUTY, doneAfter: 4 * DAY, notes: ['街道答应出材料费'], summary: '41号门修了坡道和两侧扶手，马叔叔试走过。', publicLine: '41号门修了坡道和扶手' },
    { solved: true, pleased: 5, said: '自己能下楼了' },
  ],
  [
    'n31',
    { at: '2026-06-26 22:10', estate: 'LB', category: 'E01', text: '晚上门岗没人，谁都能进来', channel: 'WEB', place: { part: 'LB-GATE-S' }, who: 49, about: 'propertyLb' },
    { by: OWNERS_LB, doneAfter: 2 * DAY, summary: '业委会约谈了物业，夜间排两人，交接当面签。', publicLine: '夜间门岗排两人' },
    { solved: true, pleased: 2, said: '岗是有人了，可没人跟我们道个歉' },
  ],
  [
    'n32',
    { at: '2026-07-02 09:15', estate: 'ZJ', category: 'F05', text: '地下库房坡道口没有挡水，台风来了要倒灌', channel: 'PATROL', place: { part: 'ZJ-RAMP-1' }, who: 51, typedBy: 'RC-DESK-1' },
    { urgent: true, doneAfter: 600, summary: '备好沙袋和挡板，演练了一次。' },
    PLEASED,
  ],
  [
    'n34',
    { at: '2026-07-20 10:40', estate: 'LB', category: 'A10', text: '消火栓水压不够，表上几乎没有', channel: 'PATROL', place: { stairwell: 4 }, who: 53, typedBy: 'BL-LB-S04' },
    { urgent: true, doneAfter: 1100, notes: ['消防部门发了整改单，应急动用维修资金'], summary: '换了稳压泵，复测压力合格。', publicLine: '换了稳压泵，压力合格' },
    CONTENT,
  ],
  [
    'n35',
    { at: '2026-07-27 12:30', estate: 'ZJ', category: 'C06', text: '外卖不让进，骑手在门口吵起来，饭都凉了', channel: 'PHONE', place: { part: 'ZJ-GATE-E' }, who: 55 },
    { by: property('ZJ', 'C'), doneAfter: 4 * DAY, notes: ['先试两周：登记、推行、十分钟内出门'], summary: '试行登记推行入内，问了住户，多数赞成，继续这样办。', publicLine: '外卖登记后推行入内' },
    { solved: true, pleased: 3 },
  ],
  [
    'n36',
    { at: '2026-08-05 08:10', estate: 'CS', category: 'A02', text: '今天停水没有通知，早饭都没做成', channel: 'WEB', place: { building: 3 }, who: 57, about: 'propertyCs' },
    { by: OWNERS_CS, doneAfter: DAY, summary: '物业书面道歉，以后停水提前贴通知，写进了行动项。', publicLine: '物业道歉，停水提前通知' },
    CONTENT,
  ],
  [
    'n37',
    { at: '2026-08-12 10:00', estate: 'LB', category: 'H01', kind: 'SUGGESTION', text: '暑假能不能请学生给老人送送饭', channel: 'DESK', place: {}, who: 59 },
    { contactAfter: 20, doneAfter: 200, summary: '定了暑期助老送餐，八月每周二、四送。', publicLine: '暑期助老送餐，每周二、四' },
    PLEASED,
  ],
  [
    'n39',
    { at: '2026-09-07 09:10', estate: 'CS', category: 'E04', text: '业委会换届，有位候选人是不是合格，想问清楚', channel: 'DESK', place: {}, who: 61, publish: false },
    { by: DEPUTY, doneAfter: 3 * DAY, summary: '把条件和查核办法讲清楚了，异议书面答复。' },
    { solved: true, pleased: 4 },
  ],
  [
    'n40',
    { at: '2026-09-21 20:00', estate: 'LB', category: 'D08', text: '隔壁改成了民宿，天天换人，半夜拖箱子', channel: 'WEB', place: { unit: 'LB-B02-S02-1103' }, who: 'msZhao', publish: false },
    { by: HOUSING, doneAfter: 8 * DAY, notes: ['住改商要有利害关系的业主一致同意，已经告知'], summary: '这家没有征得邻居同意，已停止短租。' },
    CONTENT,
  ],
  [
    'n42',
    { at: '2026-11-16 15:40', estate: 'CS', category: 'H08', kind: 'PRAISE', text: '谢谢维修师傅，下雨天还跑来给我家换水管', channel: 'WEB', place: { building: 1 }, who: 63 },
    { contactAfter: 15, doneAfter: 60, summary: '已转告师傅，征得同意贴上感谢墙。', publicLine: '感谢维修师傅雨天上门' },
    PLEASED,
  ],
];

/** Writes down the plain stories among the forty-two. */
export function plainStories(stage: Stage): void {
  const { demo } = stage;
  for (const [name, told, handling, answer] of LINES) {
    const { who } = told;
    const id = typeof who === 'number' ? demo.plainOwners[told.estate][who]!.id : demo.people[who];
    usual(stage, name, { ...told, at: when(told.at), who: { id, name: demo.nameOf(id) } }, handling, answer);
  }
}
