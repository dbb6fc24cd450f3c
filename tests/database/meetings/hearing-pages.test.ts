import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { revealSignUpPhone } from '#modules/meetings/commands/hearing/reveal-sign-up-phone.ts';
import { deskHearing } from '#modules/meetings/queries/hearing/desk-hearings.ts';
import {
  openHearings,
  publicHearing,
  publicHearings,
} from '#modules/meetings/queries/hearing/public-hearings.ts';
import { myData } from '#modules/privacy/queries/my-data.ts';
import { withRules } from '../agreements/adopted-rules.ts';
import { approves } from '../redaction/second-look.ts';
import { does, good, refusal, type SmallNeighborhood, smallNeighborhood } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { ANNOUNCED, at, hearing } from './hearing-stage.ts';

let t: TestDatabase;
let n: SmallNeighborhood;
let h: ReturnType<typeof hearing>;
beforeAll(async () => {
  t = await testDatabase(ANNOUNCED);
});
beforeEach(async () => {
  t.clock.now = ANNOUNCED;
  n = await smallNeighborhood(t);
  await withRules(t, n);
  h = hearing(t, n);
});
afterAll(() => t.close());

const read = async (id: string, actor: Actor = n.anonymous) =>
  (await t.database.inTransaction(actor, (tx) => publicHearing(tx, id)))!;
const desk = async (id: string, actor: Actor = n.as.RC) =>
  (await t.database.inTransaction(actor, (tx) => deskHearing(tx, id)))!;
const hearingOf = async (roundId: string) => (await h.round(roundId)).hearing_id as string;

describe('a hearing as everybody reads it', () => {
  it('tells counts and never a name, a phone or an opinion that has not passed the gate', async () => {
    const roundId = await h.held();
    good(await h.says(roundId));
    const whole = await read(await hearingOf(roundId));
    const text = JSON.stringify(whole);
    for (const hidden of ['测试甲', '测试乙', '测试丙', '1380000', '白天停水', '没有表决'])
      expect(text).not.toContain(hidden);
    const [round] = whole.hearing.rounds;
    expect(round).toMatchObject({
      signedUp: 3,
      came: { all: 3, affected: 2 },
      register: { SUPPORT: 0, OPPOSE: 1, CONDITION: 0 },
      answers: [],
    });
    expect(round?.balance.lines.map((line) => [line.part, line.seated, line.needed])).toEqual([
      ['affected', 2, 2],
      ['opponents', 1, 1],
      ['elders', 1, 1],
    ]);
  });

  it('says that the answers are late once their day is over, and no more when they are out', async () => {
    const roundId = await h.held();
    const id = await hearingOf(roundId);
    expect((await read(id)).hearing.rounds[0]?.isLate).toBe(false);
    t.clock.now = at('2026-12-11 17:01');
    expect((await read(id)).hearing.rounds[0]?.isLate).toBe(true);
    good(await approves(t, n.as.GB, good(await h.publishes(roundId)).pieceId));
    expect((await read(id)).hearing.rounds[0]).toMatchObject({ isLate: false, state: 'ANSWERED' });
  });

  it('shows each reader their own place on the list and nobody else’s', async () => {
    const roundId = await h.recruiting();
    good(await h.signs(roundId, { stance: 'OPPOSE' }, n.residents[0]!));
    const id = await hearingOf(roundId);
    expect((await read(id, n.residents[0]!)).own).toMatchObject([
      { roundId, state: 'WAITING', stance: 'OPPOSE' },
    ]);
    for (const other of [n.residents[1]!, n.anonymous, n.as.PC])
      expect((await read(id, other)).own).toEqual([]);
  });

  it('of another neighborhood is not there', async () => {
    const id = await hearingOf(await h.recruiting());
    const other = await smallNeighborhood(t);
    expect(await t.database.inTransaction(other.anonymous, (tx) => publicHearing(tx, id))).toBeNull();
    expect(await t.database.inTransaction(other.as.RC, (tx) => deskHearing(tx, id))).toBeNull();
    expect(await t.database.inTransaction(other.anonymous, publicHearings)).toEqual([]);
  });
});

