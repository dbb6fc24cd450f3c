import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { putOnAgenda } from '#modules/meetings/commands/agenda/put-on-agenda.ts';
import { keepAttendanceSheet } from '#modules/meetings/commands/attendance/keep-attendance-sheet.ts';
import { recordAttendance } from '#modules/meetings/commands/attendance/record-attendance.ts';
import { constituteBody } from '#modules/meetings/commands/bodies/constitute-body.ts';
import { moveMeeting } from '#modules/meetings/commands/life/move-meeting.ts';
import { planMeeting } from '#modules/meetings/commands/life/plan-meeting.ts';
import { minutesSheet } from '#modules/meetings/commands/minutes/minutes-text.part.ts';
import { concludeItem } from '#modules/meetings/commands/session/conclude-item.ts';
import { deferItem } from '#modules/meetings/commands/session/defer-item.ts';
import { resolveItem } from '#modules/meetings/commands/session/resolve-item.ts';
import { writePosition } from '#modules/meetings/commands/session/write-position.ts';
import type { BodyKind } from '#modules/meetings/contract/bodies.ts';
import type { MeetingStep } from '#modules/meetings/contract/meetings.ts';
import {
  agendaForm,
  concludeForm,
  moveForm,
  planForm,
  resolveForm,
} from '#modules/meetings/forms/meetings.ts';
import { attendanceSheet } from '#modules/meetings/queries/attendance-sheet.ts';
import { candidates } from '#modules/meetings/queries/candidates.ts';
import { itemBrief } from '#modules/meetings/queries/item-brief.ts';
import { bodiesList } from '#modules/meetings/queries/meeting-list.ts';
import { makePicture } from '#platform/files/pictures.ts';
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
const waitingFor = (bodyId: string) =>
  t.database.inTransaction(as('GB'), (tx) => candidates(tx, bodyId), { now: EVENING });

/** A body of some posts; its meetings are convened by `convener`. */
async function body(
  kind: BodyKind,
  convener: Actor,
  postIds: readonly string[],
  parentBodyId: string | null,
) {
  const id = randomUUID();
  const input = {
    id,
    kind,
    nameZh: `测试会${id.slice(0, 4)}`,
    nameEn: `Test body ${id.slice(0, 4)}`,
    parentBodyId,
    constitutedOn: '2026-01-09',
    seats: postIds.map((postId) => ({ postId, alternatePostIds: [] })),
  };
  good(await does(t, convener, (tx) => constituteBody(tx, input), at('2026-01-09 10:00')));
  return id;
}

/** A meeting of a body in session with one item; these many of its seats are taken, in their order. */
async function inSession(bodyId: string, convener: Actor, present: number, more = {}) {
  const id = randomUUID();
  const itemId = randomUUID();
  const plan = planForm.parse({
    id,
    bodyId,
    startsAt: '2026-04-16T19:00',
    minutes: 60,
    place: '活动室',
    secretaryPostId: convener.post!.postId,
    isAdHoc: false,
    adHocReason: '',
  });
  good(await does(t, convener, (tx) => planMeeting(tx, plan), BEFORE));
  const move = async (step: MeetingStep, now = BEFORE) => {
    const version = await m.versionOf('meeting', id);
    good(
      await does(t, convener, (tx) => moveMeeting(tx, moveForm.parse({ meetingId: id, version, step })), now),
    );
  };
  await move('open-agenda');
  const item = agendaForm.parse({
    meetingId: id,
    id: itemId,
    source: 'CHAIR',
    sourceId: null,
    title: '楼道要不要装灯',
    question: '装几盏？',
    background: '',
    minutes: 20,
    facts: '',
    leadOrgId: null,
    guests: '',
    lateReason: '',
    options: '每层一盏\n隔层一盏',
    ...more,
  });
  good(await does(t, convener, (tx) => putOnAgenda(tx, item, []), BEFORE));
  for (const step of ['fix-agenda', 'send-notice'] as const) await move(step);
  await move('open-session', EVENING);
  const { rows } = await t.ownerPool.query(
    'select id from meetings.seat where body_id = $1 order by position',
    [bodyId],
  );
  const seatIds = rows.map((row) => row.id as string);
  const seats = seatIds.map((seatId, n) => ({
    seatId,
    presence: n < present ? ('PRESENT' as const) : ('ABSENT' as const),
  }));
  good(await does(t, convener, (tx) => recordAttendance(tx, { meetingId: id, seats }), EVENING));
  return { id, itemId, seatIds };
}

