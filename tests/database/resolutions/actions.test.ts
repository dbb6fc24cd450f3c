import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { moveAction } from '#modules/resolutions/commands/move-action.ts';
import { recordResolution } from '#modules/resolutions/commands/record-resolution.ts';
import { recordForm, type StepInput, stepForm } from '#modules/resolutions/forms/resolutions.ts';
import { actionBoard } from '#modules/resolutions/queries/action-board.ts';
import { actionDetail } from '#modules/resolutions/queries/action-detail.ts';
import { deskActions } from '#modules/resolutions/queries/desk-actions.ts';
import { withRules } from '../agreements/adopted-rules.ts';
import { does, good, refusal, type SmallNeighborhood, smallNeighborhood } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';

/** Thursday 2026-04-16 evening, when the ad hoc meeting ends. */
const EVENING = new Date('2026-04-16T12:30:00Z');
const on = (day: string) => new Date(`${day}T02:00:00Z`);

let t: TestDatabase;
let n: SmallNeighborhood;
beforeAll(async () => {
  t = await testDatabase(EVENING);
});
beforeEach(async () => {
  n = await smallNeighborhood(t);
});
afterAll(() => t.close());

const action = (more = {}) => ({
  task: '开放滨江停车场一百二十个车位',
  postId: n.as.HO.post!.postId,
  due: '4月20日',
  measure: '首批住户停进去，居民回访',
  ...more,
});
const record = (actions: readonly object[], more = {}, actor: Actor = n.as.GB) =>
  does(
    t,
    actor,
    (tx) =>
      recordResolution(
        tx,
        recordForm.parse({
          id: randomUUID(),
          meeting: '4 月 16 日临时联席会议',
          resolvedOn: '2026-04-16',
          text: '施工期间向受影响住户免费开放滨江停车场。',
          actions,
          ...more,
        }),
      ),
    EVENING,
  );
const whole = async (id: string, actor: Actor = n.as.GB, day = '2026-04-17') =>
  (await t.database.inTransaction(actor, (tx) => actionDetail(tx, id), { now: on(day) }))!;
const board = (day = '2026-04-17', actor: Actor = n.anonymous) =>
  t.database.inTransaction(actor, (tx) => actionBoard(tx, 40), { now: on(day) });

/** One action of the housing office, and a way to take it further at the version it has. */
async function recorded(more = {}): Promise<string> {
  await withRules(t, n);
  good(await record([action(more)]));
  return (await board()).organisations[0]!.actions[0]!.id;
}
async function step(id: string, input: Record<string, unknown>, actor: Actor, day = '2026-04-17') {
  const { rows } = await t.ownerPool.query('select version from resolutions.action_item where id = $1', [id]);
  const read = stepForm.parse({ actionId: id, version: rows[0].version, ...input }) as StepInput;
  return does(t, actor, (tx) => moveAction(tx, read), on(day));
}
const state = async (id: string, day = '2026-04-17') => (await whole(id, n.as.GB, day)).action.state;

describe('a resolution (fixture 9)', () => {
  it('cannot be recorded before rules of procedure are in force', async () => {
    expect(refusal(await record([action()]))).toBe('resolutions.no-rules');
  });

  it('without organisation, post, date or measure is refused, and 「尽快」 is no date', async () => {
    await withRules(t, n);
    const whole = { id: randomUUID(), meeting: '临时会议', resolvedOn: '2026-04-16', text: '免费开放停车场' };
    expect(recordForm.safeParse({ ...whole, actions: [action()] }).success).toBe(true);
    expect(recordForm.safeParse({ ...whole, actions: [] }).success).toBe(false);
    for (const missing of ['postId', 'due', 'measure', 'task']) {
      const { [missing]: _gone, ...rest } = action() as Record<string, unknown>;
      expect([missing, recordForm.safeParse({ ...whole, actions: [rest] }).success]).toEqual([
        missing,
        false,
      ]);
    }
    for (const due of ['尽快', '月底前', ''])
      expect(refusal(await record([action({ due })]))).toBe('resolutions.due-not-a-date');
    expect(refusal(await record([action({ due: '4月19日' })]))).toBe('resolutions.due-not-a-workday');
    expect(refusal(await record([action({ due: '2026-04-15' })]))).toBe('resolutions.due-gone-by');
    expect(refusal(await record([action({ postId: randomUUID() })]))).toBe('resolutions.no-such-post');
    expect((await board()).organisations).toEqual([]);
  });

  it('is numbered within its year, and stands on the board by organisation and post, with nobody’s name', async () => {
    await withRules(t, n);
    expect(good(await record([action()])).code).toBe('R-2026-01');
    expect(good(await record([action(), action({ postId: n.as.PC.post!.postId })])).code).toBe('R-2026-02');
    const seen = await board();
    expect(seen.organisations.map(({ org, actions }) => [org.nameZh, actions.length])).toEqual(
      expect.arrayContaining([
        ['测试HO', 2],
        ['测试PC', 1],
      ]),
    );
    expect(JSON.stringify(seen)).not.toMatch(/HO测试|PC测试|person/i);
  });

  it('is recorded by the general branch alone, and not before the meeting', async () => {
    await withRules(t, n);
    for (const actor of [n.as.RC, n.as.PC, n.as.OC, n.as.HO, n.residents[0]!, n.anonymous])
      expect(refusal(await record([action()], {}, actor))).toBe('resolutions.not-yours-to-record');
    expect(refusal(await record([action()], { resolvedOn: '2026-04-17' }))).toBe(
      'resolutions.meeting-to-come',
    );
  });
});

