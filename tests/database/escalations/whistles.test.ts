import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import {
  good,
  refusal,
  type SmallNeighborhood,
  smallNeighborhood,
  submitted,
} from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { at, type Climbing, climbingOf } from './climbing.ts';
import { street } from './street.ts';

let t: TestDatabase;
let n: SmallNeighborhood;
let c: Climbing;
let ST: Actor;
let code: string;
let id: string;
/** A Wednesday; Monday 20 April is three working days later, Wednesday 22 five. */
const NOW = at('2026-04-15 14:00');
beforeAll(async () => {
  t = await testDatabase(NOW);
});
beforeEach(async () => {
  t.clock.now = NOW;
  n = await smallNeighborhood(t);
  c = climbingOf(t, n);
  ST = await street(t, n);
});
afterAll(() => t.close());

/** A matter that climbed, and a whistle for an organisation. */
async function whistled(orgId: string, urgent = false) {
  const matter = await submitted(t, n, urgent ? { description: '门禁漏电，有人触电了' } : {});
  code = matter.code;
  if (!urgent) good(await c.propose(matter.code));
  await c.hear();
  id = (await c.of(matter.matterId)).id as string;
  good(await c.step(id, 'whistle', { orgId, text: '请派人来现场看线路' }));
  return (await c.whistles(id))[0]!;
}
const whistle = async (at = 0) => (await c.whistles(id))[at]!;

describe('whistling (吹哨报到)', () => {
  it('an agency says that it has heard and what it does; the reporter reads both', async () => {
    const { id: w } = await whistled(n.org.AG);
    expect(await whistle()).toMatchObject({ state: 'SENT', acknowledge_due_at: at('2026-04-16 17:00') });
    expect((await c.row(id)).state).toBe('WHISTLED');
    good(await c.blow(w, 'acknowledge-whistle', n.as.AG));
    good(await c.blow(w, 'answer-whistle', n.as.AG, { text: '明天上午派人来换线' }));
    expect(await whistle()).toMatchObject({ state: 'ANSWERED', next_rung_at: null });
    expect(await c.told(code)).toEqual([
      ['climb-whistled', '测试AG', null, '2026-04-16'],
      ['climb-acknowledged', '测试AG', null, null],
      ['climb-answered', '测试AG', '明天上午派人来换线', null],
    ]);
    good(await c.step(id, 'record-decision', { text: '由区里换线' }));
    expect((await c.row(id)).state).toBe('DECIDED');
  });

  it('what is urgent is to be heard within two hours', async () => {
    await whistled(n.org.AG, true);
    expect((await whistle()).acknowledge_due_at).toEqual(at('2026-04-15 16:00'));
  });

  it('cannot be answered by anybody else, sent to a party at the table, or sent twice', async () => {
    const { id: w } = await whistled(n.org.AG);
    for (const actor of [n.as.GB, n.as.RC, n.as.PC, n.as.HO, ST])
      expect(refusal(await c.blow(w, 'answer-whistle', actor))).toBe('escalations.not-yours');
    expect(refusal(await c.step(id, 'whistle', { orgId: n.org.PC }))).toBe('escalations.not-whistled-for');
    expect(refusal(await c.step(id, 'whistle', { orgId: n.org.AG }))).toBe('escalations.asked-already');
    const other = await smallNeighborhood(t, 'QT');
    expect(refusal(await c.blow(w, 'answer-whistle', other.as.AG))).toBe('escalations.not-found');
  });

  it('the street passes it on to an agency, which has its own time; the meeting is called meanwhile (case 1)', async () => {
    const { id: w } = await whistled(ST.post!.orgId, true);
    good(await c.step(id, 'call-ad-hoc'));
    good(
      await c.blow(
        w,
        'pass-whistle-on',
        ST,
        { orgId: n.org.HO, text: '请房管局一起想办法' },
        at('2026-04-15 14:40'),
      ),
    );
    const passed = await whistle(1);
    expect(passed).toMatchObject({
      org_id: n.org.HO,
      passed_from_id: w,
      acknowledge_due_at: at('2026-04-15 16:40'),
    });
    expect((await whistle()).state).toBe('PASSED_ON');
    good(await c.blow(passed.id, 'acknowledge-whistle', n.as.HO, {}, at('2026-04-15 16:10')));
    expect((await c.row(id)).state).toBe('AD_HOC');
  });
});

describe('an agency that never answers', () => {
  it('climbs the ladder after one, three and five working days: branch, street, its head; each said once', async () => {
    const { id: w } = await whistled(n.org.AG);
    const rungs = async (now: string) => {
      await c.wait(at(now));
      await c.wait(at(now));
      return (await c.kinds(id)).filter((kind) => kind === 'rung-climbed').length;
    };
    expect(await rungs('2026-04-16 16:59')).toBe(0);
    expect(await rungs('2026-04-16 17:00')).toBe(1);
    expect(refusal(await c.blow(w, 'press-whistle', ST))).toBe('escalations.not-in-this-state');
    expect(await rungs('2026-04-20 17:00')).toBe(2);
    expect(await rungs('2026-04-22 17:00')).toBe(3);
    expect(await rungs('2026-05-22 17:00')).toBe(3);
    expect(refusal(await c.blow(w, 'press-whistle', n.as.GB))).toBe('escalations.not-yours');
    good(await c.blow(w, 'press-whistle', ST, { text: '已约谈，周五前到场' }));
    expect(await whistle()).toMatchObject({ rung: 3, street_said: '已约谈，周五前到场', state: 'SENT' });
    expect((await c.told(code)).at(-1)).toEqual(['climb-pressed', '测试AG', null, null]);
  });

  it('that has only said it heard climbs too, but is not reminded to hear', async () => {
    const { id: w } = await whistled(n.org.AG);
    good(await c.blow(w, 'acknowledge-whistle', n.as.AG));
    await c.wait(at('2026-04-17 09:00'));
    expect(await c.kinds(id)).not.toContain('rung-climbed');
    await c.wait(at('2026-04-21 09:00'));
    expect((await c.kinds(id)).filter((kind) => kind === 'rung-climbed')).toHaveLength(1);
    expect((await whistle()).rung).toBe(2);
  });

  it('keeps the matter from being settled until it answers, or the whistle is taken back', async () => {
    const { id: w } = await whistled(n.org.AG);
    good(await c.step(id, 'record-decision'));
    good(await c.step(id, 'begin-tracking'));
    expect(refusal(await c.step(id, 'resolve'))).toBe('escalations.whistle-not-answered');
    expect(refusal(await c.blow(w, 'withdraw-whistle', n.as.RC))).toBe('escalations.not-yours');
    good(await c.blow(w, 'withdraw-whistle', n.as.GB, { text: '物业自己修好了' }));
    good(await c.step(id, 'resolve'));
    await c.wait(at('2026-05-22 17:00'));
    expect(await c.kinds(id)).not.toContain('rung-climbed');
  });
});
