import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { askTopic } from '#modules/meetings/commands/agenda/ask-topic.ts';
import { changeAgenda } from '#modules/meetings/commands/agenda/change-agenda.ts';
import { replyInvitation } from '#modules/meetings/commands/attendance/reply-invitation.ts';
import { sayHere } from '#modules/meetings/commands/attendance/say-here.ts';
import { constituteBody } from '#modules/meetings/commands/bodies/constitute-body.ts';
import { seatBody } from '#modules/meetings/commands/bodies/seat-body.ts';
import { fireTimers } from '#modules/meetings/commands/life/fire-timers.ts';
import { planSeries } from '#modules/meetings/commands/life/plan-series.ts';
import { concludeItem } from '#modules/meetings/commands/session/conclude-item.ts';
import { deferItem } from '#modules/meetings/commands/session/defer-item.ts';
import { recuse } from '#modules/meetings/commands/session/recuse.ts';
import { resolveItem } from '#modules/meetings/commands/session/resolve-item.ts';
import { writeItem } from '#modules/meetings/commands/session/write-item.ts';
import { writePosition } from '#modules/meetings/commands/session/write-position.ts';
import { concludeForm, resolveForm } from '#modules/meetings/forms/meetings.ts';
import { candidates } from '#modules/meetings/queries/candidates.ts';
import { does, good, refusal } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { at, BEFORE, EVENING, type JointMeeting, jointMeeting } from './a-meeting.ts';

let t: TestDatabase;
let m: JointMeeting;
beforeAll(async () => {
  t = await testDatabase(EVENING);
});
beforeEach(async () => {
  m = await jointMeeting(t);
});
afterAll(() => t.close());

const as = (who: keyof JointMeeting['n']['as']): Actor => m.n.as[who];
const postOf = (who: keyof JointMeeting['n']['as']) => as(who).post!.postId;
const stateOf = async (id: string, table = 'meeting') =>
  (await t.ownerPool.query(`select state from meetings.${table} where id = $1`, [id])).rows[0].state;
const waiting = (now = BEFORE) =>
  t.database.inTransaction(as('GB'), (tx) => candidates(tx, m.bodyId), { now });

async function resolve(meetingId: string, itemId: string, more = {}, actor = as('RC'), now = EVENING) {
  const input = resolveForm.parse({
    meetingId,
    itemId,
    version: await m.versionOf('agenda_item', itemId),
    resolutionId: randomUUID(),
    meetingTitle: '4 月 16 日联席会议',
    text: '施工期间免费开放滨江停车场一百二十个车位。',
    actions: [{ task: '开放车位', postId: postOf('HO'), due: '4月20日', measure: '首批住户停进去' }],
    ...more,
  });
  return does(t, actor, (tx) => resolveItem(tx, input), now);
}

