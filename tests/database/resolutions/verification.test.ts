import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '#kernel/actor.ts';
import { tellLights } from '#modules/resolutions/commands/tell-lights.ts';
import { personalDataOf } from '#modules/resolutions/facade.server.ts';
import { deskActions } from '#modules/resolutions/queries/desk-actions.ts';
import { withRules } from '../agreements/adopted-rules.ts';
import {
  good,
  refusal,
  type SmallNeighborhood,
  smallNeighborhood,
  submitted,
} from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { EVENING, on, storyOf } from './story.ts';

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

/** An action that came from a report of the first resident, reported done on its day. */
async function reported(matter: Parameters<typeof submitted>[2] = {}, reporter = n.residents[0]!) {
  const { matterId, code } = await submitted(t, n, matter, reporter);
  good(await s.record([s.action()], { matterIds: [matterId] }));
  const { id } = (await s.board()).organisations[0]!.actions[0]!;
  good(await s.step(id, { step: 'accept-action' }, n.as.HO));
  good(await s.step(id, { step: 'submit-action', evidence: '开了，停进 98 辆' }, n.as.HO, '2026-04-20'));
  return { id, matterId, code };
}
const check = (how = 'ON_SITE') => ({ step: 'check-action', how, said: '车位都开着' });
const strike = { step: 'strike-off' };
const said = (answer: string, words = '', how = 'PHONE') => ({
  step: 'record-answer',
  answer,
  how,
  said: words,
});
const DAY = '2026-04-21';

