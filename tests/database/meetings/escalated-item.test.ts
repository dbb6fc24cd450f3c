import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeAgenda } from '#modules/meetings/commands/agenda/change-agenda.ts';
import { concludeItem } from '#modules/meetings/commands/session/conclude-item.ts';
import { deferItem } from '#modules/meetings/commands/session/defer-item.ts';
import { resolveItem } from '#modules/meetings/commands/session/resolve-item.ts';
import type { Outcome } from '#modules/meetings/contract/meetings.ts';
import { resolveForm } from '#modules/meetings/forms/meetings.ts';
import { candidates } from '#modules/meetings/queries/candidates.ts';
import { type Climbing, climbingOf } from '../escalations/climbing.ts';
import { does, good, submitted } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { BEFORE, EVENING, type JointMeeting, jointMeeting } from './a-meeting.ts';

let t: TestDatabase;
let m: JointMeeting;
let c: Climbing;
let code: string;
let id: string;
beforeAll(async () => {
  t = await testDatabase(BEFORE);
});
beforeEach(async () => {
  t.clock.now = BEFORE;
  m = await jointMeeting(t);
  c = climbingOf(t, m.n);
  const matter = await submitted(t, m.n, { description: '门禁漏电，有人触电了' });
  code = matter.code;
  await c.hear();
  id = (await c.of(matter.matterId)).id;
});
afterAll(() => t.close());

const waiting = () => t.database.inTransaction(m.n.as.GB, (tx) => candidates(tx, m.bodyId), { now: BEFORE });
const sources = async () => (await waiting()).map(({ source, sourceId }) => [source, sourceId === id]);
const concluded = async (meetingId: string, itemId: string, outcome: Outcome) => {
  const input = {
    meetingId,
    itemId,
    version: await m.versionOf('agenda_item', itemId),
    outcome,
    text: '会上这样说',
  };
  const proposedToOrgId = m.n.org.OC;
  return does(t, m.n.as.RC, (tx) => concludeItem(tx, { ...input, proposedToOrgId }), EVENING);
};
const item = { source: 'ESCALATION' };

describe('what climbed and a joint meeting', () => {
  it('is a candidate once the general branch sent it there, and no more when it stands on an agenda', async () => {
    expect(await sources()).not.toContainEqual(['ESCALATION', true]);
    good(await c.step(id, 'call-ad-hoc'));
    expect(await sources()).toEqual([['ESCALATION', true]]);
    const { id: meetingId, done } = await m.plan({ isAdHoc: true, adHocReason: '有人触电' });
    good(done);
    const put = await m.put(meetingId, { ...item, sourceId: id });
    good(put.done);
    expect((await c.row(id)).meeting_id).toBe(meetingId);
    expect(await sources()).toEqual([]);
    const drop = { meetingId, itemId: put.id, version: 1, what: 'drop' as const, reason: '换一次会' };
    good(await does(t, m.n.as.RC, (tx) => changeAgenda(tx, drop), BEFORE));
    expect((await c.row(id)).meeting_id).toBeNull();
    expect(await sources()).toEqual([['ESCALATION', true]]);
  });

  it('resolved there, its reporter reads the decision, and it is followed until all is struck off', async () => {
    good(await c.step(id, 'schedule', { forum: 'JOINT' }));
    const { id: meetingId, itemId } = await m.inSession(undefined, { ...item, sourceId: id });
    const input = resolveForm.parse({
      meetingId,
      itemId,
      version: await m.versionOf('agenda_item', itemId),
      resolutionId: randomUUID(),
      meetingTitle: '4 月 16 日联席会议',
      text: '物业一周内换门禁电源。',
      actions: [{ task: '换电源', postId: m.n.as.PC.post!.postId, due: '4月20日', measure: '复测不漏电' }],
    });
    good(await does(t, m.n.as.RC, (tx) => resolveItem(tx, input), EVENING));
    await c.hear(EVENING);
    expect((await c.row(id)).state).toBe('TRACKING');
    t.clock.now = EVENING;
    expect((await c.told(code)).map(([key]) => key)).toEqual(['climb-scheduled', 'decision-made']);
    expect(await sources()).toEqual([]);
  });

  it('put off there, it comes back as what was left over, and is still about the same matter', async () => {
    good(await c.step(id, 'schedule', { forum: 'JOINT' }));
    const first = await m.inSession(undefined, { ...item, sourceId: id });
    const version = await m.versionOf('agenda_item', first.itemId);
    good(
      await does(
        t,
        m.n.as.RC,
        (tx) => deferItem(tx, { meetingId: first.id, itemId: first.itemId, version, reason: '缺资料' }),
        EVENING,
      ),
    );
    expect((await waiting()).map(({ source }) => source)).toEqual(['LEFT_OVER']);
    const again = await m.inSession(undefined, { source: 'LEFT_OVER', sourceId: first.itemId });
    good(await concluded(again.id, again.itemId, 'CONSENSUS'));
    expect((await c.row(id)).state).toBe('DECIDED');
  });

  it.each([
    ['CONSENSUS', 'DECIDED'],
    ['TO_OWNERS', 'TO_BALLOT'],
    ['TO_STREET', 'TRIAGED'],
    ['NOTED', 'TRIAGED'],
  ] as const)('concluded there as %s, it is %s', async (outcome, state) => {
    good(await c.step(id, 'schedule', { forum: 'JOINT' }));
    const { id: meetingId, itemId } = await m.inSession(undefined, { ...item, sourceId: id });
    good(await concluded(meetingId, itemId, outcome));
    expect(await c.row(id)).toMatchObject({ state, reason: '会上这样说' });
  });
});