describe('a body', () => {
  const input = (more = {}) => ({
    id: randomUUID(),
    kind: 'JOINT_MEETING' as const,
    nameZh: '另一个会议',
    nameEn: 'Another',
    parentBodyId: m.bodyId,
    constitutedOn: '2026-01-09',
    seats: [{ postId: postOf('GB'), alternatePostIds: [] as string[] }],
    ...more,
  });

  it('is constituted by whoever convenes its kind: the joint meeting by the branch, 三会 by the committee, its own by the owners', async () => {
    for (const [kind, who] of [
      ['JOINT_MEETING', 'GB'],
      ['ENLARGED_MEETING', 'GB'],
      ['PROPERTY_FORUM', 'GB'],
      ['COORDINATION', 'RC'],
      ['RESIDENTS_FORUM', 'RC'],
      ['OWNERS_COMMITTEE', 'OC'],
    ] as const)
      for (const actor of ['GB', 'RC', 'OC', 'PC', 'HO'] as const) {
        const made = await does(
          t,
          as(actor),
          (tx) => constituteBody(tx, input({ kind, nameZh: kind })),
          BEFORE,
        );
        if (actor === who) good(made);
        else expect([kind, actor, refusal(made)]).toEqual([kind, actor, 'meetings.not-yours-to-convene']);
      }
  });

  it('has each post once, alternates of the same organisation, and none where the law knows no proxies', async () => {
    const seat = (postId: string, ...alternatePostIds: string[]) => ({ postId, alternatePostIds });
    const tried = async (more: object, actor = as('GB')) =>
      refusal(await does(t, actor, (tx) => constituteBody(tx, input(more)), BEFORE));
    expect(await tried({ seats: [seat(postOf('GB')), seat(postOf('GB'))] })).toBe(
      'meetings.post-seated-twice',
    );
    expect(await tried({ seats: [seat(postOf('GB'), postOf('PC'))] })).toBe('meetings.alternate-of-another');
    expect(await tried({ seats: [seat(randomUUID())] })).toBe('meetings.no-such-post');
    expect(await tried({ nameZh: '联席会议' })).toBe('meetings.body-name-taken');
    expect(await tried({ parentBodyId: randomUUID() })).toBe('meetings.body-not-found');
    expect(
      await tried({ kind: 'OWNERS_COMMITTEE', seats: [seat(postOf('OC'), postOf('OC'))] }, as('OC')),
    ).toBe('meetings.no-proxies');
  });

  it('changes its seats from today on; a meeting before keeps those of its day', async () => {
    const { id } = await m.inSession();
    const seats = [{ postId: postOf('GB'), alternatePostIds: [postOf('GB2')] }];
    good(
      await does(
        t,
        as('GB'),
        (tx) => seatBody(tx, { bodyId: m.bodyId, version: 1, seats }),
        at('2026-04-17 09:00'),
      ),
    );
    expect(
      refusal(
        await does(
          t,
          as('GB'),
          (tx) => seatBody(tx, { bodyId: m.bodyId, version: 1, seats }),
          at('2026-04-17 09:01'),
        ),
      ),
    ).toBe('meetings.changed-meanwhile');
    await m.there(id, ['GB', 'RC', 'OC', 'PC', 'HO'], at('2026-04-17 09:05'));
    expect(refusal(await m.move(id, 'close-inquorate', at('2026-04-17 09:06')))).toBe('meetings.is-quorate');
  });
});

describe('a plan', () => {
  it('needs rules of procedure in force on its day, and time for its notice', async () => {
    expect(refusal((await m.plan({ startsAt: '2026-01-08T19:00' }, at('2026-01-02 10:00'))).done)).toBe(
      'meetings.no-rules',
    );
    expect(refusal((await m.plan({ startsAt: '2026-04-07T19:00' })).done)).toBe('meetings.gone-by');
    expect(refusal((await m.plan({ startsAt: '2026-04-09T19:00' })).done)).toBe('meetings.too-soon');
    expect(refusal((await m.plan({ startsAt: '2029-04-09T19:00' })).done)).toBe('meetings.calendar-missing');
  });

  it('at short notice is called a day before, with a reason', async () => {
    const soon = { startsAt: '2026-04-09T19:00', isAdHoc: true };
    expect(refusal((await m.plan(soon)).done)).toBe('meetings.ad-hoc-why');
    const called = { ...soon, adHocReason: '业委会求助' };
    expect(refusal((await m.plan(called, at('2026-04-08 19:01'))).done)).toBe('meetings.too-soon-ad-hoc');
    expect(good((await m.plan(called)).done).code).toBe('2026-01');
  });

  it('is made by its convener alone', async () => {
    for (const who of ['RC', 'OC', 'PC', 'HO', 'AG'] as const)
      expect(refusal((await m.plan({}, BEFORE, as(who))).done)).toBe('meetings.not-yours');
  });

  it('of a series falls on the same weekday, on the next working day where that is none', async () => {
    const input = {
      bodyId: m.bodyId,
      month: '2026-05',
      months: 3,
      weekday: 3,
      nth: 3,
      time: '19:00',
      minutes: 90,
      place: '居委会会议室',
      secretaryPostId: postOf('RC'),
    };
    expect(good(await does(t, as('GB'), (tx) => planSeries(tx, input), BEFORE))).toEqual([
      '2026-05-20',
      '2026-06-17',
      '2026-07-15',
    ]);
    // The first Friday of May is a holiday, and so are the days until the sixth.
    const may = { ...input, months: 1, weekday: 5, nth: 1 };
    expect(good(await does(t, as('GB'), (tx) => planSeries(tx, may), BEFORE))).toEqual(['2026-05-06']);
  });
});

