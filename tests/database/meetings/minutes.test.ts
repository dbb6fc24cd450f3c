import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { addAddendum } from '#modules/meetings/commands/minutes/add-addendum.ts';
import { reviewMinutes } from '#modules/meetings/commands/minutes/review-minutes.ts';
import { writeRemarks } from '#modules/meetings/commands/minutes/write-remarks.ts';
import { writeItem } from '#modules/meetings/commands/session/write-item.ts';
import { MINUTES_SUBJECT } from '#modules/meetings/contract/meetings.ts';
import type { Minutes } from '#modules/meetings/contract/minutes.ts';
import { approvalsOf } from '#modules/redaction/facade.server.ts';
import { pieceDetail } from '#modules/redaction/queries/piece-detail.ts';
import { contentHash } from '#platform/audit/content-hash.ts';
import { does, good, refusal } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { at, EVENING, type JointMeeting, jointMeeting } from './a-meeting.ts';
import { minutesOn, NEXT, OVER } from './minutes-stage.ts';

let t: TestDatabase;
let m: JointMeeting;
let drafted: ReturnType<typeof minutesOn>['drafted'];
let signed: ReturnType<typeof minutesOn>['signed'];
let approved: ReturnType<typeof minutesOn>['approved'];
beforeAll(async () => {
  t = await testDatabase(EVENING);
});
beforeEach(async () => {
  m = await jointMeeting(t);
  ({ drafted, signed, approved } = minutesOn(t, m));
});
afterAll(() => t.close());

const as = (who: keyof JointMeeting['n']['as']): Actor => m.n.as[who];
const row = async (id: string) =>
  (await t.ownerPool.query('select * from meetings.meeting where id = $1', [id])).rows[0];

const review = (id: string, who: Actor, agrees: boolean, now = NEXT) =>
  does(t, who, (tx) => reviewMinutes(tx, { meetingId: id, agrees, text: agrees ? '' : '日期写错了' }), now);

describe('the minutes', () => {
  it('are signed once every organisation agreed, or kept silent until the period was over', async () => {
    const { id } = await drafted();
    good(await m.move(id, 'send-minutes', NEXT, {}, as('RC')));
    expect(refusal(await m.move(id, 'sign-minutes', NEXT))).toBe('meetings.still-reviewing');
    for (const who of ['GB', 'RC', 'OC', 'PC', 'HO'] as const) good(await review(id, as(who), true));
    good(await m.move(id, 'sign-minutes', NEXT));
  });

  it('are signed by the head of the convener, and reviewed by heads alone', async () => {
    const { id } = await drafted();
    good(await m.move(id, 'send-minutes', NEXT, {}, as('RC')));
    for (const who of ['GB2', 'RC', 'OC'] as const)
      expect(refusal(await m.move(id, 'sign-minutes', OVER, {}, as(who)))).toBe('meetings.not-yours');
    expect(refusal(await review(id, as('RC2'), true))).toBe('meetings.not-yours');
    expect(refusal(await review(id, as('PC'), true, OVER))).toBe('meetings.review-over');
  });

  it('that somebody disagrees with go back to be drafted, and are read anew', async () => {
    const { id } = await drafted();
    good(await m.move(id, 'send-minutes', NEXT, {}, as('RC')));
    good(await review(id, as('PC'), false));
    expect(refusal(await m.move(id, 'sign-minutes', OVER))).toBe('meetings.somebody-disagrees');
    good(await m.move(id, 'redraft-minutes', OVER, {}, as('RC')));
    const version = await m.versionOf('meeting', id);
    good(
      await does(t, as('RC'), (tx) => writeRemarks(tx, { meetingId: id, version, text: '日期已改。' }), OVER),
    );
    good(await m.move(id, 'send-minutes', OVER, {}, as('RC')));
    const { rows } = await t.ownerPool.query('select 1 from meetings.minutes_review where meeting_id = $1', [
      id,
    ]);
    expect(rows).toEqual([]);
  });

  it('once signed are sealed: nothing is written any more, an addendum says what was wrong', async () => {
    const { id, itemId } = await signed();
    const { minutes_text, sealed, review_until } = await row(id);
    expect(review_until).toEqual(at('2026-04-21 17:00'));
    expect(contentHash(minutes_text)).toBe(sealed);
    const late = { meetingId: id, itemId, field: 'OPINION' as const, text: '补一句', version: 0 };
    expect(refusal(await does(t, as('RC'), (tx) => writeItem(tx, late), OVER))).toBe(
      'meetings.not-in-this-state',
    );
    good(
      await does(
        t,
        as('RC'),
        (tx) => addAddendum(tx, { meetingId: id, text: '第二项应为九十个车位。' }),
        OVER,
      ),
    );
    expect((await row(id)).sealed).toBe(sealed);
    await expect(
      t.database.inTransaction(as('RC'), (tx) =>
        tx.schema('meetings').updateTable('meetings.addendum').set({ text: '' }).execute(),
      ),
    ).rejects.toThrow(/permission denied/);
  });

  it('become public only as a second person approved them, without positions and authors of reservations (fixture 10)', async () => {
    const { id } = await signed('请找住户测试1，电话13800000001，住0101室，车牌沪A12345。');
    good(await m.move(id, 'publish-minutes', OVER, {}, as('RC')));
    expect((await row(id)).state).toBe('SIGNED');
    const piece = await t.database.inTransaction(as('GB'), async (tx) => {
      const found = (await approvalsOf(tx, MINUTES_SUBJECT, [id])).get(id);
      return found ? pieceDetail(tx, found.pieceId) : null;
    });
    // The detector has stopped it: a phone, a plate, a room.
    expect(piece?.state).toBe('DRAFT');
    const kinds = new Set(piece?.findings.map(({ kind }) => kind));
    for (const kind of ['PHONE', 'PLATE', 'ROOM'] as const) expect(kinds).toContain(kind);
  });

  it('of a clean meeting are published as approved', async () => {
    const { id } = await signed();
    good(await m.move(id, 'publish-minutes', OVER, {}, as('RC')));
    await approved(id);
    const { state, public_text: shown } = (await row(id)) as { state: string; public_text: Minutes };
    expect(state).toBe('PUBLISHED');
    const [, item] = shown.items;
    expect(item?.positions).toEqual([{ org: null, text: '夜里太晚', isReservation: true }]);
    expect(JSON.stringify(shown)).not.toMatch(/接驳车|1380000|HO测试/);
    expect(item?.resolutions[0]?.actions[0]).toMatchObject({
      dueOn: '2026-04-20',
      lead: { nameZh: '测试HO' },
    });
  });
});