describe('verification by another organisation and by who asked for it', () => {
  it('both are needed: checked is not enough, nor is a content reporter', async () => {
    const { id } = await reported();
    good(await s.step(id, { step: 'answer-as-requester', answer: 'AGREES' }, n.residents[0]!, DAY));
    expect(refusal(await s.step(id, strike, n.as.RC, DAY))).toBe('resolutions.not-in-this-state');
    good(await s.step(id, check('RECORDS'), n.as.RC, DAY));
    good(await s.step(id, strike, n.as.RC, DAY));
    const other = await reported();
    good(await s.step(other.id, check(), n.as.RC, DAY));
    expect(refusal(await s.step(other.id, strike, n.as.RC, DAY))).toBe('resolutions.requester-not-asked');
    expect((await s.whole(other.id, n.as.RC, DAY)).verdict).toBe('REQUESTER_NOT_ASKED');
  });

  it('the reporter is asked on the page of the resolution, and nobody else is', async () => {
    await reported();
    const asked = async (actor: typeof n.anonymous) =>
      (await s.page('R-2026-01', DAY, actor))!.actions[0]!.mayAnswer;
    expect(await asked(n.residents[0]!)).toBe(true);
    for (const actor of [n.residents[1]!, n.anonymous, n.as.HO, n.as.RC])
      expect(await asked(actor)).toBe(false);
  });

  it('nobody answers for another: not a neighbor, not staff as if it were theirs', async () => {
    const { id } = await reported();
    const yes = { step: 'answer-as-requester', answer: 'AGREES' };
    for (const actor of [n.residents[1]!, n.anonymous, n.as.HO, n.as.RC, n.as.GB])
      expect(refusal(await s.step(id, yes, actor, DAY))).toBe('resolutions.not-yours');
  });

  it('a no keeps it open and says what is missing; when both agree to disagree, it goes back', async () => {
    const { id } = await reported();
    const no = { step: 'answer-as-requester', answer: 'DISAGREES' };
    expect(refusal(await s.step(id, no, n.residents[0]!, DAY))).toBe('resolutions.say-what-is-missing');
    good(await s.step(id, { ...no, said: '晚上没有灯' }, n.residents[0]!, DAY));
    good(await s.step(id, check(), n.as.RC, DAY));
    expect(refusal(await s.step(id, strike, n.as.RC, DAY))).toBe('resolutions.requester-says-no');
    good(await s.step(id, { step: 'return-action', reason: '装上灯再报' }, n.as.RC, DAY));
    good(await s.step(id, { step: 'submit-action', evidence: '装了十二盏灯' }, n.as.HO, '2026-04-23'));
    const seen = await s.whole(id, n.as.RC, '2026-04-23');
    expect([seen.verdict, seen.check, seen.answers]).toEqual(['NOT_CHECKED', null, []]);
    good(await s.step(id, check(), n.as.RC, '2026-04-23'));
    good(await s.step(id, said('AGREES', '现在亮了'), n.as.RC, '2026-04-23'));
    good(await s.step(id, strike, n.as.GB, '2026-04-24'));
  });

  it('who changes their mind is counted once, as they said last', async () => {
    const { id } = await reported();
    const answer = (words: string, yes: boolean) =>
      s.step(
        id,
        { step: 'answer-as-requester', answer: yes ? 'AGREES' : 'DISAGREES', said: words },
        n.residents[0]!,
        DAY,
      );
    good(await answer('', true));
    good(await answer('晚上又关了', false));
    good(await s.step(id, check(), n.as.RC, DAY));
    expect(refusal(await s.step(id, strike, n.as.RC, DAY))).toBe('resolutions.requester-says-no');
    good(await answer('又开了', true));
    good(await s.step(id, strike, n.as.RC, DAY));
  });

  it('what a reporter said is kept without phones and rooms, and is theirs to see among what is kept about them', async () => {
    const { id } = await reported();
    const no = { step: 'answer-as-requester', answer: 'DISAGREES', said: '灯还不亮，打 13800001234 找我' };
    good(await s.step(id, no, n.residents[0]!, DAY));
    const kept = async (of: number) => {
      const [part] = await t.database.inTransaction(n.residents[of]!, (tx) =>
        personalDataOf(tx, n.residents[of]!.personId!),
      );
      return part!.rows.map(({ code, text }) => [code, text]);
    };
    expect(await kept(0)).toEqual([['R-2026-01', '灯还不亮，打 *** 找我']]);
    expect(await kept(1)).toEqual([]);
  });

  it('three days of nobody answering, and somebody who went and looked, are enough', async () => {
    const { id } = await reported();
    good(await s.step(id, check(), n.as.RC, DAY));
    for (const day of ['2026-04-21', '2026-04-21', '2026-04-22']) {
      good(await s.step(id, said('NO_ANSWER'), n.as.RC, day));
      expect(refusal(await s.step(id, strike, n.as.RC, day))).toBe('resolutions.requester-not-asked');
    }
    good(await s.step(id, said('NO_ANSWER'), n.as.RC, '2026-04-23'));
    good(await s.step(id, strike, n.as.RC, '2026-04-23'));
  });

  it('where nobody can be asked somebody has to go and look: papers are not enough', async () => {
    const { id } = await reported({ reporter: 'ANONYMOUS' }, n.anonymous);
    expect((await s.whole(id, n.as.RC, DAY)).answers).toBeNull();
    expect(refusal(await s.step(id, said('AGREES'), n.as.RC, DAY))).toBe('resolutions.nobody-to-ask');
    good(await s.step(id, check('RECORDS'), n.as.RC, DAY));
    expect(refusal(await s.step(id, strike, n.as.RC, DAY))).toBe('resolutions.needs-a-look');
    good(await s.step(id, { step: 'return-action', reason: '先去看' }, n.as.RC, DAY));
    good(await s.step(id, { step: 'submit-action', evidence: '请来看' }, n.as.HO, DAY));
    good(await s.step(id, check('ON_SITE'), n.as.RC, DAY));
    good(await s.step(id, strike, n.as.RC, DAY));
  });

  it('an organisation that asked for help says itself how it was done, and not about its own work', async () => {
    const { matterId } = await submitted(
      t,
      n,
      { channel: 'ORGANISATION', reporter: 'ORGANISATION' },
      n.as.OC,
    );
    good(await s.record([s.action(), s.action({ postId: n.as.OC.post!.postId })], { matterIds: [matterId] }));
    const of = async (org: string) =>
      (await s.board()).organisations.find((one) => one.org.id === org)!.actions[0]!.id;
    const [theirs, own] = [await of(n.org.HO), await of(n.org.OC)];
    good(await s.step(theirs, { step: 'accept-action' }, n.as.HO));
    good(await s.step(own, { step: 'accept-action' }, n.as.OC));
    good(await s.step(theirs, { step: 'submit-action', evidence: '开了' }, n.as.HO));
    good(await s.step(own, { step: 'submit-action', evidence: '通知贴了' }, n.as.OC));
    const yes = { step: 'answer-as-requester', answer: 'AGREES' };
    good(await s.step(theirs, yes, n.as.OC));
    expect(refusal(await s.step(own, yes, n.as.OC))).toBe('resolutions.not-yours');
  });
});