describe('the agenda', () => {
  it('begins with what came of earlier resolutions, and that stays', async () => {
    const { id } = await m.plan();
    const { rows } = await t.ownerPool.query(
      'select id, source from meetings.agenda_item where meeting_id = $1',
      [id],
    );
    expect(rows.map((row) => row.source)).toEqual(['EARLIER_DECISIONS']);
    const drop = { meetingId: id, itemId: rows[0].id, version: 1, what: 'drop' as const, reason: '没有时间' };
    expect(refusal(await does(t, as('RC'), (tx) => changeAgenda(tx, drop), BEFORE))).toBe(
      'meetings.first-stays',
    );
  });

  it('takes a topic an organisation asked for, once', async () => {
    const topic = {
      id: randomUUID(),
      bodyId: m.bodyId,
      title: '充电桩',
      question: '装在哪里？',
      background: '四十八户',
    };
    expect(refusal(await does(t, as('AG'), (tx) => askTopic(tx, topic), BEFORE))).toBe('meetings.not-yours');
    good(await does(t, as('PC'), (tx) => askTopic(tx, topic), BEFORE));
    expect((await waiting()).map(({ source, title }) => [source, title])).toEqual([['TOPIC', '充电桩']]);
    const { id } = await m.plan();
    const { id: itemId, done } = await m.put(id, { source: 'TOPIC', sourceId: topic.id });
    good(done);
    expect(await waiting()).toEqual([]);
    expect(refusal((await m.put(id, { source: 'TOPIC', sourceId: topic.id })).done)).toBe(
      'meetings.no-candidate',
    );
    const drop = { meetingId: id, itemId, version: 1, what: 'drop' as const, reason: '下次再谈' };
    good(await does(t, as('RC'), (tx) => changeAgenda(tx, drop), BEFORE));
    expect((await waiting()).map(({ title }) => title)).toEqual(['充电桩']);
  });

  it('closes by itself five working days before; a late topic says why', async () => {
    const { id } = await m.plan({ startsAt: '2026-04-22T19:00' });
    good(await m.move(id, 'open-agenda'));
    const late = at('2026-04-16 09:00');
    expect(refusal((await m.put(id, {}, late)).done)).toBe('meetings.late-why');
    good((await m.put(id, { lateReason: '昨晚爆管' }, late)).done);
    expect(await fireTimers(t.database, m.n.id, at('2026-04-15 23:58'))).toBe(0);
    expect(await fireTimers(t.database, m.n.id, late)).toBe(1);
    expect(await stateOf(id)).toBe('AGENDA_FIXED');
    expect(refusal((await m.put(id, { lateReason: '又一件' }, late)).done)).toBe('meetings.agenda-is-fixed');
  });

  it('without an item of its own is not fixed', async () => {
    const { id } = await m.plan();
    good(await m.move(id, 'open-agenda'));
    expect(refusal(await m.move(id, 'fix-agenda'))).toBe('meetings.agenda-empty');
  });
});

