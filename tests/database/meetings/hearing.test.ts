import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withdrawSignUp } from '#modules/meetings/commands/hearing/withdraw-sign-up.ts';
import { verifyChain } from '#platform/audit/events.ts';
import { withRules } from '../agreements/adopted-rules.ts';
import { approves, pieceAs } from '../redaction/second-look.ts';
import { does, good, refusal, type SmallNeighborhood, smallNeighborhood } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { ANNOUNCED, at, EVENING, hearing, RECRUITED } from './hearing-stage.ts';

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

const ids = async (roundId: string) => (await h.list(roundId)).map((one) => one.id as string);

describe('a hearing is announced', () => {
  it('by the residents’ committee alone, seven days before, under rules of procedure that are in force', async () => {
    for (const actor of [n.as.GB, n.as.OC, n.as.PC, n.residents[0]!, n.anonymous])
      expect(refusal(await h.announce({}, actor))).toBe('meetings.hearing-not-yours');
    expect(refusal(await h.announce({ startsAt: at('2026-11-26 19:00') }))).toBe('meetings.hearing-too-soon');
    expect(refusal(await h.announce({ recruitsUntil: '2026-11-20' }))).toBe('meetings.recruiting-too-short');
    expect(refusal(await h.announce({ deciderOrgId: n.estateId }))).toBe('meetings.no-such-organisation');
    const lawless = await smallNeighborhood(t);
    expect(refusal(await hearing(t, lawless).announce())).toBe('meetings.no-rules');
    good(await h.announce());
  });

  it('to everybody once a second person has approved it; its days count from then', async () => {
    const { pieceId } = good(await h.announce());
    expect(await h.rows('select 1 from meetings.hearing where neighborhood_id = $1', n.id)).toEqual([]);
    expect(refusal(await approves(t, n.as.RC, pieceId))).toBe('redaction.second-person-must-be-another');
    t.clock.now = at('2026-11-21 09:00');
    expect(refusal(await approves(t, n.as.GB, pieceId))).toBe('meetings.hearing-too-soon');
    t.clock.now = ANNOUNCED;
    good(await approves(t, n.as.GB, pieceId));
    const [row] = await h.rows('select code, title from meetings.hearing where neighborhood_id = $1', n.id);
    expect(row).toEqual({ code: 'H-2026-01', title: '水管改造要不要先做两个门' });
  });

  it('with a phone or a name in it waits until somebody has looked', async () => {
    const { pieceId } = good(await h.announce({ background: '请找住户（13800001111）了解水管的情况。' }));
    expect(await pieceAs(t, n.as.RC, pieceId)).toMatchObject({ state: 'DRAFT', open: 1 });
  });
});