describe('lights and what each sets off', () => {
  const sweep = (day: string, time = 'T02:00:00Z') =>
    t.database.inTransaction(systemActor(n.id), tellLights, { now: new Date(`${day}${time}`) });
  const lights = async (id: string) =>
    (await s.kinds(id)).filter((kind) => /due-soon|overdue/.test(kind)).map((kind) => kind.slice(12));

  it('yellow, orange and red are each told once, at nine in the morning, red to the street and the reporter', async () => {
    const { matterId } = await submitted(t, n);
    good(await s.record([s.action({ due: '4月24日' })], { matterIds: [matterId] }));
    const { id } = (await s.board()).organisations[0]!.actions[0]!;
    good(await s.step(id, { step: 'accept-action' }, n.as.HO));
    await sweep('2026-04-22', 'T00:59:00Z');
    expect(await lights(id)).toEqual([]);
    for (const day of ['2026-04-22', '2026-04-22', '2026-04-23', '2026-04-24']) await sweep(day);
    expect(await lights(id)).toEqual(['due-soon']);
    for (const day of ['2026-04-25', '2026-04-27', '2026-04-30']) await sweep(day);
    expect(await lights(id)).toEqual(['due-soon', 'overdue']);
    expect(await s.kinds(matterId)).not.toContain('matters.decision-late');
    for (const day of ['2026-05-06', '2026-05-11', '2026-05-12', '2026-05-13']) await sweep(day);
    expect(await lights(id)).toEqual(['due-soon', 'overdue', 'long-overdue']);
    expect((await s.kinds(matterId)).filter((kind) => kind === 'matters.decision-late')).toHaveLength(1);
  });

  it('an event of red carries what a higher tier needs to hear: which action, whose, which matters', async () => {
    const { id, matterId } = await reported();
    good(await s.step(id, { step: 'return-action', reason: '没有开' }, n.as.RC));
    await sweep('2026-05-13');
    const { rows } = await t.ownerPool.query(
      "select data from platform.event where subject_id = $1 and kind = 'resolutions.long-overdue'",
      [id],
    );
    expect(rows[0].data).toMatchObject({
      code: 'R-2026-01',
      number: 1,
      leadOrgId: n.org.HO,
      dueOn: '2026-04-20',
      matterIds: [matterId],
    });
  });

  it('red waits for the street, which says its word once; a new day begins anew', async () => {
    good(await s.record([s.action()]));
    const { id } = (await s.board()).organisations[0]!.actions[0]!;
    good(await s.step(id, { step: 'accept-action' }, n.as.HO));
    const street = { ...n.as.AG, role: 'ST' as const };
    const word = { step: 'supervise-action', reason: '本周内办好，街道周五来看' };
    expect(refusal(await s.step(id, word, street, '2026-04-21'))).toBe('resolutions.not-in-this-state');
    const waiting = async (day: string) =>
      (await t.database.inTransaction(street, deskActions, { now: on(day) }))!.waiting.length;
    expect([await waiting('2026-04-21'), await waiting('2026-05-06')]).toEqual([0, 1]);
    expect(refusal(await s.step(id, word, n.as.GB, '2026-05-06'))).toBe('resolutions.not-yours');
    good(await s.step(id, word, street, '2026-05-06'));
    expect(await waiting('2026-05-06')).toBe(0);
    expect((await s.whole(id, n.as.HO, '2026-05-06')).streetSaid).toBe('本周内办好，街道周五来看');
    expect(refusal(await s.step(id, word, street, '2026-05-07'))).toBe('resolutions.not-in-this-state');
  });

  it('an organisation that says neither yes nor no in a working day is told, and the general branch may settle', async () => {
    good(await s.record([s.action()]));
    const { id } = (await s.board()).organisations[0]!.actions[0]!;
    const give = { step: 'settle-contest', postId: n.as.AG.post!.postId, reason: '一直没有回话' };
    expect(refusal(await s.step(id, give, n.as.GB, '2026-04-17'))).toBe('resolutions.not-in-this-state');
    await sweep('2026-04-17', 'T08:59:00Z');
    expect(await s.kinds(id)).not.toContain('resolutions.accept-overdue');
    for (const day of ['2026-04-18', '2026-04-20']) await sweep(day);
    expect((await s.kinds(id)).filter((kind) => kind === 'resolutions.accept-overdue')).toHaveLength(1);
    good(await s.step(id, give, n.as.GB, '2026-04-20'));
    expect((await s.whole(id, n.as.GB, '2026-04-20')).action).toMatchObject({
      state: 'PROPOSED',
      lead: { id: n.org.AG },
    });
  });
});
