import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { evidenceCommitment } from '#modules/agreements/commands/commitments/evidence-commitment.ts';
import { judgeCommitment } from '#modules/agreements/commands/commitments/judge-commitment.ts';
import { takeCommitment } from '#modules/agreements/commands/commitments/take-commitment.ts';
import { does, good, refusal, type SmallNeighborhood, smallNeighborhood } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { agreeing, at } from './agreement-draft.ts';

let t: TestDatabase;
let n: SmallNeighborhood;
let a: ReturnType<typeof agreeing>;
let id: string;
beforeAll(async () => {
  t = await testDatabase(at('2026-01-01'));
});
beforeEach(async () => {
  n = await smallNeighborhood(t);
  a = agreeing(t, n);
  id = await a.opened();
});
afterAll(() => t.close());

const times = () =>
  a.times(n.org.PC) as Promise<{ id: string; due: string; state: string; version: number }[]>;
const show = (instanceId: string, version: number, day: string, actor: Actor = n.as.PC) =>
  does(
    t,
    actor,
    (tx) => evidenceCommitment(tx, { instanceId, version, evidence: '72 个门都查过，换了 5 盏。' }),
    at(day),
  );
const judge = (
  instanceId: string,
  version: number,
  verdict: 'CONFIRM' | 'SEND_BACK',
  note = '',
  actor: Actor = n.as.RC2,
) => does(t, actor, (tx) => judgeCommitment(tx, { instanceId, version, verdict, note }), at('2026-04-02'));
const take = (more = {}, actor: Actor = n.as.PC, day = '2026-02-10') =>
  does(
    t,
    actor,
    (tx) =>
      takeCommitment(tx, {
        agreementId: id,
        organisationId: actor.post!.orgId,
        postId: actor.post!.postId,
        promise: '自行车按楼号划好车位',
        measure: '划线完成并挂牌',
        period: null,
        dueOn: '2026-05-31',
        replacesId: null,
        measuredBy: null,
        enoughPercent: null,
        ...more,
      }),
    at(day),
  );

describe('commitments', () => {
  it('begin with the signature of their organisation, and fall due in every period until the agreement ends', async () => {
    expect(await times()).toEqual([]);
    good(await a.sign(id, n.as.PC));
    expect((await times()).map((one) => one.due)).toEqual([
      '2026-03-31',
      '2026-06-30',
      '2026-09-30',
      '2026-12-31',
      '2027-01-07',
    ]);
  });

  it('of a draft name a post of their own organisation, and a day or a period', async () => {
    const { id: draft } = good(await a.draft({ label: 'v9' }));
    expect(refusal(await a.commitment(draft, 1, n.as.PC))).toBe('agreements.not-a-party');
    good(await a.party(draft, 1, n.org.PC));
    expect(refusal(await a.commitment(draft, 2, n.as.PC, { postId: n.as.OC.post!.postId }))).toBe(
      'agreements.post-of-another',
    );
    expect(refusal(await a.commitment(draft, 2, n.as.PC, { period: null }))).toBe('agreements.day-or-period');
    expect(refusal(await a.commitment(draft, 2, n.as.PC, { dueOn: '2026-03-01' }))).toBe(
      'agreements.day-or-period',
    );
    expect(refusal(await a.commitment(draft, 2, n.as.PC, { period: null, dueOn: '2028-01-01' }))).toBe(
      'agreements.due-outside-term',
    );
  });

  it('are shown by their own organisation and confirmed by another, never by itself', async () => {
    good(await a.sign(id, n.as.PC));
    const [first, second] = await times();
    expect(refusal(await show(first!.id, 1, '2026-03-20', n.as.OC))).toBe('agreements.agreement-not-yours');
    expect(refusal(await show(second!.id, 1, '2026-03-20'))).toBe('agreements.commitment-too-early');
    expect(refusal(await judge(first!.id, 1, 'CONFIRM'))).toBe('agreements.commitment-nothing-shown');
    good(await show(first!.id, 1, '2026-03-20'));
    expect(refusal(await judge(first!.id, 2, 'CONFIRM', '', n.as.PC))).toBe('agreements.commitment-own');
    expect(refusal(await judge(first!.id, 2, 'CONFIRM', '', n.residents[0]!))).toBe(
      'agreements.agreement-not-yours',
    );
    good(await judge(first!.id, 2, 'CONFIRM'));
    expect((await times())[0]!.state).toBe('CONFIRMED');
    expect(refusal(await show(first!.id, 3, '2026-04-03'))).toBe('agreements.commitment-settled');
  });

  it('sent back with what is missing can be shown again', async () => {
    good(await a.sign(id, n.as.PC));
    const [first] = await times();
    good(await show(first!.id, 1, '2026-03-20'));
    expect(refusal(await judge(first!.id, 2, 'SEND_BACK'))).toBe('agreements.why-sent-back');
    good(await judge(first!.id, 2, 'SEND_BACK', '缺 S12 的记录'));
    expect((await times())[0]!.state).toBe('ACTIVE');
    expect(refusal(await show(first!.id, 2, '2026-04-03'))).toBe('agreements.changed-meanwhile');
    good(await show(first!.id, 3, '2026-04-03'));
  });

  it('are taken on later by a party that signed, for itself, and one may take the place of another', async () => {
    expect(refusal(await take())).toBe('agreements.agreement-not-in-force');
    good(await a.sign(id, n.as.GB));
    good(await a.sign(id, n.as.PC));
    expect(refusal(await take({}, n.as.OC))).toBe('agreements.sign-first');
    expect(refusal(await take({ organisationId: n.org.GB }))).toBe('agreements.agreement-not-yours');
    expect(refusal(await take({ dueOn: '2026-02-09' }))).toBe('agreements.not-backwards');
    const [old] = await a.rows('select id from agreements.commitment where organisation_id = $1', n.org.PC);
    good(await take({ replacesId: old!.id, period: 'MONTH', dueOn: null }));
    const states = await a.rows(
      'select state from agreements.commitment where organisation_id = $1 order by taken_at',
      n.org.PC,
    );
    expect(states.map((one) => one.state)).toEqual(['REVISED', 'ACTIVE']);
    expect((await times()).filter((one) => one.state === 'DROPPED')).toHaveLength(5);
  });
});
