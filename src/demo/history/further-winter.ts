import { later, type Stage, when, workLater } from './step.ts';
import { LargeStory } from './cases.ts';
import { carryOut, CLERK, followUp, inHand, leadFor, property, type Telling, tellOf, usual } from './usual.ts';

/** Neighbours of an estate by number; far from those whom other stories use. */
export function neighbour(stage: Stage, estate: 'ZJ' | 'CS' | 'LB', n: number) {
  return stage.demo.plainOwners[estate][240 + n]!;
}

/** The first half of the further matters of domain brief §6.7, each told as it went. */
export function winterAndSpring(stage: Stage): void {
  const who = (estate: 'ZJ' | 'CS' | 'LB', n: number) => neighbour(stage, estate, n);
  const base = { channel: 'PHONE' as const };

  usual(stage, 'n01', { ...base, at: when('2026-01-06 10:12'), estate: 'ZJ', category: 'A01', text: '302漏到202，天花板滴水，楼上房东在外地，电话打不通', title: '楼上漏水，房东在外地', place: { unit: 'ZJ-B06-S16-0202' }, who: who('ZJ', 1), publish: false }, { doneAfter: 900, notes: ['已联系到楼上房东，委托邻居开门', '双方说好：楼上换管子，墙面由楼上补'], summary: '联系上外地房东，换了水管；双方口头说好，墙面由楼上补刷。', publicLine: '楼上水管换好，双方谈妥' }, { solved: true, pleased: 4 });
  trapped(stage);
  usual(stage, 'n03', { ...base, channel: 'WEB', at: when('2026-01-13 20:15'), estate: 'CS', category: 'D01', text: '楼上装修，周日还在敲，孩子写不了作业', place: { building: 1 }, who: who('CS', 3), publish: false }, { doneAfter: 500, summary: '按管理规约约定周日不施工，装修户写了承诺。' }, { solved: true, pleased: 4 });
  usual(stage, 'n04', { ...base, channel: 'PATROL', typedBy: 'RC-DESK-1', at: when('2026-01-19 16:20'), estate: 'ZJ', category: 'A05', text: '22号门楼道灯坏了，三楼到五楼都黑', place: { stairwell: 22 }, who: who('ZJ', 4) }, { contactAfter: 10, doneAfter: 20, summary: '当晚换好了三盏感应灯。', publicLine: '4小时换好了楼道灯' }, { solved: true, pleased: 5, said: '真快' });
  nineTellOfOne(stage);
  charging(stage);
  usual(stage, 'n07', { ...base, at: when('2026-02-03 10:20'), estate: 'ZJ', category: 'A02', text: '水龙头放出来的水发黄，水压也低', title: '水质发黄、水压低', place: { stairwell: 7 }, who: who('ZJ', 7) }, { doneAfter: 1700, notes: ['水箱和立管取样送检了', '23户都在说同一件事，已经和水管改造放在一起办'], summary: '取样合格但管子老化，列入小区水管统一改造，先冲洗了立管。', publicLine: '23户反映，并入小区水管统一改造' }, { solved: true, pleased: 3 });
  alone(stage);
  usual(stage, 'n09', { ...base, at: when('2026-02-17 22:40'), estate: 'CS', category: 'D01', text: '半夜还在放鞭炮，老人吓得睡不着', place: { building: 2 }, who: who('CS', 9), publish: false }, { doneAfter: 200, summary: '社区民警当晚到场劝阻，节后在楼道贴了提示。' }, { solved: true, pleased: 3 });
  fees(stage);
  const gas = { ...base, at: when('2026-03-03 19:25'), estate: 'CS', category: 'A06', text: '楼道里闻到燃气味，家里老人有点头晕', place: { building: 3 }, who: who('CS', 11) } as const satisfies Telling;
  usual(stage, 'n11', gas, { contactAfter: 3, doneAfter: 45, summary: '先打了119和燃气公司，到场检测无泄漏，是楼下新刷油漆的味道。', publicLine: '到场检测，没有泄漏' }, { solved: true, pleased: 5 });
  usual(stage, 'n12', { ...base, channel: 'PATROL', at: when('2026-03-05 09:10'), estate: 'ZJ', category: 'C02', text: '巡逻看到两辆车停在消防通道上', place: { building: 9 }, who: who('ZJ', 12) }, { doneAfter: 300, summary: '联系拖车挪走一辆，另一辆车主自己开走；消防线重新画。', publicLine: '通道腾出来了，黄线重画' }, { solved: true, pleased: 4 });
  usual(stage, 'n13', { ...base, at: when('2026-03-11 18:30'), estate: 'LB', category: 'D05', text: '楼上有人扔烟头，窗台花盆也没固定', place: { building: 2 }, who: who('LB', 13), publish: false }, { doneAfter: 700, summary: '社区民警上门讲了规定，物业装了向上的摄像头提示牌，逐户检查花盆。' }, { solved: true, pleased: 4 });
  sharedFlat(stage);
  usual(stage, 'n15', { ...base, at: when('2026-03-24 09:20'), estate: 'ZJ', category: 'B02', text: '垃圾点位每天下午就满了，袋子堆到路上', place: { part: 'ZJ-WASTE-1' }, who: who('ZJ', 15) }, { doneAfter: 600, summary: '下午加清一次，早晚各冲洗一次。', publicLine: '下午加清一次' }, { solved: true, pleased: 4 });
  usual(stage, 'n16', { ...base, at: when('2026-03-30 14:10'), estate: 'LB', category: 'A07', text: '3号楼外墙瓷砖空鼓，下面是孩子上学的路', place: { building: 3 }, who: who('LB', 16) }, { doneAfter: 1900, notes: ['已经围挡，请鉴定单位来看', '走维修资金应急程序，业委会七天内答复'], summary: '鉴定后动用应急维修资金，空鼓瓷砖已清除补面。', publicLine: '应急维修资金修好了外墙' }, { solved: true, pleased: 5 });
  chargingPoints(stage);
  usual(stage, 'n18', { ...base, at: when('2026-04-08 11:00'), estate: 'ZJ', category: 'D07', text: '楼上空调外机滴水到我家窗台，晚上睡不着', place: { unit: 'ZJ-B15-S44-0301' }, who: who('ZJ', 18), publish: false }, { doneAfter: 500, summary: '楼组长请两家坐下来谈，楼上接了排水管。' }, { solved: true, pleased: 5 });
  for (const [name, at] of [['n19', '2026-04-10 09:40'], ['n19b', '2026-05-15 10:05']] as const) {
    usual(stage, name, { ...base, channel: 'PATROL', at: when(at), estate: 'LB', category: 'C05', text: '楼道里堆着旧沙发和纸箱，啄木鸟队巡视看到的', place: { stairwell: 5 }, who: who('LB', 19) }, { doneAfter: 400, summary: '和住户商量后清走了。', publicLine: '楼道清出来了' }, { solved: true, pleased: name === 'n19' ? 4 : 3 });
  }
  usual(stage, 'n20', { ...base, at: when('2026-04-21 21:30'), estate: 'ZJ', category: 'G01', text: '水管工地晚上九点还在施工，声音很大', place: { building: 5 }, who: who('ZJ', 20) }, { doneAfter: 300, summary: '和施工单位定了时间：早八点到晚六点，中午停。', publicLine: '施工时间改为8点到18点' }, { solved: true, pleased: 4 });
  const glass = inHand(stage, 'n21', { ...base, at: when('2026-04-27 10:15'), estate: 'CS', category: 'D06', text: '底楼在院子里搭玻璃房，把公共绿地围进去了', place: { building: 4 }, who: who('CS', 21), publish: false }, { lead: property('CS', 'D') });
  glass.story.tell(workLater(stage, glass.contacted, 60), glass.lead.handler, '已经劝过一次，没有停；今天书面报了城管。');
  const built = carryOut(glass, 'n21', { summary: '城管约谈后自行拆除，绿地补种。', doneAfter: 3600 });
  followUp(stage, glass, { ...base, at: built, estate: 'CS', category: 'D06', text: '', place: {}, who: who('CS', 21) }, built, { solved: true, pleased: 4 });
}