async function conclude(id: string, itemId: string, who: Actor, more: object) {
  const version = await m.versionOf('agenda_item', itemId);
  const input = concludeForm.parse({ meetingId: id, itemId, version, text: '这样定了', ...more });
  return does(t, who, (tx) => concludeItem(tx, input), EVENING);
}

/** A grey picture, as a telephone would make one of a sheet. */
async function aPhoto(): Promise<Uint8Array> {
  return sharp({ create: { width: 60, height: 80, channels: 3, background: '#888888' } })
    .jpeg()
    .toBuffer();
}

async function post(orgId: string, code: string): Promise<string> {
  const id = randomUUID();
  await t.ownerPool.query(
    `insert into registry.post (neighborhood_id, id, organisation_id, code, name_zh, name_en, is_head, duty)
     values ($1, $2, $3, $4, $4, $4, false, 'DESK')`,
    [m.n.id, id, orgId, code],
  );
  return id;
}

describe('an owners’ committee', () => {
  /** Five members. */
  async function committee() {
    const others = await Promise.all(['M2', 'M3', 'M4', 'M5'].map((code) => post(m.n.org.OC, code)));
    return body('OWNERS_COMMITTEE', as('OC'), [postOf('OC'), ...others], null);
  }

  it('decides with the signatures of more than half of all its members, not of those who came (§3.2)', async () => {
    const bodyId = await committee();
    const { id, itemId, seatIds } = await inSession(bodyId, as('OC'), 3);
    const sign = async (signedSeatIds: string[]) => {
      const input = resolveForm.parse({
        meetingId: id,
        itemId,
        version: await m.versionOf('agenda_item', itemId),
        resolutionId: randomUUID(),
        meetingTitle: '4 月 16 日业委会会议',
        text: '楼道每层装一盏灯。',
        signedSeatIds,
        actions: [{ task: '询价', postId: postOf('OC'), due: '4月20日', measure: '三家报价' }],
      });
      return does(t, as('OC'), (tx) => resolveItem(tx, input), EVENING);
    };
    expect(refusal(await sign(seatIds.slice(0, 2)))).toBe('meetings.too-few-signatures');
    expect(refusal(await sign([seatIds[0]!, seatIds[0]!, seatIds[1]!]))).toBe('meetings.too-few-signatures');
    expect(refusal(await sign([...seatIds.slice(0, 2), seatIds[4]!]))).toBe('meetings.signer-not-here');
    expect(refusal(await conclude(id, itemId, as('OC'), { outcome: 'CONSENSUS' }))).toBe(
      'meetings.too-few-signatures',
    );
    good(await sign(seatIds.slice(0, 3)));
    const minutes = await t.database.inTransaction(as('OC'), (tx) => minutesSheet(tx, id));
    expect(minutes?.items[1]?.signatures).toEqual({ signed: 3, all: 5 });
  });

  it('has no quorum with half of its members, and knows no proxies', async () => {
    const bodyId = await committee();
    const { id, itemId, seatIds } = await inSession(bodyId, as('OC'), 2);
    expect(
      refusal(
        await conclude(id, itemId, as('OC'), { outcome: 'CONSENSUS', signedSeatIds: seatIds.slice(0, 2) }),
      ),
    ).toBe('meetings.not-quorate');
    const proxy = { meetingId: id, seats: [{ seatId: seatIds[3]!, presence: 'ALTERNATE' as const }] };
    expect(refusal(await does(t, as('OC'), (tx) => recordAttendance(tx, proxy), EVENING))).toBe(
      'meetings.no-proxies',
    );
  });

  it('is told when it has to meet again: two months after its last meeting', async () => {
    const bodyId = await committee();
    const againBy = async () => {
      const bodies = await t.database.inTransaction(as('OC'), bodiesList, { now: EVENING });
      return bodies?.find(({ id }) => id === bodyId)?.againBy;
    };
    expect(await againBy()).toBe('2026-03-09');
    await inSession(bodyId, as('OC'), 3);
    expect(await againBy()).toBe('2026-06-16');
  });
});

