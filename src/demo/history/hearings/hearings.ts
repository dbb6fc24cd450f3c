import { announceHearing } from '#modules/meetings/commands/hearing/announce-hearing.ts';
import { answerOpinion } from '#modules/meetings/commands/hearing/answer-opinion.ts';
import { enterOpinion } from '#modules/meetings/commands/hearing/enter-opinion.ts';
import { moveRound } from '#modules/meetings/commands/hearing/move-round.ts';
import { publishAnswers } from '#modules/meetings/commands/hearing/publish-answers.ts';
import { seatParticipants } from '#modules/meetings/commands/hearing/seat-participants.ts';
import { signUp } from '#modules/meetings/commands/hearing/sign-up.ts';
import type { Stance } from '#modules/meetings/contract/hearing.ts';
import type { AnnounceHearing } from '#modules/meetings/forms/hearing.ts';
import { deskHearing } from '#modules/meetings/queries/hearing/desk-hearings.ts';
import { demoId, type EstateCode } from '../../neighborhood/ids.ts';
import { lookAtNotice } from '../second-look.ts';
import { later, type Stage, type Step, when } from '../step.ts';
import { PIPES, PIPES_FIRST, PIPES_SECOND, PLAYGROUND, type ToldOpinion } from './told.ts';

/** A round with what is needed to live it through. Moments as `2026-01-15 10:00`. */
type Round = {
  readonly name: string;
  /** The name of the hearing's first round. */
  readonly hearing: string;
  readonly announced: string;
  readonly text: Omit<AnnounceHearing, 'hearingId' | 'roundId'>;
};

/** Who signs up: affected, elder, and what they think. */
type SignsUp = readonly [affected: boolean, elder: boolean, stance: Stance];

/** Ten people of whom six are affected, three object, four are old. */
const MIXED: readonly SignsUp[] = [
  [true, true, 'SUPPORT'],
  [true, false, 'OPPOSE'],
  [true, false, 'CONDITION'],
  [false, true, 'SUPPORT'],
  [true, true, 'OPPOSE'],
  [false, false, 'CONDITION'],
  [true, false, 'SUPPORT'],
  [false, true, 'OPEN'],
  [true, false, 'OPPOSE'],
  [false, false, 'SUPPORT'],
];

/** Hearings of the year: the pipes in two rounds, answered; the playground, which people may sign up for today. */
export function hearings(stage: Stage): void {
  const { demo } = stage;
  const pipes = {
    ...PIPES,
    estateId: demo.estates.ZJ,
    deciderOrgId: demo.orgs.ownersZj,
    place: '居委会二楼会议室',
  };
  const first = { stage: 'BEFORE' as const, recruitsUntil: '2026-01-21', startsAt: when('2026-01-24 14:00') };
  lived(stage, {
    round: {
      name: 'pipes/1',
      hearing: 'pipes/1',
      announced: '2026-01-15 10:00',
      text: { ...pipes, ...first },
    },
    set: '2026-01-22 10:10',
    opinions: PIPES_FIRST,
    published: '2026-02-05 15:10',
  });
  const second = {
    stage: 'BEFORE' as const,
    recruitsUntil: '2026-02-04',
    startsAt: when('2026-02-07 14:00'),
  };
  const question = '两个门做完了，全小区照这个做法改，施工怎么安排？';
  lived(stage, {
    round: {
      name: 'pipes/2',
      hearing: 'pipes/1',
      announced: '2026-01-28 10:00',
      text: { ...pipes, ...second, question },
    },
    set: '2026-02-05 10:10',
    opinions: PIPES_SECOND,
    published: '2026-02-25 09:40',
  });
  const playground: Round = {
    name: 'playground/1',
    hearing: 'playground/1',
    announced: '2026-11-13 09:30',
    text: {
      ...PLAYGROUND,
      estateId: demo.estates.CS,
      deciderOrgId: demo.orgs.ownersCs,
      stage: 'BEFORE',
      recruitsUntil: '2026-11-25',
      startsAt: when('2026-11-28 14:00'),
      place: '城市花园活动室',
    },
  };
  announced(stage, playground);
  signedUp(stage, playground, 'CS', MIXED.slice(0, 6));
}