/** 2: somebody trapped in a lift at night; the telephone first, the entry afterwards. */
function trapped(stage: Stage): void {
  const t: Telling = { channel: 'PHONE', at: when('2026-01-10 08:40'), estate: 'LB', category: 'A04', text: '昨晚21:40，3号楼电梯困人，打了物业电话，18分钟放出来，补记', title: '电梯困人，18分钟放出', place: { building: 3 }, who: neighbour(stage, 'LB', 2) };
  const course = inHand(stage, 'n02', t, { urgent: true, contactAfter: 2 });
  const finished = carryOut(course, 'n02', { summary: '18分钟放出乘客，维保单位换了门机皮带，第二天交了报告。', publicLine: '18分钟放出，门机皮带换新', doneAfter: 30 });
  followUp(stage, course, t, finished, { solved: true, pleased: 5 });
}

/** 5: nine neighbours tell of the same thing; each has a code and an answer of their own. */
function nineTellOfOne(stage: Stage): void {
  const t = (n: number): Telling => ({ channel: n % 2 ? 'WEB' : 'PHONE', at: later(when('2026-01-22 09:10'), n * 47), estate: 'CS', category: 'B11', text: ['2号楼绿地又有狗粪', '草坪上狗粪没人捡', '孩子踩到狗粪了'][n % 3]!, place: { building: 2, note: '南面绿地' }, who: neighbour(stage, 'CS', 40 + n) });
  const first = t(0);
  const course = inHand(stage, 'n05', first);
  for (let n = 1; n <= 8; n++) tellOf(stage, `n05-${n}`, t(n)).mergeInto(workLater(stage, t(n).at, 60), CLERK.CS, 'n05');
  const finished = carryOut(course, 'n05', { summary: '装了狗便袋箱，贴了提示，一周后复看干净。', publicLine: '9位邻居反映，装了狗便袋箱', doneAfter: 1500 });
  followUp(stage, course, first, finished, { solved: true, pleased: 4 });
}