describe('a forum or a pre-stage', () => {
  it('hands on to the body above it, where the item waits as a candidate with its options, once', async () => {
    const below = await body('TOPIC_SOLICITATION', as('GB'), [postOf('GB'), postOf('RC')], m.bodyId);
    const { id, itemId } = await inSession(below, as('GB'), 2);
    good(
      await conclude(id, itemId, as('GB'), {
        outcome: 'TO_PARENT',
        text: '二十二户要求装，建议上联席会议。',
      }),
    );
    const found = await waitingFor(m.bodyId);
    expect(found).toMatchObject([
      {
        source: 'LEFT_OVER',
        sourceId: itemId,
        cause: 'HANDED_ON',
        background: '二十二户要求装，建议上联席会议。',
        options: '每层一盏\n隔层一盏',
      },
    ]);
    const { id: next, done } = await m.plan({ startsAt: '2026-05-20T19:00' }, EVENING);
    good(done);
    good(await m.move(next, 'open-agenda', EVENING));
    good((await m.put(next, { source: 'LEFT_OVER', sourceId: itemId }, EVENING, as('GB'))).done);
    expect(await waitingFor(m.bodyId)).toEqual([]);
  });

  it('resolves nothing, and without a body above hands nothing on', async () => {
    const alone = await body('RESIDENTS_FORUM', as('RC'), [postOf('RC')], null);
    const { id, itemId } = await inSession(alone, as('RC'), 1);
    expect(refusal(await conclude(id, itemId, as('RC'), { outcome: 'TO_PARENT' }))).toBe(
      'meetings.nobody-above',
    );
  });

  it('is convened by whom the practice names: pre-stages by the branch, the coordination meeting by the committee', async () => {
    const input = {
      id: randomUUID(),
      nameZh: '民主恳谈会',
      nameEn: 'Talk',
      parentBodyId: null,
      constitutedOn: '2026-01-09',
      seats: [],
    };
    for (const kind of ['DEMOCRATIC_TALK', 'SUPERVISION_REVIEW', 'TOPIC_SOLICITATION'] as const)
      expect(refusal(await does(t, as('RC'), (tx) => constituteBody(tx, { ...input, kind }), EVENING))).toBe(
        'meetings.not-yours-to-convene',
      );
  });
});

describe('a coordination meeting', () => {
  it('finds what any other body left to it among its candidates', async () => {
    const coordination = await body('COORDINATION', as('RC'), [postOf('RC'), postOf('PC')], null);
    const { id, itemId } = await m.inSession();
    good(
      await conclude(id, itemId, as('RC'), {
        outcome: 'TO_COORDINATION',
        text: '两户各说各的，先坐下来谈。',
      }),
    );
    expect(await waitingFor(coordination)).toMatchObject([{ sourceId: itemId, cause: 'HANDED_ON' }]);
    expect(await waitingFor(m.bodyId)).toEqual([]);
  });
});

