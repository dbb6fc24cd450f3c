import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { moveEscalation } from '#modules/escalations/commands/move-escalation.ts';
import {
  escalationDecided,
  escalationLeftToOwners,
  scheduleEscalation,
} from '#modules/escalations/commands/on-agenda.ts';
import { agendaCandidates } from '#modules/escalations/queries/agenda-candidates.ts';
import { endResolution } from '#modules/resolutions/commands/end-resolution.ts';
import { withRules } from '../agreements/adopted-rules.ts';
import { storyOf } from '../resolutions/story.ts';
import {
  does,
  good,
  refusal,
  type SmallNeighborhood,
  smallNeighborhood,
  submitted,
} from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { at, type Climbing, climbingOf } from './climbing.ts';

let t: TestDatabase;
let n: SmallNeighborhood;
let c: Climbing;
let code: string;
let matterId: string;
let id: string;
const NOW = at('2026-04-15 10:20');
beforeAll(async () => {
  t = await testDatabase(NOW);
});
beforeEach(async () => {
  t.clock.now = NOW;
  n = await smallNeighborhood(t);
  c = climbingOf(t, n);
  await withRules(t, n);
  // A resident's own report, so that somebody reads what became of it; danger makes it climb.
  const matter = await submitted(t, n, { description: '门禁漏电，有人触电了' });
  ({ code, matterId } = matter);
  await c.hear();
  id = (await c.of(matterId)).id as string;
});
afterAll(() => t.close());

const state = async () => (await c.row(id)).state;

describe('triage (≤ 1 working day)', () => {
  it('is the general branch alone, with what was found; the way comes after', async () => {
    expect(refusal(await c.step(id, 'triage', {}, n.as.RC))).toBe('escalations.not-yours');
    good(await c.step(id, 'triage', { text: '涉及三家单位，先断电' }));
    expect(await c.row(id)).toMatchObject({
      state: 'TRIAGED',
      assessment: '涉及三家单位，先断电',
      triaged_at: NOW,
    });
  });

  it('a way taken at once is triage too, and both are written down: no state is skipped', async () => {
    good(await c.step(id, 'schedule', { forum: 'JOINT' }));
    expect(await c.kinds(id)).toEqual(['proposed', 'triage', 'schedule']);
    const { rows } = await t.ownerPool.query(
      "select from_state, to_state from platform.event where subject_id = $1 and kind like 'escalations.%' order by seq",
      [id],
    );
    expect(rows.map(({ from_state, to_state }) => `${from_state ?? '-'} ${to_state}`)).toEqual([
      '- PROPOSED',
      'PROPOSED TRIAGED',
      'TRIAGED SCHEDULED',
    ]);
  });

  it('rejected with a reason, which the reporter reads; the same reason does not climb again', async () => {
    good(await c.step(id, 'reject', { text: '物业当天已断电修好，不用开会' }));
    expect(await c.row(id)).toMatchObject({ state: 'REJECTED', ended_at: NOW });
    expect(await c.told(code)).toEqual([['climb-rejected', '测试GB', '物业当天已断电修好，不用开会', null]]);
    expect(refusal(await c.step(id, 'triage'))).toBe('escalations.not-in-this-state');
  });

  it('somebody who looked at an older page is told that somebody else was first', async () => {
    good(await c.step(id, 'triage'));
    const late = { escalationId: id, version: 1, step: 'reject' as const, text: '不用' };
    expect(refusal(await does(t, n.as.GB2, (tx) => moveEscalation(tx, late)))).toBe(
      'escalations.changed-meanwhile',
    );
  });

  it('what the reporter reads holds no phone, plate or room', async () => {
    for (const text of ['打 13800001234 问', '3号楼502室不肯'])
      expect(refusal(await c.step(id, 'reply-interim', { text }))).toBe('escalations.holds-personal-data');
  });

  it('what should have happened is said once: triage, ad hoc meeting, the reply at the original deadline', async () => {
    await c.wait(at('2026-04-15 17:00'));
    expect(await c.kinds(id)).toEqual(['proposed', 'interim-overdue']);
    await c.wait(at('2026-04-17 09:00'));
    await c.wait(at('2026-04-17 09:01'));
    expect((await c.kinds(id)).slice(2)).toEqual(['triage-overdue']);
    good(await c.step(id, 'call-ad-hoc', {}, n.as.GB, at('2026-04-17 09:30')));
    expect((await c.row(id)).ad_hoc_due_at).toEqual(at('2026-04-22 17:00'));
    await c.wait(at('2026-04-23 09:00'));
    expect((await c.kinds(id)).at(-1)).toBe('ad-hoc-overdue');
  });

  it("the matter's own clock keeps running, and an interim reply tells its reporter how it stands", async () => {
    const matter = async () =>
      (await t.ownerPool.query('select status, handle_due_at from matters.matter where id = $1', [matterId]))
        .rows[0];
    const before = await matter();
    expect((await c.row(id)).interim_due_at).toEqual(before.handle_due_at);
    good(await c.step(id, 'call-ad-hoc'));
    good(await c.step(id, 'reply-interim', { text: '电已经断了，明天开会定怎么修' }, n.as.RC));
    expect(await matter()).toEqual(before);
    expect(await c.told(code)).toEqual([
      ['climb-ad-hoc', '测试GB', '说明一句', '2026-04-20'],
      ['climb-interim', '测试RC', '电已经断了，明天开会定怎么修', null],
    ]);
    await c.wait(at('2026-04-20 09:00'));
    expect(await c.kinds(id)).not.toContain('interim-overdue');
  });
});