/** 6: an anonymous report; nobody can be asked, and nobody is. */
function charging(stage: Stage): void {
  const t: Telling = { channel: 'WEB', at: when('2026-01-28 22:15'), estate: 'LB', category: 'C04', kind: 'REPORT', text: '4号楼7楼走廊里有人拉线给电动车充电', place: { building: 4 }, who: null };
  const course = inHand(stage, 'n06', t);
  carryOut(course, 'n06', { summary: '当场劝离，没有听劝的一户24小时内报了城管；加装了一个充电棚插座。', publicLine: '走廊不再充电，充电棚加了插座', doneAfter: 900, notes: ['劝过了，第二天再看一次', '没有听劝的已经报城管'] });
}

/** 8: an old neighbour who did not take the milk in for three days; on a make-up Saturday. */
function alone(stage: Stage): void {
  const t: Telling = { channel: 'PHONE', at: when('2026-02-14 09:20'), estate: 'ZJ', category: 'F06', text: '独居老人三天没取牛奶，敲门没人应，怕倒地了', place: { stairwell: 12 }, who: neighbour(stage, 'ZJ', 8), publish: false };
  const course = inHand(stage, 'n08', t, { urgent: true, contactAfter: 2 });
  const finished = carryOut(course, 'n08', { summary: '和民警一起上门，老人平安，是去女儿家了；登记了女儿电话。', doneAfter: 35 });
  followUp(stage, course, t, finished, { solved: true, pleased: 5 });
}