describe('the first page', () => {
  it('tells of hearings while one may sign up, the one that closes first on top, and of none after its last day', async () => {
    await h.recruiting({ title: '后截止的听证会', recruitsUntil: '2026-11-26' });
    await h.recruiting({ title: '先截止的听证会', recruitsUntil: '2026-11-24' });
    const told = async () =>
      (await t.database.inTransaction(n.anonymous, openHearings)).map((one) => one.title);
    expect(await told()).toEqual(['先截止的听证会', '后截止的听证会']);
    t.clock.now = at('2026-11-25 00:01');
    expect(await told()).toEqual(['后截止的听证会']);
    t.clock.now = at('2026-11-27 00:01');
    expect(await told()).toEqual([]);
  });
});

describe('a hearing at the desk', () => {
  it('gives the list to the committee alone, and opinions also to whoever decides', async () => {
    const roundId = await h.held();
    good(await h.says(roundId));
    const id = await hearingOf(roundId);
    expect((await desk(id)).list?.map((one) => [one.name, one.phone])).toEqual([
      ['测试甲', '138****0001'],
      ['测试乙', '138****0002'],
      ['测试丙', null],
    ]);
    for (const [actor, reads] of [
      [n.as.OC, true],
      [n.as.PC, false],
      [n.as.GB, false],
      [n.as.AG, false],
    ] as const) {
      const seen = await desk(id, actor);
      expect([seen.list, seen.opinions !== null]).toEqual([null, reads]);
    }
    expect((await desk(id, n.as.OC)).steps).toEqual(['answer-opinion']);
  });

  it('keeps no list once the answers are out, nor after it was cancelled', async () => {
    const answered = await h.held();
    good(await approves(t, n.as.GB, good(await h.publishes(answered)).pieceId));
    expect((await desk(await hearingOf(answered))).list).toBeNull();
    t.clock.now = ANNOUNCED;
    const cancelled = await h.recruiting();
    good(await h.signs(cancelled, { name: '测试丁' }));
    good(await h.move(cancelled, { step: 'cancel-hearing', reason: '资金没有落实' }));
    expect((await desk(await hearingOf(cancelled))).list).toBeNull();
    expect((await h.list(cancelled)).map((one) => [one.name, one.phone_cipher])).toEqual([[null, null]]);
  });

  it('shows a phone to the committee for a reason, and every look is written down', async () => {
    const roundId = await h.recruiting();
    const { signUpId } = good(await h.signs(roundId));
    const look = (actor: Actor) =>
      does(t, actor, (tx) => revealSignUpPhone(tx, { signUpId, reason: '通知开会' }));
    for (const actor of [n.as.GB, n.as.PC, n.residents[0]!, n.anonymous])
      expect(refusal(await look(actor))).toBe('meetings.hearing-not-yours');
    expect(good(await look(n.as.RC))).toBe('13800000001');
    const reads = await h.rows(
      'select subject_kind, subject_id, reason, reader_post_id from platform.contact_read where neighborhood_id = $1',
      n.id,
    );
    expect(reads).toEqual([
      {
        subject_kind: 'hearing-sign-up',
        subject_id: signUpId,
        reason: '通知开会',
        reader_post_id: n.as.RC.post?.postId,
      },
    ]);
  });
});

describe('what is kept about somebody', () => {
  it('tells them which hearings they signed up for, and as what', async () => {
    const roundId = await h.recruiting();
    good(await h.signs(roundId, { stance: 'CONDITION', affected: true, elder: true }, n.residents[0]!));
    const mine = good(await t.database.inTransaction(n.residents[0]!, myData));
    expect(mine.parts.find((part) => part.kind === 'hearings')?.rows).toMatchObject([
      { title: '水管改造要不要先做两个门', affected: true, elder: true, stance: { code: 'CONDITION' } },
    ]);
    const other = good(await t.database.inTransaction(n.residents[1]!, myData));
    expect(other.parts.some((part) => part.kind === 'hearings')).toBe(false);
  });
});