describe('the notice', () => {
  it('goes out three working days before and cannot be shortened', async () => {
    const { id } = await m.plan();
    good(await m.move(id, 'open-agenda'));
    good((await m.put(id)).done);
    good(await m.move(id, 'fix-agenda'));
    expect(refusal(await m.move(id, 'send-notice', at('2026-04-14 00:01')))).toBe('meetings.notice-too-late');
    good(await m.move(id, 'send-notice', at('2026-04-13 23:50')));
    const reply = { meetingId: id, reply: 'COMING' as const, note: '' };
    good(await does(t, as('PC'), (tx) => replyInvitation(tx, reply), BEFORE));
    expect(refusal(await does(t, as('AG'), (tx) => replyInvitation(tx, reply), BEFORE))).toBe(
      'meetings.not-yours',
    );
  });

  it('has to go out anew when the meeting is postponed to another day', async () => {
    const { id } = await m.plan();
    good(await m.move(id, 'postpone-meeting', BEFORE, { reason: '台风' }));
    const day = { startsAt: '2026-04-23T19:00', place: '活动室' };
    good(await m.move(id, 'set-new-day', BEFORE, day));
    const { rows } = await t.ownerPool.query(
      'select starts_at, state, sequence from meetings.meeting where id = $1',
      [id],
    );
    expect(rows[0]).toEqual({ starts_at: at('2026-04-23 19:00'), state: 'AGENDA_OPEN', sequence: 2 });
  });
});