describe('signing up', () => {
  it('is open to residents with and without an account, and at the desk to those without a phone', async () => {
    const roundId = await h.recruiting();
    good(await h.signs(roundId, { name: '', phone: '' }, n.residents[0]!));
    good(await h.signs(roundId, { name: '测试甲', phone: '138 0000 0001' }));
    good(await h.signs(roundId, { name: '测试乙', phone: '' }, n.as.RC, true));
    const list = await h.list(roundId);
    expect(list.map((one) => [one.person_id, one.name, one.phone_cipher !== null])).toEqual([
      [n.residents[0]!.personId, null, false],
      [null, '测试甲', true],
      [null, '测试乙', false],
    ]);
    expect(JSON.stringify(list)).not.toContain('13800000001');
    expect(list[2]?.entered_by_post_id).toBe(n.as.RC.post?.postId);
  });

  it('without an account needs a name and a phone that is one; at the desk a name is enough', async () => {
    const roundId = await h.recruiting();
    expect(refusal(await h.signs(roundId, { name: '' }))).toBe('meetings.name-missing');
    expect(refusal(await h.signs(roundId, { phone: '' }))).toBe('meetings.phone-missing');
    expect(refusal(await h.signs(roundId, { phone: '12' }))).toBe('meetings.phone-is-none');
    expect(refusal(await h.signs(roundId, { name: '', phone: '' }, n.as.RC, true))).toBe(
      'meetings.name-missing',
    );
    expect(refusal(await h.signs(roundId, {}, n.as.PC, true))).toBe('meetings.hearing-not-yours');
    expect(refusal(await h.signs(roundId, {}, n.residents[0]!, true))).toBe('meetings.hearing-not-yours');
  });

  it('twice is refused: the same person, and the same name with the same phone; a family shares a phone', async () => {
    const roundId = await h.recruiting();
    good(await h.signs(roundId, {}, n.residents[0]!));
    expect(refusal(await h.signs(roundId, {}, n.residents[0]!))).toBe('meetings.signed-up-already');
    good(await h.signs(roundId, { name: '测试甲' }));
    expect(refusal(await h.signs(roundId, { name: '测试甲' }))).toBe('meetings.signed-up-already');
    good(await h.signs(roundId, { name: '测试乙' }));
  });

  it('ends with the last day, and can be prolonged when somebody is still missing', async () => {
    const roundId = await h.recruiting();
    t.clock.now = at('2026-11-25 23:50');
    good(await h.signs(roundId, { name: '测试甲' }));
    t.clock.now = at('2026-11-26 00:10');
    expect(refusal(await h.signs(roundId, { name: '测试乙' }))).toBe('meetings.recruiting-over');
    const later = {
      recruitsUntil: '2026-12-02',
      startsAt: at('2026-12-04 19:00'),
      place: '居委会二楼会议室',
    };
    good(await h.move(roundId, { step: 'postpone-hearing', ...later, reason: '还没有不同意的人报名' }));
    good(await h.signs(roundId, { name: '测试乙' }));
  });

  it('is taken back by oneself or at the desk, with name and phone gone, and one may come back', async () => {
    const roundId = await h.recruiting();
    const mine = good(await h.signs(roundId, {}, n.residents[0]!));
    const theirs = good(await h.signs(roundId, { name: '测试甲' }));
    const withdraw = (signUpId: string, actor = n.residents[0]!) =>
      does(t, actor, (tx) => withdrawSignUp(tx, { signUpId }));
    for (const actor of [n.residents[1]!, n.anonymous, n.as.PC])
      expect(refusal(await withdraw(mine.signUpId, actor))).toBe('meetings.sign-up-not-found');
    expect(refusal(await withdraw(theirs.signUpId))).toBe('meetings.sign-up-not-found');
    good(await withdraw(mine.signUpId));
    good(await withdraw(theirs.signUpId, n.as.RC));
    expect(refusal(await withdraw(mine.signUpId))).toBe('meetings.sign-up-not-found');
    expect((await h.list(roundId)).map((one) => [one.state, one.name, one.phone_cipher])).toEqual([
      ['WITHDRAWN', null, null],
      ['WITHDRAWN', null, null],
    ]);
    good(await h.signs(roundId, {}, n.residents[0]!));
  });

  it('an opinion given with it stands in the register without the name, and takes a side', async () => {
    const roundId = await h.recruiting();
    const opinion = '先做两个门看看效果。';
    expect(refusal(await h.signs(roundId, { stance: 'OPEN', opinion }))).toBe(
      'meetings.opinion-for-or-against',
    );
    good(await h.signs(roundId, { stance: 'CONDITION', opinion }, n.residents[0]!));
    const [row] = await h.opinions(roundId);
    expect(row).toMatchObject({ number: 1, stance: 'CONDITION', text: opinion, source: 'SIGN_UP' });
    expect(JSON.stringify(row)).not.toContain(n.residents[0]!.personId);
  });

  it('by a proxy puts the elder on the list they act for, not themselves', async () => {
    const roundId = await h.recruiting();
    const proxy = { ...n.residents[1]!, onBehalfOf: n.residents[0]!.personId };
    good(await h.signs(roundId, {}, proxy));
    expect((await h.list(roundId)).map((one) => one.person_id)).toEqual([n.residents[0]!.personId]);
    expect(refusal(await h.signs(roundId, {}, n.residents[0]!))).toBe('meetings.signed-up-already');
    good(await h.signs(roundId, {}, n.residents[1]!));
  });

  it('somebody with a seat who withdraws leaves the check open, and another may take it', async () => {
    const roundId = await h.recruiting();
    const [mine, next] = [n.residents[0]!, n.residents[1]!];
    const first = good(await h.signs(roundId, { affected: true, elder: true, stance: 'OPPOSE' }, mine));
    const second = good(await h.signs(roundId, { affected: true, elder: true, stance: 'OPPOSE' }, next));
    t.clock.now = RECRUITED;
    good(await h.seats(roundId, [first.signUpId]));
    good(await h.move(roundId, { step: 'set-hearing' }));
    good(await does(t, mine, (tx) => withdrawSignUp(tx, { signUpId: first.signUpId })));
    expect(refusal(await h.seats(roundId, []))).toBe('meetings.nobody-seated');
    good(await h.seats(roundId, [second.signUpId]));
  });

  it('of another neighborhood is not there', async () => {
    const roundId = await h.recruiting();
    const other = await smallNeighborhood(t);
    expect(refusal(await h.signs(roundId, {}, other.residents[0]!))).toBe('meetings.hearing-not-found');
    expect(refusal(await h.seats(roundId, [], other.as.RC))).toBe('meetings.hearing-not-found');
  });
});