const idOf = (name: string) => demoId(`hearing/${name}`);
const keyOf = ({ name }: Round, what: string) => `hearing/${name}/${what}`;

function announced(stage: Stage, round: Round): void {
  const name = keyOf(round, 'announced');
  const isFirst = round.hearing === round.name;
  stage.steps.push({
    key: name,
    at: when(round.announced),
    actor: stage.demo.actorInPost('RC-DESK-1'),
    run: (tx) =>
      announceHearing(tx, {
        ...round.text,
        hearingId: isFirst ? null : idOf(round.hearing),
        roundId: idOf(round.name),
      }),
    keep: (answer, kept) => kept.pieces.set(name, (answer as { pieceId: string }).pieceId),
  });
  lookAtNotice(stage, name, when(round.announced));
}

/** Neighbors sign up by themselves, one an hour from the next morning on. */
function signedUp(stage: Stage, round: Round, estate: EstateCode, people: readonly SignsUp[]): void {
  const morning = later(when(round.announced), 24 * 60);
  for (const [at, [affected, elder, stance]] of people.entries()) {
    const person = stage.demo.plainOwners[estate][at * 7 + 3];
    if (!person) throw new Error('the demo has too few owners');
    const said = { roundId: idOf(round.name), affected, elder, stance, opinion: '', name: '', phone: '' };
    stage.steps.push({
      key: keyOf(round, `sign-up/${at + 1}`),
      at: later(morning, at * 60),
      actor: stage.demo.actorAtHome(person.id),
      run: (tx) => signUp(tx, said, false),
    });
  }
}

type Told = {
  readonly round: Round;
  readonly set: string;
  readonly opinions: readonly ToldOpinion[];
  readonly published: string;
};

/** A whole round of the estate with the pipes, from its announcement to its answers. */
function lived(stage: Stage, { round, set, opinions, published }: Told): void {
  announced(stage, round);
  signedUp(stage, round, 'ZJ', MIXED);
  const roundId = idOf(round.name);
  const hearingId = idOf(round.hearing);
  const clerk = stage.demo.actorInPost('RC-DESK-1');
  const step = (what: string, at: Date, run: Step['run'], keep?: Step['keep']) =>
    stage.steps.push({ key: keyOf(round, what), at, actor: clerk, run, ...(keep ? { keep } : {}) });
  step('seats', when(set), async (tx) => {
    const desk = await deskHearing(tx, hearingId);
    const seatIds = (desk?.list ?? []).map((one) => one.id);
    return seatParticipants(tx, { roundId, version: desk?.version ?? 0, seatIds });
  });
  step('set', later(when(set), 20), async (tx) => {
    const version = (await deskHearing(tx, hearingId))?.version ?? 0;
    return moveRound(tx, { step: 'set-hearing', roundId, version, balanceReason: '' });
  });
  const begins = round.text.startsAt;
  step('held', later(begins, 100), async (tx) => {
    const desk = await deskHearing(tx, hearingId);
    const cameIds = (desk?.list ?? []).slice(0, 9).map((one) => one.id);
    const record = '业委会介绍方案，大家逐个发言，记下意见。会上不表决。';
    return moveRound(tx, {
      step: 'hold-hearing',
      roundId,
      version: desk?.version ?? 0,
      record,
      cameIds,
      remoteIds: [],
    });
  });
  for (const [at, [stance, text, verdict, answer]] of opinions.entries()) {
    const id = idOf(`${round.name}/opinion/${at + 1}`);
    step(`opinion/${at + 1}`, later(begins, 110 + at * 3), (tx) =>
      enterOpinion(tx, { id, roundId, stance, text, source: 'AT_HEARING' }),
    );
    step(`answer/${at + 1}`, later(when(published), at * 4 - 60), (tx) =>
      answerOpinion(tx, { opinionId: id, version: 1, verdict, answer }),
    );
  }
  const name = keyOf(round, 'published');
  step(
    'published',
    when(published),
    (tx) => publishAnswers(tx, { roundId }),
    (answer, kept) => kept.pieces.set(name, (answer as { pieceId: string }).pieceId),
  );
  lookAtNotice(stage, name, when(published));
}
