import { answerObjection } from '#modules/notices/commands/public/answer-objection.ts';
import { draftPublicNotice } from '#modules/notices/commands/public/draft-public-notice.ts';
import { extendPeriod } from '#modules/notices/commands/public/extend-period.ts';
import { hangUpNotice } from '#modules/notices/commands/public/hang-up-notice.ts';
import { objectToNotice } from '#modules/notices/commands/public/object-to-notice.ts';
import { recordObjection } from '#modules/notices/commands/public/record-objection.ts';
import { takeDownNotice } from '#modules/notices/commands/public/take-down-notice.ts';
import { publicNoticeForm } from '#modules/notices/forms/public.ts';
import { publicNoticeDetail } from '#modules/notices/queries/public/public-notice-detail.ts';
import { publicNotices } from '#modules/notices/queries/public/public-notices.ts';
import type { Tx } from '#platform/db/database.ts';
import { DEMO_ORGANISATIONS } from '../../neighborhood/organisations.ts';
import { lookAtNotice } from '../second-look.ts';
import { type Stage, type Step, when } from '../step.ts';
import { AUTUMN_NOTICES, PRESENT_NOTICES } from './autumn-notices.ts';
import { SUMMER_NOTICES, WATER_NOTICES } from './spring-notices.ts';
import type { ToldNotice, ToldObjection } from './told-notice.ts';

const TOLD_NOTICES = [...WATER_NOTICES, ...SUMMER_NOTICES, ...AUTUMN_NOTICES, ...PRESENT_NOTICES];

/** The year's announcements and public notices: objected to, answered, replaced, hung up and taken down. */
export function yearOfNotices(stage: Stage): void {
  for (const told of TOLD_NOTICES) {
    announced(stage, told);
    paper(stage, told);
    for (const [at, objection] of (told.objections ?? []).entries()) objected(stage, told, objection, at);
  }
}

const keyOf = (told: ToldNotice, what: string) => `notice/${told.name}/${what}`;

function announced(stage: Stage, told: ToldNotice): void {
  const { demo } = stage;
  const key = keyOf(told, 'announced');
  const { estate } = told;
  stage.steps.push({
    key,
    at: when(told.at),
    actor: demo.actorInPost(told.by),
    run: async (tx) => {
      const input = publicNoticeForm.parse({
        kind: told.kind,
        title: told.title,
        body: told.body,
        basis: told.basis,
        estateIds: estate ? [demo.estates[estate]] : [],
        buildingIds: estate ? (told.buildings ?? []).map((n) => demo.buildingId(estate, n)) : [],
        days: told.days,
        startsAt: told.from ? when(told.from) : null,
        contactPhone: DEMO_ORGANISATIONS[told.phone].dutyPhone,
        desk: told.desk,
        emergency: told.emergency !== undefined,
        emergencyReason: told.emergency ?? '',
        replacesId: told.instead ? (await found(tx, titleOf(told.instead.of))).id : null,
        reason: told.instead?.reason ?? '',
      });
      return draftPublicNotice(tx, input);
    },
    keep: (answer, lived) => lived.pieces.set(key, (answer as { pieceId: string }).pieceId),
  });
  // An emergency is out already; somebody looks at it within a working day.
  if (told.emergency === undefined) lookAtNotice(stage, key, when(told.at));
}

function titleOf(name: string): string {
  const told = TOLD_NOTICES.find((one) => one.name === name);
  if (!told) throw new Error(`no notice ${name} in the demo`);
  return told.title;
}

/** The notice with this title, as it is out. */
async function found(tx: Tx, title: string) {
  const notice = (await publicNotices(tx)).find((one) => one.title === title);
  if (!notice) throw new Error(`the notice ${title} is not out`);
  return notice;
}

async function detailOf(tx: Tx, title: string) {
  const detail = await publicNoticeDetail(tx, (await found(tx, title)).number);
  if (!detail) throw new Error(`the notice ${title} cannot be read`);
  return detail;
}

/** Where its sheets hang and hung, and when it could not be read. */
function paper(stage: Stage, told: ToldNotice): void {
  const actor = stage.demo.actorInPost(told.by);
  const step = (what: string, at: string, run: Step['run']) =>
    stage.steps.push({ key: keyOf(told, what), at: when(at), actor, run });
  for (const [n, sheet] of (told.posted ?? []).entries()) {
    step(`hung-up/${n + 1}`, sheet.at, async (tx) => {
      const { number, checkMark } = await detailOf(tx, told.title);
      const mark = sheet.wrong ? (await detailOf(tx, titleOf(told.instead?.of ?? ''))).checkMark : checkMark;
      return hangUpNotice(tx, { number, place: sheet.place, hungAt: when(sheet.at), checkMark: mark });
    });
    if (!sheet.down) continue;
    step(`taken-down/${n + 1}`, sheet.down, async (tx) => {
      const { postings } = await detailOf(tx, told.title);
      const posting = postings.find((one) => one.place === sheet.place && one.takenDownAt === null);
      return takeDownNotice(tx, { postingId: posting?.id ?? '' });
    });
  }
  const { outage } = told;
  if (!outage) return;
  step('outage', outage.at, async (tx) => {
    const { number } = await found(tx, told.title);
    return extendPeriod(tx, { number, from: when(outage.from), to: when(outage.to), reason: outage.reason });
  });
}

/** A neighbor objects, on the page or on paper; the receiver answers, and a second person looks at the answer. */
function objected(stage: Stage, told: ToldNotice, objection: ToldObjection, index: number): void {
  const { demo, steps } = stage;
  const receiver = demo.actorInPost(told.by);
  const at = when(objection.at);
  const { by, says, answered } = objection;
  const name = `objection/${index + 1}`;
  if (typeof by === 'number') {
    const person = told.estate ? demo.plainOwners[told.estate][by] : undefined;
    if (!person) throw new Error(`nobody objects to ${told.name}`);
    const run = async (tx: Tx) =>
      objectToNotice(tx, { number: (await found(tx, told.title)).number, objection: says });
    steps.push({ key: keyOf(told, name), at, actor: demo.actorAtHome(person.id), run });
  } else {
    const run = async (tx: Tx) => {
      const { number } = await found(tx, told.title);
      return recordObjection(tx, { number, objection: says, channel: 'PAPER', name: by, madeAt: at });
    };
    steps.push({ key: keyOf(told, name), at, actor: receiver, run });
  }
  if (!answered) return;
  const key = keyOf(told, `${name}/answer`);
  steps.push({
    key,
    at: when(answered.at),
    actor: receiver,
    run: (tx) => answer(tx, told, index, answered),
    keep: (done, lived) => lived.pieces.set(key, (done as { pieceId: string }).pieceId),
  });
  lookAtNotice(stage, key, when(answered.at));
}

type Answer = NonNullable<ToldObjection['answered']>;

async function answer(tx: Tx, told: ToldNotice, index: number, said: Answer) {
  const { received } = await detailOf(tx, told.title);
  const objectionId = received?.[index]?.id ?? '';
  const { outcome, gist, answer } = said;
  return answerObjection(tx, { objectionId, outcome, answer, gist });
}