describe('a hearing is set', () => {
  it('only once recruiting is over and the seats stand for those it concerns', async () => {
    const roundId = await h.recruiting();
    good(await h.signs(roundId, { name: '测试甲', affected: true }));
    good(await h.signs(roundId, { name: '测试乙', stance: 'OPPOSE' }));
    good(await h.signs(roundId, { name: '测试丙', elder: true, affected: true }));
    const [affected, opponent, elder] = await ids(roundId);
    good(await h.seats(roundId, [affected!]));
    expect(refusal(await h.move(roundId, { step: 'set-hearing' }))).toBe('meetings.still-recruiting');
    t.clock.now = RECRUITED;
    const set = () => h.move(roundId, { step: 'set-hearing', balanceReason: '座位不够' });
    expect(refusal(await set())).toBe('meetings.seat-an-opponent');
    good(await h.seats(roundId, [affected!, opponent!]));
    expect(refusal(await set())).toBe('meetings.seat-an-elder');
    good(await h.seats(roundId, [affected!, opponent!, elder!]));
    good(await set());
    expect(await h.round(roundId)).toMatchObject({ state: 'SET', balance_reason: '' });
  });

  it('with a reason when nobody objects or nobody is old, and the reason names nobody', async () => {
    const roundId = await h.recruiting();
    good(await h.signs(roundId, { affected: true }));
    t.clock.now = RECRUITED;
    expect(refusal(await h.move(roundId, { step: 'set-hearing' }))).toBe('meetings.nobody-seated');
    good(await h.seats(roundId, await ids(roundId)));
    expect(refusal(await h.move(roundId, { step: 'set-hearing' }))).toBe('meetings.say-why-unbalanced');
    const because = (balanceReason: string) => h.move(roundId, { step: 'set-hearing', balanceReason });
    expect(refusal(await because('问过13800001111，不来'))).toBe('meetings.names-somebody');
    const reason = '上门问过每一户，没有人反对，也没有老人愿意来。';
    good(await because(reason));
    expect((await h.round(roundId)).balance_reason).toBe(reason);
  });

  it('and a change of seats afterwards passes the same check; another one who was faster is not overwritten', async () => {
    const roundId = await h.set();
    const [affected, opponent, elder] = await ids(roundId);
    expect(refusal(await h.seats(roundId, [affected!, elder!]))).toBe('meetings.seat-an-opponent');
    expect(refusal(await h.seats(roundId, [n.estateId]))).toBe('meetings.sign-up-not-found');
    const before = (await h.round(roundId)).version;
    good(await h.seats(roundId, [affected!, opponent!, elder!]));
    expect(
      refusal(await h.move(roundId, { step: 'cancel-hearing', reason: '改期再议', version: before })),
    ).toBe('meetings.changed-meanwhile');
  });

  it('is put off to later, never to earlier, with a reason', async () => {
    const roundId = await h.set();
    const to = (startsAt: Date) =>
      h.move(roundId, {
        step: 'postpone-hearing',
        recruitsUntil: '2026-11-25',
        startsAt,
        place: '居委会二楼会议室',
        reason: '会议室停电',
      });
    expect(refusal(await to(at('2026-11-27 18:00')))).toBe('meetings.not-later');
    good(await to(at('2026-11-30 19:00')));
    expect(await h.round(roundId)).toMatchObject({ state: 'SET', starts_at: at('2026-11-30 19:00') });
  });

  it('is cancelled with a reason, and another round may follow', async () => {
    const roundId = await h.set();
    good(await h.move(roundId, { step: 'cancel-hearing', reason: '改造资金没有落实' }));
    expect(refusal(await h.signs(roundId))).toBe('meetings.recruiting-over');
    const { hearing_id } = await h.round(roundId);
    good(
      await h.announce({
        hearingId: hearing_id as string,
        recruitsUntil: '2026-12-05',
        startsAt: at('2026-12-07 19:00'),
      }),
    );
  });
});

