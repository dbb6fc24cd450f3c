import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '#kernel/actor.ts';
import { endAppointment } from '#modules/registry/commands/organisations/end-appointment.ts';
import { giveBack } from '#modules/resolutions/commands/organisation-left.ts';
import { deskActions } from '#modules/resolutions/queries/desk-actions.ts';
import { subscriptions } from '#modules/resolutions/subscriptions.server.ts';
import { readOn } from '#platform/outbox/subscription.ts';
import { withRules } from '../agreements/adopted-rules.ts';
import { does, good, refusal, type SmallNeighborhood, smallNeighborhood } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { EVENING, on, storyOf } from './story.ts';

// The edge cases that domain brief §4.4 names, and what its timers set off.

let t: TestDatabase;
let n: SmallNeighborhood;
let s: ReturnType<typeof storyOf>;
beforeAll(async () => {
  t = await testDatabase(EVENING);
});
beforeEach(async () => {
  t.clock.now = EVENING;
  n = await smallNeighborhood(t);
  s = storyOf(t, n);
  await withRules(t, n);
});
afterAll(() => t.close());

const ids = async () => (await s.board()).organisations.flatMap(({ actions }) => actions.map(({ id }) => id));
/** One action of the housing office, taken on. */
async function takenOn(more = {}, resolution = {}): Promise<string> {
  good(await s.record([s.action(more)], resolution));
  const id = (await ids())[0]!;
  good(await s.step(id, { step: 'accept-action' }, n.as.HO));
  return id;
}
const state = async (id: string) => (await s.whole(id)).action.state;
const check = { step: 'check-action', how: 'ON_SITE', said: '到现场看过' };
const report = { step: 'submit-action', evidence: '开了，停进 98 辆' };

/** What the worker does with everything that happened so far. */
async function hear(day: string): Promise<void> {
  for (const subscription of subscriptions) {
    while ((await readOn(t.database, n.id, subscription, on(day))) > 0);
  }
}

describe('who took an action on leaves', () => {
  it('transfer is required: nothing is reported or put off until the head has named somebody', async () => {
    const { postId } = n.as.RC2.post!;
    good(await s.record([s.action({ postId })]));
    const id = (await ids())[0]!;
    good(await s.step(id, { step: 'accept-action' }, n.as.RC));
    const { rows } = await t.ownerPool.query('select id from registry.appointment where post_id = $1', [
      postId,
    ]);
    const leave = { appointmentId: rows[0].id, lastDay: '2026-04-17' };
    good(await does(t, n.as.GB, (tx) => endAppointment(tx, leave), on('2026-04-17')));
    await hear('2026-04-17');
    expect(await s.kinds(id)).toContain('resolutions.holder-left');
    for (const more of [report, { step: 'ask-later', due: '4月24日', reason: '等道闸' }])
      expect(refusal(await s.step(id, more, n.as.RC, '2026-04-18'))).toBe('resolutions.name-somebody-first');
    expect((await s.whole(id, n.as.GB, '2026-04-18')).holderGone).toBe(true);
    const waiting = async () =>
      (await t.database.inTransaction(n.as.RC, deskActions, { now: on('2026-04-18') }))!.waiting.length;
    expect(await waiting()).toBe(1);
    const named = { step: 'transfer-action', postId: n.as.RC.post!.postId, reason: '换人了' };
    good(await s.step(id, named, n.as.RC, '2026-04-18'));
    expect(await waiting()).toBe(0);
    good(await s.step(id, report, n.as.RC, '2026-04-20'));
  });

  it('a post with nobody in it gets no action: a named person answers for each (fixture 9)', async () => {
    await t.ownerPool.query('delete from registry.appointment where post_id = $1', [n.as.HO.post!.postId]);
    expect(refusal(await s.record([s.action()]))).toBe('resolutions.post-vacant');
  });

  it('a company that serves nobody here any more leaves what it took on to the general branch', async () => {
    good(await s.record([s.action({ postId: n.as.PC.post!.postId })]));
    const id = (await ids())[0]!;
    good(await s.step(id, { step: 'accept-action' }, n.as.PC));
    await t.database.inTransaction(systemActor(n.id), (tx) => giveBack(tx, n.org.PC), {
      now: on('2026-04-18'),
    });
    expect(await state(id)).toBe('CONTESTED');
    expect((await s.page('R-2026-01'))!.state).toBe('ADOPTED');
    expect(await s.kinds(id)).toContain('resolutions.organisation-left');
    expect(refusal(await s.step(id, report, n.as.PC, '2026-04-18'))).toBe('resolutions.not-in-this-state');
    const to = { step: 'settle-contest', postId: n.as.OC.post!.postId, reason: '新公司还没有进场' };
    good(await s.step(id, to, n.as.GB, '2026-04-18'));
    good(await s.step(id, { step: 'accept-action' }, n.as.OC, '2026-04-18'));
  });
});