/** 10: the fee was not paid because of a leak; mediation does not help, and the rights are explained. */
function fees(stage: Stage): void {
  const t: Telling = { channel: 'DESK', at: when('2026-02-25 10:30'), estate: 'LB', category: 'E02', text: '漏水一直没修好，我不交物业费，物业说要起诉', place: { unit: 'LB-B01-S01-0903' }, who: neighbour(stage, 'LB', 10), publish: false };
  const course = inHand(stage, 'n10', t);
  const first = carryOut(course, 'n10', { summary: '讲了民法典944条：漏水该修，费用争议可以另行主张；请物业先修漏水。', doneAfter: 1500, notes: ['约双方谈了一次，没谈拢'] });
  const asked = followUp(stage, course, t, first, { solved: false, pleased: 2, said: '还是没修好' });
  const again = workLater(stage, asked, 700);
  course.story.done(again, course.lead.handler, '漏水修了，费用没谈拢；给了书面说明，写明可以起诉、可以申请调解。');
  followUp(stage, course, t, again, { solved: true, pleased: 3 });
}

/** 14: eight people in one flat; several offices, one extension. */
function sharedFlat(stage: Stage): void {
  const t: Telling = { channel: 'WEB', at: when('2026-03-13 21:05'), estate: 'CS', category: 'D04', kind: 'REPORT', text: '隔壁一套房住了8个人，客厅也隔成房间', place: { building: 1 }, who: null, publish: false };
  const story = new LargeStory(stage, 'n14');
  tellOf(stage, 'n14', t);
  const lead = leadFor('CS', 'D04');
  story
    .accept(when('2026-03-16 09:10'), CLERK.CS)
    .assign(when('2026-03-16 09:15'), CLERK.CS, lead.org, ['housingOffice', 'urbanManagement', 'police'])
    .take(when('2026-03-16 10:00'), lead.head, lead.handler)
    .tell(when('2026-03-23 15:00'), lead.handler, '房管办、城管、民警一起上门看过，发了整改通知。')
    .extend(when('2026-03-30 10:00'), lead.handler, '给住户搬走的时间', '2026-04-17', 'GB-SEC')
    .tell(when('2026-04-07 15:00'), lead.handler, '隔断拆了一半，又去看了一次。')
    .done(when('2026-04-15 15:20'), lead.handler, '隔断拆了，人住回合规数，三方复看过。');
}

/** 17: charging points, wished for by 48 households, wait for the power supply. */
function chargingPoints(stage: Stage): void {
  const author = neighbour(stage, 'CS', 17);
  const story = new LargeStory(stage, 'n17');
  story.begin(when('2026-04-02 19:40'), stage.demo.actorAtHome(author.id), { channel: 'WEB', title: '增设充电桩', description: '小区能不能多装几个充电桩，现在要排队', category: 'C08', kind: 'SUGGESTION', estateId: stage.demo.estates.CS, publishConsent: true });
  story
    .accept(when('2026-04-03 09:00'), CLERK.CS)
    .put(when('2026-04-03 09:05'), CLERK.CS, 'P3', 'C08', '要看电容量，时间长', 'SUGGESTION')
    .assign(when('2026-04-03 09:10'), CLERK.CS, 'propertyCs', ['ownersCs'])
    .take(when('2026-04-03 10:00'), 'PC-CS-MGR')
    .contact(when('2026-04-03 14:00'), 'PC-CS-MGR');
  const parking = { cause: 'FUNDS', reason: '小区电容量不够，增容要花钱，要业主定', unlock: '供电公司批下增容，业主同意出资', meanwhile: '现有充电桩夜间错峰，排班表贴在门口' } as const;
  story.park(when('2026-04-20 10:00'), 'PC-CS-MGR', { ...parking, reviewOn: '2026-07-17' });
  for (let i = 0; i < 48; i++) story.tooBy(later(when('2026-04-04 20:00'), i * 240), stage.demo.plainOwners.CS[60 + i]!.id);
  story.unpark(when('2026-07-17 09:30'), 'PC-CS-MGR', '增容方案在报').park(when('2026-07-17 10:00'), 'PC-CS-MGR', { ...parking, reviewOn: '2026-10-14' });
  story.unpark(when('2026-10-14 09:30'), 'PC-CS-MGR', '供电公司答复要等明年').park(when('2026-10-14 10:00'), 'PC-CS-MGR', { ...parking, reviewOn: '2027-01-11' });
}
