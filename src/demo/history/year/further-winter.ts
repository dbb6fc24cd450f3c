import { LargeStory } from '../large-story.ts';
import { later, type Stage, when, workLater } from '../step.ts';
import { CLERK, carryOut, followUp, inHand, leadFor, type Telling, tellOf } from '../usual.ts';

/** Neighbours of an estate by number; far from those whom other stories use. */
export function neighbour(stage: Stage, estate: 'ZJ' | 'CS' | 'LB', n: number) {
  return stage.demo.plainOwners[estate][240 + n]!;
}

/** 2: somebody trapped in a lift at night; the telephone first, the entry afterwards. */
export function trapped(stage: Stage): void {
  const t: Telling = {
    channel: 'PHONE',
    at: when('2026-01-10 08:40'),
    estate: 'LB',
    category: 'A04',
    text: '昨晚21:40，3号楼电梯困人，打了物业电话，18分钟放出来，补记',
    title: '电梯困人，18分钟放出',
    place: { building: 3 },
    who: neighbour(stage, 'LB', 2),
  };
  const course = inHand(stage, 'n02', t, { urgent: true, contactAfter: 2 });
  const finished = carryOut(course, 'n02', {
    summary: '18分钟放出乘客，维保单位换了门机皮带，第二天交了报告。',
    publicLine: '18分钟放出，门机皮带换新',
    doneAfter: 30,
  });
  followUp(stage, course, t, finished, { solved: true, pleased: 5 });
}

/** 5: nine neighbours tell of the same thing; each has a code and an answer of their own. */
export function nineTellOfOne(stage: Stage): void {
  const t = (n: number): Telling => ({
    channel: n % 2 ? 'WEB' : 'PHONE',
    at: later(when('2026-01-22 09:10'), n * 47),
    estate: 'CS',
    category: 'B11',
    text: ['2号楼绿地又有狗粪', '草坪上狗粪没人捡', '孩子踩到狗粪了'][n % 3]!,
    place: { building: 2, note: '南面绿地' },
    who: neighbour(stage, 'CS', 40 + n),
  });
  const first = t(0);
  const course = inHand(stage, 'n05', first);
  for (let n = 1; n <= 8; n++)
    tellOf(stage, `n05-${n}`, t(n)).mergeInto(workLater(stage, t(n).at, 60), CLERK.CS, 'n05');
  const finished = carryOut(course, 'n05', {
    summary: '装了狗便袋箱，贴了提示，一周后复看干净。',
    publicLine: '9位邻居反映，装了狗便袋箱',
    doneAfter: 1500,
  });
  followUp(stage, course, first, finished, { solved: true, pleased: 4 });
}

/** 6: an anonymous report; nobody can be asked, and nobody is. */
export function charging(stage: Stage): void {
  const t: Telling = {
    channel: 'WEB',
    at: when('2026-01-28 22:15'),
    estate: 'LB',
    category: 'C04',
    kind: 'REPORT',
    text: '4号楼7楼走廊里有人拉线给电动车充电',
    place: { building: 4 },
    who: null,
  };
  const course = inHand(stage, 'n06', t);
  carryOut(course, 'n06', {
    summary: '当场劝离，没有听劝的一户24小时内报了城管；加装了一个充电棚插座。',
    publicLine: '走廊不再充电，充电棚加了插座',
    doneAfter: 900,
    notes: ['劝过了，第二天再看一次', '没有听劝的已经报城管'],
  });
}

/** 14: eight people in one flat; several offices, one extension. */
export function sharedFlat(stage: Stage): void {
  const t: Telling = {
    channel: 'WEB',
    at: when('2026-03-13 21:05'),
    estate: 'CS',
    category: 'D04',
    kind: 'REPORT',
    text: '隔壁一套房住了8个人，客厅也隔成房间',
    place: { building: 1 },
    who: null,
    publish: false,
  };
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
export function chargingPoints(stage: Stage): void {
  const author = neighbour(stage, 'CS', 17);
  const story = new LargeStory(stage, 'n17');
  story.begin(when('2026-04-02 19:40'), stage.demo.actorAtHome(author.id), {
    channel: 'WEB',
    title: '增设充电桩',
    description: '小区能不能多装几个充电桩，现在要排队',
    category: 'C08',
    kind: 'SUGGESTION',
    estateId: stage.demo.estates.CS,
    publishConsent: true,
  });
  story
    .accept(when('2026-04-03 09:00'), CLERK.CS)
    .put(when('2026-04-03 09:05'), CLERK.CS, 'P3', 'C08', '要看电容量，时间长', 'SUGGESTION')
    .assign(when('2026-04-03 09:10'), CLERK.CS, 'propertyCs', ['ownersCs'])
    .take(when('2026-04-03 10:00'), 'PC-CS-MGR')
    .contact(when('2026-04-03 14:00'), 'PC-CS-MGR');
  const parking = {
    cause: 'FUNDS',
    reason: '小区电容量不够，增容要花钱，要业主定',
    unlock: '供电公司批下增容，业主同意出资',
    meanwhile: '现有充电桩夜间错峰，排班表贴在门口',
  } as const;
  story.park(when('2026-04-20 10:00'), 'PC-CS-MGR', { ...parking, reviewOn: '2026-07-17' });
  for (let i = 0; i < 48; i++)
    story.tooBy(later(when('2026-04-04 20:00'), i * 240), stage.demo.plainOwners.CS[60 + i]!.id);
  story
    .unpark(when('2026-07-17 09:30'), 'PC-CS-MGR', '增容方案在报')
    .park(when('2026-07-17 10:00'), 'PC-CS-MGR', { ...parking, reviewOn: '2026-10-14' });
  story
    .unpark(when('2026-10-14 09:30'), 'PC-CS-MGR', '供电公司答复要等明年')
    .park(when('2026-10-14 10:00'), 'PC-CS-MGR', { ...parking, reviewOn: '2027-01-11' });
}