describe('part of an action is done', () => {
  const parts = {
    step: 'split-action',
    doneTask: '先开放八十个车位',
    restTask: '再开放四十个车位',
    restMeasure: '四十个车位停进去',
  };
  it('it is split: what is done goes on to be checked, the rest is an action of its own', async () => {
    const id = await takenOn();
    good(await s.step(id, report, n.as.HO, '2026-04-20'));
    good(await s.step(id, { ...parts, due: '4月27日' }, n.as.GB, '2026-04-20'));
    const [org] = (await s.board('2026-04-20')).organisations;
    expect(org!.actions.map(({ number, task, state, dueOn }) => [number, task, state, dueOn])).toEqual([
      [1, '先开放八十个车位', 'SUBMITTED', '2026-04-20'],
      [2, '再开放四十个车位', 'IN_PROGRESS', '2026-04-27'],
    ]);
    good(await s.step(id, check, n.as.RC, '2026-04-21'));
    good(await s.step(id, { step: 'strike-off' }, n.as.RC, '2026-04-21'));
    expect((await s.page('R-2026-01'))!.state).toBe('IN_EFFECT');
  });
  it('the organisation may split, but a later day is for the general branch to give', async () => {
    const id = await takenOn();
    expect(refusal(await s.step(id, { ...parts, due: '4月27日' }, n.as.HO))).toBe(
      'resolutions.later-is-the-branchs',
    );
    expect(refusal(await s.step(id, { ...parts, due: '尽快' }, n.as.HO))).toBe('resolutions.due-not-a-date');
    expect(refusal(await s.step(id, { ...parts, due: '4月20日' }, n.as.RC))).toBe('resolutions.not-yours');
    good(await s.step(id, { ...parts, due: '4月20日' }, n.as.HO));
  });
  it('of what is blocked, the part that is done goes on and the rest stays blocked', async () => {
    const id = await takenOn();
    good(await s.step(id, { step: 'block-action', reason: '道闸没有到货' }, n.as.HO));
    good(await s.step(id, { ...parts, due: '4月20日' }, n.as.HO));
    const rest = (await ids()).find((one) => one !== id)!;
    expect([await state(id), await state(rest)]).toEqual(['IN_PROGRESS', 'BLOCKED']);
    expect((await s.whole(rest)).reason).toBe('道闸没有到货');
  });
});

describe('an action that depends on another', () => {
  it('cannot be reported done before the other is struck off, and says which one it waits for', async () => {
    good(await s.record([s.action(), s.action({ task: '车位画线编号', after: 1 })]));
    const [first, second] = (await s.board()).organisations[0]!.actions;
    for (const one of [first!, second!]) good(await s.step(one.id, { step: 'accept-action' }, n.as.HO));
    expect([first!.waitsFor, second!.waitsFor]).toEqual([[], ['R-2026-01/1']]);
    expect(refusal(await s.step(second!.id, report, n.as.HO))).toBe('resolutions.waits-for-another');
    good(await s.step(first!.id, report, n.as.HO));
    expect(refusal(await s.step(second!.id, report, n.as.HO))).toBe('resolutions.waits-for-another');
    good(await s.step(first!.id, check, n.as.RC));
    good(await s.step(first!.id, { step: 'strike-off' }, n.as.RC));
    good(await s.step(second!.id, report, n.as.HO));
  });
  it('never waits in a circle, for itself, for what is over or what is not there', async () => {
    good(await s.record([s.action(), s.action({ after: 1 }), s.action({ after: 2 })]));
    const [first, second] = (await s.board()).organisations[0]!.actions;
    const wait = (waitsFor: string, id = first!.id) =>
      s.step(id, { step: 'wait-for-action', waitsFor }, n.as.GB);
    for (const circle of ['R-2026-01/2', 'r2026-1 第3件'])
      expect(refusal(await wait(circle))).toBe('resolutions.in-a-circle');
    for (const none of ['R-2026-01/1', 'R-2026-09/1', '那件事'])
      expect(refusal(await wait(none))).toBe('resolutions.no-such-action');
    good(await s.step(second!.id, { step: 'stop-waiting', reason: '不用等了' }, n.as.GB));
    good(await wait('R-2026-01/2'));
  });
  it('cannot be told to wait for a later row of its own resolution', async () => {
    expect(refusal(await s.record([s.action({ after: 2 }), s.action()]))).toBe('resolutions.no-such-action');
  });
});

describe('a result that is reversed later', () => {
  async function struckOff(): Promise<string> {
    const id = await takenOn();
    good(await s.step(id, report, n.as.HO, '2026-04-20'));
    good(await s.step(id, check, n.as.RC, '2026-04-20'));
    good(await s.step(id, { step: 'strike-off' }, n.as.RC, '2026-04-20'));
    return id;
  }
  const again = { step: 'reopen-action', due: '7月24日', reason: '车库又关了' };
  it('is reopened as a regression within ninety days, counted, and its resolution is in effect again', async () => {
    const id = await struckOff();
    expect((await s.page('R-2026-01'))!.state).toBe('FULFILLED');
    good(await s.step(id, again, n.as.RC, '2026-07-17'));
    expect((await s.whole(id, n.as.GB, '2026-07-17')).action).toMatchObject({
      reopenedTimes: 1,
      dueOn: '2026-07-24',
    });
    expect((await s.page('R-2026-01'))!.state).toBe('IN_EFFECT');
    expect(refusal(await s.step(id, { step: 'strike-off' }, n.as.RC, '2026-07-20'))).toBe(
      'resolutions.not-in-this-state',
    );
  });
  it('after ninety days needs a resolution of its own; by then nobody remembers which', async () => {
    const id = await struckOff();
    good(await s.step(id, again, n.as.RC, '2026-07-19'));
    const late = await s.page('R-2026-01', '2026-07-19');
    expect(late!.actions[0]!.history.map(({ key }) => key)).toEqual([
      'taken-on',
      'reported',
      'checked',
      'struck-off',
      'undone',
    ]);
    good(await s.record([s.action()]));
    const other = (await ids()).find((one) => one !== id)!;
    good(await s.step(other, { step: 'accept-action' }, n.as.HO));
    good(await s.step(other, report, n.as.HO, '2026-04-20'));
    good(await s.step(other, check, n.as.RC, '2026-04-20'));
    good(await s.step(other, { step: 'strike-off' }, n.as.RC, '2026-04-20'));
    expect(refusal(await s.step(other, again, n.as.RC, '2026-07-20'))).toBe('resolutions.too-long-ago');
  });
});