describe('a meeting', () => {
  const put = (meetingId: string | null) =>
    does(t, n.as.GB, (tx) => scheduleEscalation(tx, { escalationId: id, meetingId }));
  const open = () => t.database.inTransaction(n.as.GB, (tx) => agendaCandidates(tx));

  it('finds what waits for it with the facts of its brief, ad hoc ones first, of this neighborhood only', async () => {
    expect(await open()).toEqual([]);
    good(await c.step(id, 'triage', { text: '三家单位都要到场' }));
    good(await c.step(id, 'call-ad-hoc'));
    const [one] = await open();
    expect(one).toMatchObject({
      id,
      forum: 'JOINT',
      isAdHoc: true,
      adHocBy: at('2026-04-20 17:00'),
      triggers: ['SAFETY'],
      background: '三家单位都要到场',
      meetingId: null,
      matter: { code, category: 'A09', households: 1 },
    });
    const other = await smallNeighborhood(t, 'QT');
    expect(await t.database.inTransaction(other.as.GB, (tx) => agendaCandidates(tx))).toEqual([]);
    expect(
      refusal(
        await does(t, other.as.GB, (tx) => scheduleEscalation(tx, { escalationId: id, meetingId: null })),
      ),
    ).toBe('escalations.not-found');
  });

  it('puts it on its agenda, and off again when it is not held', async () => {
    const meetingId = randomUUID();
    expect(refusal(await put(meetingId))).toBe('escalations.not-in-this-state');
    good(await c.step(id, 'schedule', { forum: 'JOINT' }));
    good(await put(meetingId));
    expect((await c.row(id)).meeting_id).toBe(meetingId);
    good(await put(null));
    expect((await c.row(id)).meeting_id).toBeNull();
    expect((await c.kinds(id)).slice(-2)).toEqual(['put-on-agenda', 'take-off-agenda']);
  });

  it('decides: with actions it is followed at once, without the branch says what comes next', async () => {
    good(await c.step(id, 'schedule', { forum: 'JOINT' }));
    good(
      await does(t, n.as.GB, (tx) =>
        escalationDecided(tx, { escalationId: id, text: '先断电', actionIds: [] }),
      ),
    );
    expect(await state()).toBe('DECIDED');
    good(await c.step(id, 'begin-tracking', { text: '物业周五前换线' }));
    good(await c.step(id, 'resolve', { text: '换好了，复测不漏电' }, n.as.RC));
    expect(await c.row(id)).toMatchObject({ state: 'RESOLVED', ended_at: NOW });
    expect((await c.told(code)).map(([key]) => key)).toEqual([
      'climb-scheduled',
      'climb-decided',
      'climb-resolved',
    ]);
  });

  it('leaves what is the owners’ to them, as no resolution', async () => {
    good(await c.step(id, 'schedule', { forum: 'JOINT' }));
    good(
      await does(t, n.as.GB, (tx) =>
        escalationLeftToOwners(tx, { escalationId: id, text: '动用维修资金，由业主决定' }),
      ),
    );
    expect(await state()).toBe('TO_BALLOT');
    expect((await c.told(code)).at(-1)).toEqual([
      'climb-to-owners',
      '测试GB',
      '动用维修资金，由业主决定',
      null,
    ]);
  });
});

