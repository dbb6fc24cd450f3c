import { randomUUID } from 'node:crypto';
import type { Actor } from '#kernel/actor.ts';
import type { Result } from '#kernel/result.ts';
import { announceHearing } from '#modules/meetings/commands/hearing/announce-hearing.ts';
import { answerOpinion } from '#modules/meetings/commands/hearing/answer-opinion.ts';
import { enterOpinion } from '#modules/meetings/commands/hearing/enter-opinion.ts';
import { moveRound } from '#modules/meetings/commands/hearing/move-round.ts';
import { publishAnswers } from '#modules/meetings/commands/hearing/publish-answers.ts';
import { seatParticipants } from '#modules/meetings/commands/hearing/seat-participants.ts';
import { signUp } from '#modules/meetings/commands/hearing/sign-up.ts';
import {
  type AnnounceHearing,
  announceForm,
  type EnterOpinion,
  type MoveRound,
  moveRoundForm,
  type SignUp,
} from '#modules/meetings/forms/hearing.ts';
import { approves } from '../redaction/second-look.ts';
import { does, good, type SmallNeighborhood } from '../small-neighborhood.ts';
import type { TestDatabase } from '../test-database.ts';

export const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);

/** Announced on Friday 20 November, sign-up until the 25th, held on Friday the 27th in the evening. */
export const ANNOUNCED = at('2026-11-20 10:00');
export const RECRUITED = at('2026-11-26 09:00');
export const EVENING = at('2026-11-27 19:00');

const TEXT = {
  title: '水管改造要不要先做两个门',
  question: '这次先改七号和八号两个门的水管，还是全小区一起改？',
  background: '水质发黄、水压偏低，一百多户联名提出。两种做法的工期和停水时间不同。',
  affectedText: '住在七号门、八号门的住户',
  stage: 'BEFORE' as const,
  recruitsUntil: '2026-11-25',
  startsAt: EVENING,
  place: '居委会二楼会议室',
};

type Row = Record<string, unknown>;

/** What is kept of hearings, read behind the wall. */
function kept(t: TestDatabase) {
  const rows = async (sql: string, ...values: unknown[]): Promise<Row[]> =>
    (await t.ownerPool.query(sql, values)).rows;
  const round = async (id: string) =>
    (await rows('select * from meetings.hearing_round where id = $1', id))[0]!;
  const list = (id: string) =>
    rows('select * from meetings.hearing_sign_up where round_id = $1 order by signed_up_at, id', id);
  const opinions = (id: string) =>
    rows('select * from meetings.hearing_opinion where round_id = $1 order by number', id);
  return { rows, round, list, opinions };
}

/** Announcing, and signing up. */
function recruits(t: TestDatabase, n: SmallNeighborhood) {
  const { rows } = kept(t);
  const announce = (more: Partial<AnnounceHearing> = {}, actor: Actor = n.as.RC) => {
    const input = announceForm.parse({
      ...TEXT,
      hearingId: null,
      roundId: randomUUID(),
      estateId: n.estateId,
      deciderOrgId: n.org.OC,
      ...more,
    });
    return does(t, actor, (tx) => announceHearing(tx, input));
  };
  const roundOf = async (pieceId: string) =>
    (await rows('select subject_id from redaction.piece where id = $1', pieceId))[0]!.subject_id as string;
  /** Announced and approved. */
  const recruiting = async (more: Partial<AnnounceHearing> = {}): Promise<string> => {
    const { pieceId } = good(await announce(more));
    good(await approves(t, n.as.GB, pieceId));
    return roundOf(pieceId);
  };
  const signs = (
    roundId: string,
    more: Partial<SignUp> = {},
    actor: Actor = n.anonymous,
    forOthers = false,
  ) => {
    const input: SignUp = {
      roundId,
      affected: false,
      elder: false,
      stance: 'SUPPORT',
      opinion: '',
      name: '测试某',
      phone: '13800000001',
      ...more,
    };
    return does(t, actor, (tx) => signUp(tx, input, forOthers));
  };
  return { announce, recruiting, signs };
}

/** What the committee does with a round. */
function convenes(t: TestDatabase, n: SmallNeighborhood) {
  const { rows, round } = kept(t);
  const seats = async (roundId: string, seatIds: readonly string[], actor: Actor = n.as.RC) => {
    const { version } = await round(roundId);
    return does(t, actor, (tx) =>
      seatParticipants(tx, { roundId, version: version as number, seatIds: [...seatIds] }),
    );
  };
  const move = async (roundId: string, step: Row, actor: Actor = n.as.RC): Promise<Result<void>> => {
    const input: MoveRound = moveRoundForm.parse({
      balanceReason: '',
      remoteIds: [],
      roundId,
      version: (await round(roundId)).version,
      ...step,
    });
    return does(t, actor, (tx) => moveRound(tx, input));
  };
  const says = (roundId: string, more: Partial<EnterOpinion> = {}, actor: Actor = n.as.RC) => {
    const input: EnterOpinion = {
      id: randomUUID(),
      roundId,
      stance: 'OPPOSE',
      text: '白天停水，老人在家怎么办？',
      source: 'AT_HEARING',
      ...more,
    };
    return does(t, actor, (tx) => enterOpinion(tx, input));
  };
  const answers = async (opinionId: string, more: Row = {}, actor: Actor = n.as.RC) => {
    const [row] = await rows('select version from meetings.hearing_opinion where id = $1', opinionId);
    const answer = { verdict: 'ADOPTED' as const, answer: '白天送水上门，已写进方案。' };
    return does(t, actor, (tx) =>
      answerOpinion(tx, { opinionId, version: (row?.version as number) ?? 1, ...answer, ...more }),
    );
  };
  const publishes = (roundId: string, actor: Actor = n.as.RC) =>
    does(t, actor, (tx) => publishAnswers(tx, { roundId }));
  return { seats, move, says, answers, publishes };
}

/** A neighborhood in which hearings are held. */
export function hearing(t: TestDatabase, n: SmallNeighborhood) {
  const all = { ...kept(t), ...recruits(t, n), ...convenes(t, n) };
  const { recruiting, signs, list, seats, move } = all;
  /** Three who signed up, all with a seat: one affected, one who objects, one elder; set for the evening. */
  const set = async (more: Partial<AnnounceHearing> = {}): Promise<string> => {
    const roundId = await recruiting(more);
    good(await signs(roundId, { name: '测试甲', affected: true, phone: '13800000001' }));
    good(await signs(roundId, { name: '测试乙', affected: true, stance: 'OPPOSE', phone: '13800000002' }));
    good(await signs(roundId, { name: '测试丙', elder: true, phone: '' }, n.as.RC, true));
    t.clock.now = RECRUITED;
    good(
      await seats(
        roundId,
        (await list(roundId)).map((one) => one.id as string),
      ),
    );
    good(await move(roundId, { step: 'set-hearing' }));
    return roundId;
  };
  /** Held in the evening, with two who came and one who followed from home. */
  const held = async (more: Partial<AnnounceHearing> = {}): Promise<string> => {
    const roundId = await set(more);
    t.clock.now = at('2026-11-27 20:30');
    const [one, two, three] = (await list(roundId)).map((row) => row.id as string);
    const record = '会上逐条听了意见，没有表决。';
    good(await move(roundId, { step: 'hold-hearing', record, cameIds: [one, two], remoteIds: [three] }));
    return roundId;
  };
  return { ...all, set, held };
}