describe('an action', () => {
  it('is taken on by the head with a named person, done, verified by others and struck off', async () => {
    const id = await recorded();
    expect((await whole(id)).acceptDueAt?.toISOString()).toBe('2026-04-17T09:00:00.000Z');
    good(await step(id, { step: 'accept-action' }, n.as.HO));
    expect((await whole(id)).person).toBe('HO测试');
    good(await step(id, { step: 'submit-action', evidence: '今天开了，停进 98 辆' }, n.as.HO, '2026-04-20'));
    for (const own of [{ step: 'check-action', how: 'ON_SITE', said: '看过了' }, { step: 'strike-off' }])
      expect(refusal(await step(id, own, n.as.HO, '2026-04-20'))).toBe('resolutions.not-by-the-doer');
    expect(refusal(await step(id, { step: 'strike-off' }, n.as.RC, '2026-04-21'))).toBe(
      'resolutions.not-in-this-state',
    );
    good(
      await step(id, { step: 'check-action', how: 'ON_SITE', said: '去看过，停满了' }, n.as.RC, '2026-04-21'),
    );
    good(await step(id, { step: 'strike-off' }, n.as.RC, '2026-04-21'));
    const seen = await board('2026-04-21');
    expect(seen.organisations).toEqual([]);
    expect(seen.done[0]).toMatchObject({ light: 'DONE', struckOffOn: '2026-04-21' });
    expect(seen.counts).toEqual({ all: 1, inTime: 1 });
  });

  it('of the committee is never verified by the committee', async () => {
    const id = await recorded({ postId: n.as.RC.post!.postId });
    good(await step(id, { step: 'accept-action' }, n.as.RC));
    good(await step(id, { step: 'submit-action', evidence: '贴好了通知' }, n.as.RC2));
    expect(refusal(await step(id, { step: 'strike-off' }, n.as.RC2))).toBe('resolutions.not-by-the-doer');
    good(await step(id, { step: 'return-action', reason: '三号楼还没有贴' }, n.as.GB));
    expect(await state(id)).toBe('IN_PROGRESS');
    expect((await whole(id)).reason).toBe('三号楼还没有贴');
  });

  it('is contested with a reason, and the general branch gives it to whom it belongs', async () => {
    const id = await recorded();
    good(await step(id, { step: 'contest-action', reason: '停车场归城投管' }, n.as.HO));
    expect(
      refusal(await step(id, { step: 'settle-contest', postId: randomUUID(), reason: '改派' }, n.as.GB)),
    ).toBe('resolutions.no-such-post');
    good(
      await step(
        id,
        { step: 'settle-contest', postId: n.as.AG.post!.postId, reason: '由城投单位办' },
        n.as.GB,
      ),
    );
    const found = await whole(id);
    expect([found.action.state, found.action.lead.id]).toEqual(['PROPOSED', n.org.AG]);
    expect(refusal(await step(id, { step: 'accept-action' }, n.as.HO))).toBe('resolutions.not-yours');
    good(await step(id, { step: 'accept-action' }, n.as.AG));
  });

  it('gets a later day only when asked before the old one is over, and decided by the general branch', async () => {
    const id = await recorded();
    good(await step(id, { step: 'accept-action' }, n.as.HO));
    const ask = (due: string, day = '2026-04-17') =>
      step(id, { step: 'ask-later', due, reason: '道闸要换' }, n.as.HO, day);
    expect(refusal(await ask('4月20日'))).toBe('resolutions.not-later');
    expect(refusal(await ask('尽快'))).toBe('resolutions.due-not-a-date');
    expect(refusal(await ask('4月24日', '2026-04-21'))).toBe('resolutions.too-late-to-ask');
    good(await ask('4月24日'));
    expect(refusal(await ask('4月27日'))).toBe('resolutions.not-in-this-state');
    expect(refusal(await step(id, { step: 'grant-later' }, n.as.HO))).toBe('resolutions.not-yours');
    good(await step(id, { step: 'grant-later' }, n.as.GB));
    const found = await whole(id);
    expect([found.action.dueOn, found.firstDueOn, found.wanted]).toEqual(['2026-04-24', '2026-04-20', null]);
  });

  it('is passed on within the organisation only', async () => {
    const id = await recorded({ postId: n.as.RC.post!.postId });
    good(await step(id, { step: 'accept-action' }, n.as.RC));
    const pass = (postId: string) => step(id, { step: 'transfer-action', postId, reason: '换人' }, n.as.RC);
    expect(refusal(await pass(n.as.PC.post!.postId))).toBe('resolutions.no-such-post');
    good(await pass(n.as.RC2.post!.postId));
    expect((await whole(id)).person).toBe('RC2测试');
  });

  it('that came undone begins again, and everybody sees how often', async () => {
    const id = await recorded();
    good(await step(id, { step: 'accept-action' }, n.as.HO));
    good(await step(id, { step: 'submit-action', evidence: '开了' }, n.as.HO));
    good(await step(id, { step: 'check-action', how: 'ON_SITE', said: '看过了' }, n.as.GB));
    good(await step(id, { step: 'strike-off' }, n.as.GB));
    good(await step(id, { step: 'reopen-action', due: '5月13日', reason: '又关了' }, n.as.RC, '2026-05-06'));
    const [org] = (await board('2026-05-06')).organisations;
    expect(org!.actions[0]).toMatchObject({
      state: 'IN_PROGRESS',
      light: 'ON_TIME',
      dueOn: '2026-05-13',
      reopenedTimes: 1,
    });
  });

  it('waits where it has to: with the head, then with whoever verifies; lights follow the days', async () => {
    const id = await recorded();
    const waiting = async (actor: Actor) =>
      (await t.database.inTransaction(actor, deskActions, { now: on('2026-04-17') }))?.waiting.length;
    expect([await waiting(n.as.HO), await waiting(n.as.GB), await waiting(n.as.PC)]).toEqual([1, 0, 0]);
    good(await step(id, { step: 'accept-action' }, n.as.HO));
    good(await step(id, { step: 'submit-action', evidence: '开了' }, n.as.HO));
    expect([await waiting(n.as.HO), await waiting(n.as.RC)]).toEqual([0, 1]);
    good(await step(id, { step: 'return-action', reason: '还没有开' }, n.as.RC));
    const light = async (day: string) => (await board(day)).organisations[0]!.actions[0]!.light;
    expect([await light('2026-04-17'), await light('2026-04-21'), await light('2026-04-28')]).toEqual([
      'YELLOW',
      'ORANGE',
      'RED',
    ]);
  });

  it('taken by two at once: the second is told', async () => {
    const id = await recorded();
    const stale = stepForm.parse({ actionId: id, version: 1, step: 'accept-action' }) as StepInput;
    good(await does(t, n.as.HO, (tx) => moveAction(tx, stale), on('2026-04-17')));
    expect(refusal(await does(t, n.as.HO, (tx) => moveAction(tx, stale), on('2026-04-17')))).toBe(
      'resolutions.changed-meanwhile',
    );
  });

  it('is nobody’s to open outside the parties, and not there in another neighborhood', async () => {
    const id = await recorded();
    expect(await t.database.inTransaction(n.residents[0]!, (tx) => actionDetail(tx, id))).toBeNull();
    const other = await smallNeighborhood(t);
    expect(await t.database.inTransaction(other.as.GB, (tx) => actionDetail(tx, id))).toBeNull();
    expect(refusal(await step(id, { step: 'accept-action' }, other.as.HO))).toBe(
      'resolutions.action-not-found',
    );
    expect((await board('2026-04-17', other.anonymous)).organisations).toEqual([]);
  });
});