describe('a hearing is held', () => {
  it('not before it begins, with a record and those who came; somebody may follow from home', async () => {
    const roundId = await h.set();
    const [one, two, three] = await ids(roundId);
    const hold = (more: object) =>
      h.move(roundId, {
        step: 'hold-hearing',
        record: '会上逐条听了意见，没有表决。',
        cameIds: [one],
        ...more,
      });
    t.clock.now = at('2026-11-27 18:59');
    expect(refusal(await hold({}))).toBe('meetings.hearing-to-come');
    t.clock.now = EVENING;
    expect(refusal(await hold({ cameIds: [] }))).toBe('meetings.nobody-came');
    expect(refusal(await hold({ cameIds: [n.estateId] }))).toBe('meetings.sign-up-not-found');
    good(await hold({ cameIds: [one, two], remoteIds: [three] }));
    expect((await h.list(roundId)).map((row) => row.came)).toEqual(['ROOM', 'ROOM', 'REMOTE']);
  });

  it('and every opinion is to be answered within the working days of the rules it was held under', async () => {
    const roundId = await h.held();
    expect((await h.round(roundId)).answer_due_at).toEqual(at('2026-12-11 17:00'));
  });

  it('its register takes what is said in the room from its beginning, and paper before', async () => {
    const roundId = await h.recruiting();
    expect(refusal(await h.says(roundId))).toBe('meetings.hearing-to-come');
    good(await h.says(roundId, { source: 'IN_WRITING' }));
    expect(refusal(await h.says(roundId, { source: 'IN_WRITING' }, n.as.OC))).toBe(
      'meetings.hearing-not-yours',
    );
    const other = await h.held();
    expect(good(await h.says(other)).number).toBe(1);
  });
});

