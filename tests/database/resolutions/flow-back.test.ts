import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mergeMatter } from '#modules/matters/commands/triage/merge-matter.ts';
import { progress } from '#modules/matters/queries/resident/progress.ts';
import { withRules } from '../agreements/adopted-rules.ts';
import {
  does,
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

const told = async (code: string, day = '2026-04-17', reporter = n.residents[0]!) =>
  (await t.database.inTransaction(reporter, (tx) => progress(tx, code, false), { now: on(day) }))!.timeline
    .filter((entry) => entry.key.startsWith('decision-'))
    .map(({ key, org, text, day: due }) => [key, org?.nameZh ?? null, text, due]);

/** A matter of the first resident, and a resolution that came from it. */
async function decided(more = {}) {
  const matter = await submitted(t, n);
  const answer = good(await s.record([s.action()], { matterIds: [matter.matterId], ...more }));
  const action = (await s.board()).organisations[0]!.actions[0]!;
  return { matter, code: answer.code, id: action.id };
}

describe('a decision flows back to the matters it came from', () => {
  it('their reporter reads what was decided, who took it on, until when, and when it was struck off', async () => {
    const { matter, code, id } = await decided();
    expect(await told(matter.code)).toEqual([
      ['decision-made', null, '施工期间向受影响住户免费开放滨江停车场。', null],
    ]);
    good(await s.step(id, { step: 'accept-action' }, n.as.HO));
    good(await s.step(id, { step: 'ask-later', due: '4月22日', reason: '道闸要换' }, n.as.HO));
    good(await s.step(id, { step: 'grant-later' }, n.as.GB));
    good(await s.step(id, { step: 'submit-action', evidence: '开了' }, n.as.HO, '2026-04-20'));
    good(await s.step(id, { step: 'check-action', how: 'ON_SITE', said: '看过' }, n.as.RC, '2026-04-21'));
    good(await s.step(id, { step: 'answer-as-requester', answer: 'AGREES' }, n.residents[0]!, '2026-04-21'));
    good(await s.step(id, { step: 'strike-off' }, n.as.RC, '2026-04-21'));
    const task = '开放滨江停车场一百二十个车位';
    expect(await told(matter.code)).toEqual([
      ['decision-made', null, '施工期间向受影响住户免费开放滨江停车场。', null],
      ['decision-taken-on', '测试HO', task, '2026-04-20'],
      ['decision-later-day', '测试HO', task, '2026-04-22'],
      ['decision-done', '测试HO', task, '2026-04-22'],
      ['decision-struck-off', '测试HO', task, '2026-04-22'],
    ]);
    good(
      await s.step(id, { step: 'reopen-action', due: '5月13日', reason: '又关了' }, n.as.RC, '2026-05-06'),
    );
    expect((await told(matter.code)).at(-1)).toEqual(['decision-undone', '测试HO', task, '2026-05-13']);
    expect((await s.page(code))!.matters).toBe(1);
  });

  it('a neighbor whose report was merged reads it too', async () => {
    const main = await submitted(t, n);
    const mine = await submitted(t, n, {}, n.residents[1]!);
    good(await does(t, n.as.RC, (tx) => mergeMatter(tx, { matterId: mine.matterId, intoId: main.matterId })));
    good(await s.record([s.action()], { matterIds: [main.matterId] }));
    const seen = await t.database.inTransaction(n.residents[1]!, (tx) => progress(tx, mine.code, false), {
      now: on('2026-04-17'),
    });
    expect(seen!.main!.timeline.map(({ key }) => key)).toContain('decision-made');
  });

  it('the state of the matter stays: its own clock keeps running', async () => {
    const { matter, id } = await decided();
    const status = async () =>
      (
        await t.ownerPool.query('select status, handle_due_at from matters.matter where id = $1', [
          matter.matterId,
        ])
      ).rows[0];
    const before = await status();
    good(await s.step(id, { step: 'accept-action' }, n.as.HO));
    expect(await status()).toEqual(before);
  });

  it('nobody reads on the public page which matters they were, nor who raised them', async () => {
    const { matter, code } = await decided();
    const page = JSON.stringify(await s.page(code));
    expect(page).not.toContain(matter.matterId);
    expect(page).not.toContain(matter.code);
    expect((await s.whole((await s.board()).organisations[0]!.actions[0]!.id)).matters).toEqual([
      matter.code,
    ]);
  });

  it('a matter of another neighborhood is passed over, and learns nothing', async () => {
    const links = () => t.ownerPool.query('select 1 from resolutions.resolution_matter');
    const before = (await links()).rowCount;
    const other = await smallNeighborhood(t, 'QT');
    const theirs = await submitted(t, other);
    good(await s.record([s.action()], { matterIds: [theirs.matterId] }));
    expect((await links()).rowCount).toBe(before);
    expect(await s.kinds(theirs.matterId)).not.toContain('matters.decision-made');
  });

  it('what everybody reads holds no phone, plate or room', async () => {
    for (const more of [
      { task: '给 13800001234 回电话' },
      { measure: '把沪A12345移走' },
      { task: '3号楼502室漏水' },
    ])
      expect([more, refusal(await s.record([s.action(more)]))]).toEqual([more, 'resolutions.personal-data']);
  });

  it('ends with a reason: what is open is dropped, what was struck off stays, the reporter is told', async () => {
    const { matter, id } = await decided();
    good(await s.step(id, { step: 'accept-action' }, n.as.HO));
    const end = async (more: object, actor = n.as.GB) => {
      const { endResolution } = await import('#modules/resolutions/commands/end-resolution.ts');
      const { endingForm } = await import('#modules/resolutions/forms/resolutions.ts');
      const { resolutionId } = await s.whole(id);
      const input = endingForm.parse({ resolutionId, how: 'LAPSED', because: '工程提前完工', ...more });
      return does(t, actor, (tx) => endResolution(tx, input), on('2026-04-18'));
    };
    expect(refusal(await end({}, n.as.RC))).toBe('resolutions.not-yours-to-record');
    expect(refusal(await end({ resolutionId: randomUUID() }))).toBe('resolutions.resolution-not-found');
    expect(refusal(await end({ how: 'AMENDED', amendedBy: 'R-2026-99' }))).toBe(
      'resolutions.no-such-resolution',
    );
    good(await end({}));
    expect((await s.whole(id)).action).toMatchObject({ state: 'DROPPED', light: 'DONE' });
    expect((await told(matter.code)).at(-1)).toEqual(['decision-ended', null, '工程提前完工', null]);
    expect(refusal(await end({}))).toBe('resolutions.already-over');
    expect(refusal(await s.step(id, { step: 'submit-action', evidence: '开了' }, n.as.HO))).toBe(
      'resolutions.not-in-this-state',
    );
  });
});
