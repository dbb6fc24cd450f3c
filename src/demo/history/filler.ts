import type { Channel } from '#modules/matters/contract.ts';
import type { EstateCode } from '../neighborhood/ids.ts';
import { SAMPLES } from './filler-texts.ts';
import { type Dice, makeDice } from './random.ts';
import { later, type Stage, when, workLater } from './step.ts';
import type { Answer } from './story.ts';
import { CLERK, carryOut, followUp, inHand, property, type Telling, tellOf } from './usual.ts';

/** The seed of everything that is only there so that figures mean something (domain brief §6.7). */
const SEED = 20261120;

const CHANNELS: readonly (readonly [Channel, number])[] = [
  ['PHONE', 34],
  ['DESK', 9],
  ['PAPER', 7],
  ['WEB', 31],
  ['PATROL', 14],
  ['HOTLINE', 5],
];
const GROUPS: readonly (readonly [string, number])[] = [
  ['A', 30],
  ['B', 16],
  ['C', 22],
  ['D', 12],
  ['E', 7],
  ['F', 4],
  ['G', 6],
  ['H', 3],
];
const ESTATES: readonly (readonly [EstateCode, number])[] = [
  ['ZJ', 45],
  ['CS', 30],
  ['LB', 25],
];
const ENTRANCES: Readonly<Record<EstateCode, number>> = { ZJ: 60, CS: 8, LB: 5 };

function weighted<T>(dice: Dice, list: readonly (readonly [T, number])[]): T {
  let left = dice.below(list.reduce((sum, [, weight]) => sum + weight, 0));
  for (const [value, weight] of list) {
    if (left < weight) return value;
    left -= weight;
  }
  return list[0]![0];
}

/** More in the plum rain and the typhoon months, fewer in Spring Festival. */
function isQuiet(dice: Dice, at: Date): boolean {
  const month = at.getUTCMonth() + 1;
  if (month === 2) return dice.chance(0.4);
  return month >= 6 && month <= 9 ? false : dice.chance(0.25);
}

/** A working moment in a span. */
function moment(stage: Stage, dice: Dice, from: Date, to: Date): Date {
  for (;;) {
    const day = new Date(from.getTime() + dice.next() * (to.getTime() - from.getTime()));
    const at = workLater(
      stage,
      later(new Date(`${day.toISOString().slice(0, 10)}T00:00:00+08:00`), 8 * 60),
      10 + dice.below(400),
    );
    if (!isQuiet(dice, at) && at < to) return at;
  }
}

function answerOf(dice: Dice): Answer {
  const solved = !dice.chance(0.15);
  const roll = dice.next();
  const pleased = !solved ? 2 : roll < 0.55 ? 5 : roll < 0.76 ? 4 : roll < 0.94 ? 3 : 2;
  return { solved, pleased };
}

type Draft = {
  readonly name: string;
  readonly at: Date;
  readonly estate: EstateCode;
  readonly category?: string;
};

function tellingOf(stage: Stage, dice: Dice, draft: Draft): Telling & { done: string } {
  const { at, estate } = draft;
  const group = draft.category ? null : weighted(dice, GROUPS);
  const categories = Object.keys(SAMPLES).filter((code) => group !== null && code.startsWith(group));
  const category = draft.category ?? dice.one(categories);
  const sample = category === 'C03' ? BIKES[dice.below(BIKES.length)]! : dice.one(SAMPLES[category]!);
  const channel = weighted(dice, CHANNELS);
  const owners = stage.demo.plainOwners[estate];
  const anonymous = channel === 'WEB' && dice.chance(0.12);
  return {
    at,
    estate,
    category,
    text: sample.says,
    done: sample.done,
    channel,
    ...(category === 'H08'
      ? { kind: 'PRAISE' as const }
      : category.startsWith('H')
        ? { kind: 'ENQUIRY' as const }
        : {}),
    place: { stairwell: 1 + dice.below(ENTRANCES[estate]) },
    who: anonymous ? null : owners[dice.below(owners.length)]!,
    publish: dice.chance(0.9),
    ...(channel === 'HOTLINE' ? { externalNo: `12345-测试-${draft.name}` } : {}),
  };
}

const BIKES = [
  { says: '楼下自行车乱停，门都推不开', done: '把自行车排整齐，腾出了门口' },
  { says: '自行车停到通道上，推婴儿车过不去', done: '挪到墙边，划了停放线' },
  { says: '好几辆没人骑的自行车占着地方', done: '贴了通知，归拢到一边' },
];