describe('who is in the room', () => {
  it('may be there from afar: who joins online counts like who sits there', async () => {
    const { id } = await m.inSession(['GB', 'RC', 'OC']);
    const { rows } = await t.ownerPool.query(
      'select id from meetings.seat where body_id = $1 and org_id = $2',
      [m.bodyId, m.n.org.PC],
    );
    const quorate = () => m.move(id, 'close-session', EVENING, {}, as('RC'));
    expect(refusal(await quorate())).toBe('meetings.close-as-exchange');
    const seats = [{ seatId: rows[0].id as string, presence: 'ONLINE' as const }];
    good(await does(t, as('RC'), (tx) => recordAttendance(tx, { meetingId: id, seats }), EVENING));
    good(await quorate());
  });

  it('may have signed on paper: the photo of the list is read by those who sit there, and by nobody else', async () => {
    const { id } = await m.inSession();
    const picture = await makePicture(await aPhoto(), 'sheet');
    if (!picture.ok) throw new Error('no picture');
    const keep = (who: Actor) =>
      does(t, who, (tx) => keepAttendanceSheet(tx, { meetingId: id }, picture.value), EVENING);
    expect(refusal(await keep(as('PC')))).toBe('meetings.not-yours');
    good(await keep(as('RC')));
    const { rows } = await t.ownerPool.query(
      'select id from meetings.attendance_sheet where meeting_id = $1',
      [id],
    );
    const read = (who: Actor) =>
      t.database.inTransaction(who, (tx) => attendanceSheet(tx, id, rows[0].id), { now: EVENING });
    expect((await read(as('PC')))?.contentType).toMatch(/^image\//);
    expect(await read(as('AG'))).toBeNull();
  });

  it('tells the trail when an item was put off because whoever was to lead it did not come', async () => {
    const { id, itemId } = await m.inSession(['GB', 'RC', 'OC', 'PC'], { leadOrgId: m.n.org.HO });
    const version = await m.versionOf('agenda_item', itemId);
    const input = { meetingId: id, itemId, version, reason: '房管办没有到会' };
    good(await does(t, as('RC'), (tx) => deferItem(tx, input), EVENING));
    const { rows } = await t.ownerPool.query(
      "select data from platform.event where kind = 'meetings.item-deferred' and subject_id = $1",
      [itemId],
    );
    expect(rows[0].data).toMatchObject({ leadOrgId: m.n.org.HO, leadWasAbsent: true });
  });
});

describe('two owners’ committees that disagree', () => {
  it('each keep their own words, the conclusion says that it is not everybody’s, and neither is bound', async () => {
    const orgId = randomUUID();
    await t.ownerPool.query(
      `insert into registry.organisation (neighborhood_id, id, kind, name_zh, name_en)
       values ($1, $2, 'OWNERS_COMMITTEE', '另一个业委会', 'Another committee')`,
      [m.n.id, orgId],
    );
    const postId = await post(orgId, 'OC-B');
    const other: Actor = { ...as('OC'), post: { ...as('OC').post!, orgId, postId } };
    const both = await body(
      'JOINT_MEETING',
      as('GB'),
      [postOf('GB'), postOf('RC'), postOf('OC'), postId],
      null,
    );
    const { id, itemId } = await inSession(both, as('GB'), 4);
    const say = (who: Actor, text: string, isReservation: boolean, now = EVENING) =>
      does(
        t,
        who,
        (tx) => writePosition(tx, { meetingId: id, itemId, text, isReservation, isNamed: true, version: 0 }),
        now,
      );
    good(await say(as('OC'), '同意每层一盏', false));
    good(await say(other, '我们小区不装', true, at('2026-04-16 19:05')));
    const resolve = async (leadPost: string) => {
      const input = resolveForm.parse({
        meetingId: id,
        itemId,
        version: await m.versionOf('agenda_item', itemId),
        resolutionId: randomUUID(),
        meetingTitle: '4 月 16 日联席会议',
        text: '紫荆小区楼道每层装一盏灯。',
        actions: [{ task: '装灯', postId: leadPost, due: '4月20日', measure: '灯亮了' }],
      });
      return does(t, as('GB'), (tx) => resolveItem(tx, input), EVENING);
    };
    good(await resolve(postOf('OC')));
    const minutes = await t.database.inTransaction(as('GB'), (tx) => minutesSheet(tx, id));
    const item = minutes?.items[1];
    expect(item?.outcome).toBe('BROAD_CONSENSUS');
    expect(item?.positions.map(({ org, text, isReservation }) => [org?.nameZh, text, isReservation])).toEqual(
      [
        ['测试OC', '同意每层一盏', false],
        ['另一个业委会', '我们小区不装', true],
      ],
    );
    expect(item?.resolutions.flatMap(({ actions }) => actions.map(({ lead }) => lead.nameZh))).toEqual([
      '测试OC',
    ]);
  });
});

describe('the one-page brief of an item', () => {
  it('is read by those who sit in the meeting and the street, and is not there for anybody else', async () => {
    const { id, itemId } = await m.inSession(undefined, { options: '夜里停到江边\n分两批施工' });
    const read = (who: Actor) =>
      t.database.inTransaction(who, (tx) => itemBrief(tx, id, itemId), { now: EVENING });
    expect((await read(as('PC')))?.item.options).toEqual(['夜里停到江边', '分两批施工']);
    expect(await read(m.n.residents[0]!)).toBeNull();
  });
});