describe('in session', () => {
  it('is not opened before its day', async () => {
    const { id } = await m.plan();
    good(await m.move(id, 'open-agenda'));
    good((await m.put(id)).done);
    good(await m.move(id, 'fix-agenda'));
    good(await m.move(id, 'send-notice'));
    expect(refusal(await m.move(id, 'open-session', at('2026-04-16 17:59')))).toBe('meetings.too-early');
    good(await m.move(id, 'open-session', at('2026-04-16 18:00')));
  });

  it('resolves with organisation, post, day and measure, under the rules of that day (fixture 9)', async () => {
    const { id, itemId } = await m.inSession();
    for (const due of ['尽快', '月底前'])
      expect(
        refusal(
          await resolve(id, itemId, {
            actions: [{ task: '开放', postId: postOf('HO'), due, measure: '停进去' }],
          }),
        ),
      ).toBe('resolutions.due-not-a-date');
    expect(good(await resolve(id, itemId)).code).toBe('R-2026-01');
    expect(await stateOf(itemId, 'agenda_item')).toBe('CONCLUDED');
  });

  it('resolves nothing without a quorum, and closes as an exchange', async () => {
    const { id, itemId } = await m.inSession(['GB', 'RC', 'HO']);
    expect(refusal(await resolve(id, itemId))).toBe('meetings.not-quorate');
    expect(refusal(await m.move(id, 'close-session', EVENING))).toBe('meetings.close-as-exchange');
    good(await m.move(id, 'close-inquorate', EVENING));
    expect((await waiting(EVENING)).map(({ cause, title }) => [cause, title])).toEqual([
      ['NOT_REACHED', '水管改造期间停车'],
    ]);
  });

  it('decides nothing about an organisation that is not there: the item is put off and comes back by itself', async () => {
    const { id, itemId } = await m.inSession(['GB', 'RC', 'OC', 'PC']);
    expect(refusal(await resolve(id, itemId))).toBe('meetings.lead-absent');
    const version = await m.versionOf('agenda_item', itemId);
    const input = { meetingId: id, itemId, version, reason: '房管办没有到会' };
    good(await does(t, as('RC'), (tx) => deferItem(tx, input), EVENING));
    expect((await waiting(EVENING)).map(({ cause, title }) => [cause, title])).toEqual([
      ['DEFERRED', '水管改造期间停车'],
    ]);
  });

  it('leaves what belongs to the owners as a proposal to their committee, never as a resolution', async () => {
    const { id, itemId } = await m.inSession();
    const input = async (more: object) =>
      concludeForm.parse({
        meetingId: id,
        itemId,
        version: await m.versionOf('agenda_item', itemId),
        outcome: 'TO_OWNERS',
        text: '改变地下室用途，建议业委会征求业主意见。',
        ...more,
      });
    const wrong = await input({ proposedToOrgId: m.n.org.PC });
    expect(refusal(await does(t, as('RC'), (tx) => concludeItem(tx, wrong), EVENING))).toBe(
      'meetings.not-an-owners-committee',
    );
    const right = await input({ proposedToOrgId: m.n.org.OC });
    good(await does(t, as('RC'), (tx) => concludeItem(tx, right), EVENING));
    const { rows } = await t.ownerPool.query(
      'select 1 from resolutions.resolution where neighborhood_id = $1',
      [m.n.id],
    );
    expect(rows).toEqual([]);
  });

  it('puts nothing on an organisation that has stepped back', async () => {
    const { id, itemId } = await m.inSession();
    const input = { meetingId: id, itemId, reason: '本单位承包了这个工程' };
    good(await does(t, as('HO'), (tx) => recuse(tx, input), EVENING));
    expect(refusal(await resolve(id, itemId))).toBe('meetings.lead-stepped-back');
    const said = { meetingId: id, itemId, text: '我们来做', isReservation: false, isNamed: true, version: 0 };
    expect(refusal(await does(t, as('HO'), (tx) => writePosition(tx, said), EVENING))).toBe(
      'meetings.stepped-back',
    );
  });

  it('lets two people write at once: at two fields both stay, at one the second reads the first', async () => {
    const { id, itemId } = await m.inSession();
    const write = (field: 'SITUATION' | 'OPINION', text: string, version: number, who: Actor) =>
      does(t, who, (tx) => writeItem(tx, { meetingId: id, itemId, field, text, version }), EVENING);
    const both = await Promise.all([
      write('SITUATION', '情况', 0, as('RC')),
      write('OPINION', '看法', 0, as('GB')),
    ]);
    both.forEach(good);
    const clash = await Promise.all([
      write('SITUATION', '甲', 1, as('RC')),
      write('SITUATION', '乙', 1, as('GB')),
    ]);
    expect(clash.filter((one) => one.ok)).toHaveLength(1);
    expect(refusal(clash.find((one) => !one.ok)!)).toBe('meetings.written-meanwhile');
  });

  it('hears each organisation in its own words, which nobody else writes', async () => {
    const { id, itemId } = await m.inSession();
    const said = {
      meetingId: id,
      itemId,
      text: '可以出接驳车',
      isReservation: true,
      isNamed: false,
      version: 0,
    };
    good(await does(t, as('PC'), (tx) => writePosition(tx, said), EVENING));
    expect(refusal(await does(t, as('AG'), (tx) => writePosition(tx, said), EVENING))).toBe(
      'meetings.not-yours',
    );
    good(await resolve(id, itemId));
    const { rows } = await t.ownerPool.query('select outcome from meetings.agenda_item where id = $1', [
      itemId,
    ]);
    expect(rows[0].outcome).toBe('BROAD_CONSENSUS');
  });

  it('counts who says "here" by the code of the room, for the seat', async () => {
    const { id } = await m.inSession(['GB']);
    const { rows } = await t.ownerPool.query('select room_key from meetings.meeting where id = $1', [id]);
    const say = (roomKey: string, who: Actor) =>
      does(t, who, (tx) => sayHere(tx, { meetingId: id, roomKey }), EVENING);
    expect(refusal(await say('another-room', as('PC')))).toBe('meetings.not-this-room');
    good(await say(rows[0].room_key, as('PC')));
    good(await say(rows[0].room_key, as('GB2')));
    const seen = await t.ownerPool.query(
      "select presence, count(*)::int as n from meetings.attendance where meeting_id = $1 and recorded_how = 'ROOM' group by 1 order by 1",
      [id],
    );
    expect(seen.rows).toEqual([
      { presence: 'ALTERNATE', n: 1 },
      { presence: 'PRESENT', n: 1 },
    ]);
  });
});