/** One matter that ends as most do, or in one of the ways that a few do. */
function ordinary(stage: Stage, dice: Dice, draft: Draft): void {
  const t = tellingOf(stage, dice, draft);
  const { name } = draft;
  const fate = dice.next();
  if (fate < 0.02 && t.who !== null) {
    decline(stage, name, t);
    return;
  }
  const late = dice.chance(0.05);
  const course = inHand(stage, name, t, { contactAfter: late ? 900 : 5 + dice.below(120) });
  if (fate > 0.985 && t.who !== null) {
    course.story.withdraw(
      course.after(course.contacted, 20),
      CLERK[t.estate],
      '家里人已经自己弄好了，不用来了',
    );
    return;
  }
  const quick = t.category.startsWith('H');
  const minutes = quick
    ? 60 + dice.below(120)
    : Math.min(dice.around(course.urgent ? 260 : 700, 0.7), course.urgent ? 1100 : 3600);
  const publicLine = t.category.startsWith('D') || t.category.startsWith('F') ? '' : t.done;
  let finished = carryOut(course, name, { summary: t.done, publicLine, doneAfter: minutes });
  const reachable = !dice.chance(0.14);
  let answer = reachable ? answerOf(dice) : null;
  for (let round = 1; answer && !answer.solved && round < 2; round++) {
    const asked = followUp(stage, course, t, finished, answer);
    finished = workLater(stage, asked, 500 + dice.below(300));
    course.story
      .contact(workLater(stage, asked, 60), course.lead.handler)
      .done(finished, course.lead.handler, `${t.done}（又上门看过）`, publicLine);
    answer = { solved: true, pleased: 3 + dice.below(3) };
  }
  followUp(stage, course, t, finished, answer);
}

function decline(stage: Stage, name: string, t: Telling): void {
  const story = tellOf(stage, name, t);
  story.decline(
    workLater(stage, t.at, 90),
    CLERK[t.estate],
    '看过了，这一处属于市政道路，不在小区范围',
    '请打 12345，说明是市政道路',
  );
}

/** 41 matters about bicycles in ZJ, before there was a bike store (§6.5). */
function bicycles(stage: Stage, dice: Dice): void {
  const spans = [
    ['2025-11-03', '2026-04-09', 27],
    ['2026-04-16', '2026-05-29', 14],
  ] as const;
  let n = 0;
  for (const [from, to, count] of spans) {
    for (let i = 0; i < count; i++) {
      n += 1;
      let at = moment(stage, dice, when(`${from} 08:30`), when(`${to} 17:00`));
      // The thirty-one first numbers of ZJ in April belong to another story.
      if (at >= when('2026-04-01 00:00') && at < when('2026-04-16 00:00'))
        at = workLater(stage, when('2026-03-25 09:00'), 37 * i);
      ordinary(stage, dice, { name: `c03-${n}`, at, estate: 'ZJ', category: 'C03' });
    }
  }
}

/** Twenty-two neighbours who say the same about yellow water; the first is told of in the list of 42 (§6.7, 7). */
function yellowWater(stage: Stage, dice: Dice): void {
  for (let i = 0; i < 22; i++) {
    const at = workLater(stage, when('2026-02-03 13:00'), 25 + i * 31);
    const who = stage.demo.plainOwners.ZJ[300 + i]!;
    const telling: Telling = {
      at,
      estate: 'ZJ',
      category: 'A02',
      text: dice.one(['早上放出来的水是黄的', '水发黄，洗衣服都不敢', '水压小，水还有点黄']),
      channel: i % 2 === 0 ? 'PHONE' : 'WEB',
      place: { stairwell: 1 + ((i * 11) % 60) },
      who,
    };
    tellOf(stage, `a02-${i + 2}`, telling).mergeInto(
      workLater(stage, at, 40 + dice.below(60)),
      CLERK.ZJ,
      'n07',
    );
  }
}