describe('the response table', () => {
  const answered = async (roundId: string) => {
    good(await h.says(roundId, { text: '请先做两个门试试。', stance: 'CONDITION' }));
    good(await h.says(roundId));
    const [first, second] = (await h.opinions(roundId)).map((row) => row.id as string);
    good(await h.answers(first!));
    return { first: first!, second: second! };
  };

  it('answers every opinion, by the committee or whoever decides, with a reason; no opinion is left out', async () => {
    const roundId = await h.held();
    const { second } = await answered(roundId);
    expect(refusal(await h.publishes(roundId))).toBe('meetings.opinions-unanswered');
    const no = { verdict: 'NOT_ADOPTED', answer: '夜里停水更影响休息，白天会送水。' };
    for (const actor of [n.as.PC, n.residents[0]!, n.as.GB])
      expect(refusal(await h.answers(second, no, actor))).toBe('meetings.hearing-not-yours');
    good(await h.answers(second, no, n.as.OC));
    expect(refusal(await h.publishes(roundId, n.as.OC))).toBe('meetings.hearing-not-yours');
    good(await h.publishes(roundId));
  });

  it('is published as a second person approved it, without names; names and phones of the list are then gone', async () => {
    const roundId = await h.held();
    const { second } = await answered(roundId);
    good(await h.answers(second, { verdict: 'PARTLY', answer: '两点以后停水。' }));
    const { pieceId } = good(await h.publishes(roundId));
    expect((await h.opinions(roundId)).map((row) => row.public_text)).toEqual([null, null]);
    good(await approves(t, n.as.GB, pieceId));
    expect(
      (await h.opinions(roundId)).map((row) => [row.public_text, row.verdict, row.public_answer]),
    ).toEqual([
      ['请先做两个门试试。', 'ADOPTED', '白天送水上门，已写进方案。'],
      ['白天停水，老人在家怎么办？', 'PARTLY', '两点以后停水。'],
    ]);
    expect(await h.round(roundId)).toMatchObject({
      state: 'ANSWERED',
      public_record: '会上逐条听了意见，没有表决。',
    });
    expect((await h.list(roundId)).map((row) => [row.name, row.phone_cipher, row.phone_index])).toEqual([
      [null, null, null],
      [null, null, null],
      [null, null, null],
    ]);
    expect((await t.database.inTransaction(n.as.RC, verifyChain)).brokenAt).toBeNull();
  });

  it('that changed since it went to the gate is not published: an answer, or an opinion that came late', async () => {
    const roundId = await h.held();
    const { first, second } = await answered(roundId);
    good(await h.answers(second));
    const { pieceId } = good(await h.publishes(roundId));
    good(await h.answers(first, { verdict: 'NOT_ADOPTED', answer: '后来又不采纳了。' }));
    expect(refusal(await approves(t, n.as.GB, pieceId))).toBe('meetings.answers-changed-meanwhile');
    const again = good(await h.publishes(roundId));
    good(await h.says(roundId));
    expect(refusal(await approves(t, n.as.GB, again.pieceId))).toBe('meetings.answers-changed-meanwhile');
  });

  it('once out changes no more, and takes no further opinion', async () => {
    const roundId = await h.held();
    const { first, second } = await answered(roundId);
    good(await h.answers(second));
    good(await approves(t, n.as.GB, good(await h.publishes(roundId)).pieceId));
    expect(refusal(await h.answers(first))).toBe('meetings.not-in-this-state');
    expect(refusal(await h.says(roundId))).toBe('meetings.not-in-this-state');
    expect(refusal(await h.publishes(roundId))).toBe('meetings.not-in-this-state');
  });
});

describe('rounds', () => {
  it('follow one another, also while it is being carried out, and opinions are numbered through', async () => {
    const first = await h.held();
    good(await h.says(first));
    const hearingId = (await h.round(first)).hearing_id as string;
    t.clock.now = at('2026-11-30 09:00');
    const next = { hearingId, recruitsUntil: '2026-12-05', startsAt: at('2026-12-07 19:00') };
    const second = await h.recruiting({
      ...next,
      stage: 'DURING',
      question: '两个门做完了，全小区照这个做法改吗？',
    });
    expect(await h.round(second)).toMatchObject({ hearing_id: hearingId, number: 2, stage: 'DURING' });
    good(await h.says(second, { source: 'IN_WRITING' }));
    expect((await h.opinions(second)).map((row) => row.number)).toEqual([2]);
    expect(refusal(await h.announce(next))).toBe('meetings.round-still-open');
    expect(await h.rows('select code from meetings.hearing where neighborhood_id = $1', n.id)).toHaveLength(
      1,
    );
  });
});