describe('a resolution that came from the matter', () => {
  const resolved = async () => {
    const s = storyOf(t, n);
    good(await c.step(id, 'call-ad-hoc'));
    const answer = good(await s.record([s.action()], { matterIds: [matterId] }));
    await c.hear();
    const action = (await s.board()).organisations[0]!.actions[0]!.id;
    return { s, answer, action };
  };
  const done = async ({ s, action }: Awaited<ReturnType<typeof resolved>>) => {
    good(await s.step(action, { step: 'accept-action' }, n.as.HO));
    good(await s.step(action, { step: 'submit-action', evidence: '修好了' }, n.as.HO, '2026-04-20'));
    good(await s.step(action, { step: 'check-action', how: 'ON_SITE', said: '看过' }, n.as.RC, '2026-04-21'));
    good(
      await s.step(action, { step: 'answer-as-requester', answer: 'AGREES' }, n.residents[0]!, '2026-04-21'),
    );
    good(await s.step(action, { step: 'strike-off' }, n.as.RC, '2026-04-21'));
    await c.hear();
  };

  it('is its decision, wherever it was recorded; told twice it counts once', async () => {
    const { answer } = await resolved();
    expect(await state()).toBe('TRACKING');
    expect((await c.kinds(id)).slice(-2)).toEqual(['decided', 'begin-tracking']);
    good(
      await does(t, n.as.GB, (tx) =>
        escalationDecided(tx, { escalationId: id, text: '又一遍', code: answer.code, actionIds: ['x'] }),
      ),
    );
    const { rowCount } = await t.ownerPool.query(
      'select 1 from escalations.decision where escalation_id = $1',
      [id],
    );
    expect(rowCount).toBe(1);
    expect((await c.told(code)).map(([key]) => key)).toEqual(['climb-ad-hoc', 'decision-made']);
  });

  it('settles it when everything is struck off, and not before', async () => {
    const story = await resolved();
    expect(refusal(await c.step(id, 'resolve'))).toBe('escalations.resolution-not-fulfilled');
    await done(story);
    expect(await state()).toBe('RESOLVED');
    expect((await c.kinds(id)).at(-1)).toBe('fulfilled');
  });

  it('that came undone opens it again', async () => {
    const story = await resolved();
    await done(story);
    good(
      await story.s.step(
        story.action,
        { step: 'reopen-action', due: '5月13日', reason: '又漏电' },
        n.as.RC,
        '2026-05-06',
      ),
    );
    await c.hear();
    expect(await c.row(id)).toMatchObject({ state: 'TRACKING', ended_at: null });
  });

  it('that no longer stands sends it back to the general branch', async () => {
    const { answer } = await resolved();
    const ending = { resolutionId: answer.id, how: 'RESCINDED' as const, because: '情况变了', amendedBy: '' };
    good(await does(t, n.as.GB, (tx) => endResolution(tx, ending), at('2026-04-20 10:00')));
    await c.hear();
    expect(await c.row(id)).toMatchObject({ state: 'TRIAGED', reason: '情况变了' });
  });
});

describe('bodies that act one after the other (procedureChain)', () => {
  it('meeting → ballot → audit of the fund → works: each begins when the one before has acted', async () => {
    good(await c.step(id, 'schedule', { forum: 'JOINT' }));
    const procedures = ['MEETING', 'OWNERS_BALLOT', '', 'FUND_AUDIT', 'WORKS'];
    good(await c.step(id, 'plan-procedures', { procedures }));
    good(
      await does(t, n.as.GB, (tx) => escalationLeftToOwners(tx, { escalationId: id, text: '提请业主表决' })),
    );
    good(await c.step(id, 'finish-procedure', { text: '表决通过' }));
    good(await c.step(id, 'record-decision', { text: '用维修资金更换线路' }));
    good(await c.step(id, 'begin-tracking'));
    expect(refusal(await c.step(id, 'resolve'))).toBe('escalations.chain-not-at-its-end');
    good(await c.step(id, 'finish-procedure', { text: '审价完成' }));
    good(await c.step(id, 'finish-procedure', { text: '竣工' }));
    const { rows } = await t.ownerPool.query(
      'select kind, outcome, ended_at is not null as over from escalations.procedure where escalation_id = $1 order by position',
      [id],
    );
    expect(rows.map(({ kind, outcome, over }) => [kind, outcome, over])).toEqual([
      ['MEETING', '提请业主表决', true],
      ['OWNERS_BALLOT', '表决通过', true],
      ['FUND_AUDIT', '审价完成', true],
      ['WORKS', '竣工', true],
    ]);
    good(await c.step(id, 'resolve', { text: '都办好了' }));
  });

  it('one body is no chain, and a chain under way is not planned anew', async () => {
    good(await c.step(id, 'triage'));
    expect(refusal(await c.step(id, 'plan-procedures', { procedures: ['MEETING'] }))).toBe(
      'escalations.chain-needs-two',
    );
    good(await c.step(id, 'plan-procedures', { procedures: ['HEARING', 'WORKS'] }));
    expect(refusal(await c.step(id, 'plan-procedures', { procedures: ['MEETING', 'WORKS'] }))).toBe(
      'escalations.chain-not-at-its-end',
    );
  });
});