/** What is still open on the last day, so that every desk has something to do. */
function stillOpen(stage: Stage, dice: Dice): void {
  const draft = (name: string, at: string, estate: EstateCode, category: string) => ({
    name,
    t: tellingOf(stage, dice, { name, at: when(at), estate, category }),
  });
  for (const one of [
    draft('open-1', '2026-11-20 09:12', 'ZJ', 'A05'),
    draft('open-2', '2026-11-20 09:31', 'CS', 'B02'),
    draft('open-3', '2026-11-20 09:47', 'LB', 'C05'),
  ]) {
    tellOf(stage, one.name, { ...one.t, channel: 'WEB', who: stage.demo.plainOwners[one.t.estate][7]! });
  }
  const working = [
    draft('open-4', '2026-11-09 10:10', 'ZJ', 'A01'),
    draft('open-5', '2026-11-17 14:20', 'ZJ', 'B05'),
    draft('open-6', '2026-11-18 09:05', 'CS', 'A09'),
    draft('open-7', '2026-11-18 15:40', 'LB', 'A12'),
    draft('open-8', '2026-11-19 10:25', 'ZJ', 'D01'),
    draft('open-9', '2026-11-19 13:50', 'CS', 'C01'),
  ];
  const someone = (one: { t: Telling }, i: number): Telling => ({
    ...one.t,
    channel: 'PHONE',
    who: stage.demo.plainOwners[one.t.estate][20 + i]!,
  });
  for (const [i, one] of working.entries()) inHand(stage, one.name, someone(one, i));
  for (const [i, one] of [
    draft('open-10', '2026-11-16 09:20', 'LB', 'A03'),
    draft('open-11', '2026-11-17 10:30', 'CS', 'A01'),
  ].entries()) {
    const { story, lead, contacted } = inHand(stage, one.name, someone(one, 30 + i), { urgent: false });
    story.waitForReporter(workLater(stage, contacted, 30), lead.handler, '请您告诉我们什么时候家里有人');
  }
  for (const [i, one] of [
    draft('open-12', '2026-11-12 09:30', 'ZJ', 'A09'),
    draft('open-13', '2026-11-13 10:00', 'LB', 'B02'),
    draft('open-14', '2026-11-13 14:00', 'CS', 'A05'),
  ].entries()) {
    const telling = someone(one, 40 + i);
    const course = inHand(stage, one.name, telling);
    const finished = carryOut(course, one.name, { summary: one.t.done, doneAfter: 600 });
    const asker = CLERK[telling.estate];
    course.story
      .takeFollowUp(workLater(stage, finished, 100), asker)
      .ask(workLater(stage, finished, 110), asker, null);
  }
  returnedTwice(stage, draft('open-15', '2026-11-16 13:40', 'ZJ', 'B10').t);
}

/** Two organisations say that it is not theirs: the general branch has to decide. */
function returnedTwice(stage: Stage, telling: Telling): void {
  const t = {
    ...telling,
    channel: 'PHONE' as const,
    who: stage.demo.plainOwners.ZJ[60]!,
    text: '小区门口内外交界的地方一下雨就积水，物业说是马路的，城管说是小区的',
  };
  const story = tellOf(stage, 'open-15', t);
  const lead = property('ZJ', 'B');
  const at = (minutes: number) => workLater(stage, t.at, minutes);
  story.accept(at(20), CLERK.ZJ).assign(at(25), CLERK.ZJ, lead.org);
  story.giveBack(at(200), lead.head, '积水在红线外，是市政的雨水口');
  story
    .assign(at(230), CLERK.ZJ, 'urbanManagement')
    .giveBack(at(520), 'AG-URBAN', '雨水口在小区出入口范围内');
}

/** Everything that fills the year. */
export function filler(stage: Stage): void {
  const dice = makeDice(SEED);
  bicycles(stage, dice);
  yellowWater(stage, dice);
  const tell = (name: string, from: string, to: string, estate?: EstateCode, category?: string) => {
    const at = moment(stage, dice, when(`${from} 08:30`), when(`${to} 17:00`));
    const where = estate ?? weighted(dice, ESTATES);
    ordinary(stage, dice, { name, at, estate: where, ...(category ? { category } : {}) });
  };
  for (let i = 1; i <= 15; i++) tell(`cs-march-${i}`, '2026-03-02', '2026-03-20', 'CS');
  for (let i = 1; i <= 2; i++) tell(`zj-april-${i}`, '2026-04-02', '2026-04-10', 'ZJ');
  const months: readonly (readonly [string, string, number])[] = [
    ['2025-11-03', '2026-02-27', 37],
    ['2026-05-06', '2026-08-20', 48],
    ['2026-08-24', '2026-10-30', 52],
  ];
  let n = 0;
  for (const [from, to, count] of months) for (let i = 0; i < count; i++) tell(`year-${++n}`, from, to);
  stillOpen(stage, dice);
}
