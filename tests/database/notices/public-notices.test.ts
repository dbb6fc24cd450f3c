import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { systemActor } from '#kernel/actor.ts';
import { answerObjection } from '#modules/notices/commands/public/answer-objection.ts';
import { extendPeriod } from '#modules/notices/commands/public/extend-period.ts';
import { hangUpNotice } from '#modules/notices/commands/public/hang-up-notice.ts';
import { objectToNotice } from '#modules/notices/commands/public/object-to-notice.ts';
import { recordObjection } from '#modules/notices/commands/public/record-objection.ts';
import { takeDownNotice } from '#modules/notices/commands/public/take-down-notice.ts';
import { turnNotices } from '#modules/notices/commands/public/turn-notices.ts';
import {
  type PublicNoticeDetail,
  publicNoticeDetail,
  sealedNotice,
} from '#modules/notices/queries/public/public-notice-detail.ts';
import { publicNotices } from '#modules/notices/queries/public/public-notices.ts';
import { changePiece } from '#modules/redaction/commands/change-piece.ts';
import { handOverPiece } from '#modules/redaction/commands/hand-over-piece.ts';
import { verifyChain } from '#platform/audit/events.ts';
import { approves, publishDutyPhone } from '../redaction/second-look.ts';
import { does, good, refusal, type SmallNeighborhood, smallNeighborhood } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { announcedPublicly, at, notice } from './a-notice.ts';

let t: TestDatabase;
let n: SmallNeighborhood;

beforeAll(async () => {
  t = await testDatabase(at('2026-11-16 09:00'));
});
afterAll(async () => {
  await t.close();
});
beforeEach(async () => {
  n = await smallNeighborhood(t);
  await publishDutyPhone(t, n);
  t.clock.now = at('2026-11-16 09:00');
});

const out = async (more: object = {}) => good(await announcedPublicly(t, n.as.RC, n.as.GB, notice(n, more)));
const detail = (actor: Actor, number: string): Promise<PublicNoticeDetail | null> =>
  t.database.inTransaction(actor, (tx) => publicNoticeDetail(tx, number));
const read = async (number: string, actor: Actor = n.anonymous) => {
  const found = await detail(actor, number);
  if (!found) throw new Error(`no notice ${number}`);
  return found;
};
const list = (filter = {}, actor: Actor = n.anonymous) =>
  t.database.inTransaction(actor, (tx) => publicNotices(tx, filter));
const turn = () => t.database.inTransaction(systemActor(n.id), turnNotices);
const objects = (number: string, actor = n.residents[0]!, objection = '我家面积登记少了，请核对') =>
  does(t, actor, (tx) => objectToNotice(tx, { number, objection }));
const records = (number: string, madeAt: string, actor = n.as.RC) =>
  does(t, actor, (tx) =>
    recordObjection(tx, {
      number,
      objection: '名册上没有车库',
      channel: 'PAPER',
      name: '测试阿婆',
      madeAt: at(madeAt),
    }),
  );
const answers = (objectionId: string, actor = n.as.RC, gist = '一户认为登记面积少了') =>
  does(t, actor, (tx) =>
    answerObjection(tx, { objectionId, outcome: 'ADOPTED', answer: '已经按不动产登记改正，谢谢。', gist }),
  );

describe('publishing', () => {
  it('only a second person brings it before everybody, and its end is computed', async () => {
    const made = await out();
    expect(made.number).toBe('GS-2611-001');
    expect(await read(made.number)).toMatchObject({
      state: 'LIVE',
      endsAt: at('2026-11-24 00:00'),
      sealHolds: true,
    });
    const alone = await announcedPublicly(t, n.as.RC, n.as.RC, notice(n));
    expect(refusal(alone)).toBe('redaction.second-person-must-be-another');
    expect((await list()).map(({ number }) => number)).toEqual([made.number]);
  });

  it('cannot be shorter than its rule says', async () => {
    expect(refusal(await announcedPublicly(t, n.as.RC, n.as.GB, notice(n, { days: 6 })))).toBe(
      'notices.period-too-short',
    );
    const audit = notice(n, { kind: 'AUDIT', days: 29 });
    expect(refusal(await announcedPublicly(t, n.as.RC, n.as.GB, audit))).toBe('notices.period-too-short');
  });

  it('an end in a year without holidays in the calendar is refused, not guessed', async () => {
    t.clock.now = at('2026-12-28 09:00');
    expect(refusal(await announcedPublicly(t, n.as.RC, n.as.GB, notice(n)))).toBe('notices.calendar-missing');
  });

  it('personal data stops it at the gate', async () => {
    for (const body of ['有事打 13800001111', '车牌沪A12345 请移车', '1号楼0101室欠费']) {
      const rude = await announcedPublicly(t, n.as.RC, n.as.GB, notice(n, { body }));
      expect(refusal(rude)).toBe('redaction.not-in-this-state');
    }
    expect(await list()).toEqual([]);
  });

  it('a scheduled one is read from its moment on, and its period counts from there', async () => {
    const made = await out({ startsAt: '2026-11-18T08:00:00+08:00' });
    expect(await detail(n.anonymous, made.number)).toBeNull();
    expect(await list()).toEqual([]);
    expect(refusal(await objects(made.number))).toBe('notices.not-found');
    t.clock.now = at('2026-11-18 08:00');
    expect(await read(made.number)).toMatchObject({ state: 'LIVE', endsAt: at('2026-11-26 00:00') });
    expect(await turn()).toBe(1);
    expect(await turn()).toBe(0);
  });

  it('approved after the day it was planned for, its period counts from the approval', async () => {
    const typed = notice(n, { startsAt: '2026-11-17T08:00:00+08:00' });
    const { draftPublicNotice } = await import('#modules/notices/commands/public/draft-public-notice.ts');
    const { publicNoticeForm } = await import('#modules/notices/forms/public.ts');
    const drafted = good(
      await does(t, n.as.RC, (tx) => draftPublicNotice(tx, publicNoticeForm.parse(typed))),
    );
    t.clock.now = at('2026-11-19 10:00');
    good(await approves(t, n.as.GB, drafted.pieceId));
    expect((await list())[0]).toMatchObject({
      startsAt: at('2026-11-19 10:00'),
      endsAt: at('2026-11-27 00:00'),
    });
  });

  it('an emergency goes out at once with a reason, never what has a period', async () => {
    const burst = { kind: 'ANNOUNCEMENT', days: 1, emergency: true };
    expect(refusal(await announcedPublicly(t, n.as.RC, n.as.GB, notice(n, burst)))).toBe(
      'notices.emergency-needs-reason',
    );
    const made = await out({ ...burst, emergencyReason: '台风提前登陆' });
    expect(await read(made.number)).toMatchObject({
      emergency: true,
      takesObjections: false,
      number: 'GG-2611-001',
    });
    const roll = notice(n, { emergency: true, emergencyReason: '来不及' });
    expect(refusal(await announcedPublicly(t, n.as.RC, n.as.GB, roll))).toBe(
      'notices.emergency-has-no-period',
    );
  });

  it('a breach of the covenant is published by the owners’ committee only; a company not beyond its estates', async () => {
    const breach = notice(n, { kind: 'COVENANT_BREACH' });
    expect(refusal(await announcedPublicly(t, n.as.RC, n.as.GB, breach))).toBe(
      'notices.not-for-this-organisation',
    );
    good(await announcedPublicly(t, n.as.OC, n.as.GB, breach));
    const everywhere = notice(n, { estateIds: [] });
    expect(refusal(await announcedPublicly(t, n.as.PC, n.as.RC, everywhere))).toBe(
      'notices.not-yours-to-publish',
    );
    expect(refusal(await announcedPublicly(t, n.as.HO, n.as.RC, notice(n)))).toBe(
      'notices.not-yours-to-publish',
    );
  });

  it('is found by two characters, by kind and by estate, and not by another neighborhood', async () => {
    await out();
    await out({
      kind: 'ANNOUNCEMENT',
      days: 3,
      title: '元旦值班安排',
      body: '值班电话照旧。',
      estateIds: [],
    });
    const numbers = async (filter: object) => (await list(filter)).map(({ number }) => number);
    expect(await numbers({ words: '名册' })).toEqual(['GS-2611-001']);
    expect(await numbers({ words: "值班' | 名册" })).toEqual([]);
    expect(await numbers({ kind: 'ANNOUNCEMENT' })).toEqual(['GG-2611-001']);
    expect(await numbers({ estateId: n.estateId })).toHaveLength(2);
    expect(await numbers({ estateId: n.buildingId })).toEqual(['GG-2611-001']);
    const other = await smallNeighborhood(t, 'CS');
    expect(await list({}, other.as.RC)).toEqual([]);
    expect(await detail(other.as.RC, 'GS-2611-001')).toBeNull();
  });

  it('its seal is the SHA-256 of a text anybody may fetch, and a changed row no longer holds it', async () => {
    const made = await out();
    const { contentHash } = await read(made.number);
    const text = await t.database.inTransaction(n.anonymous, (tx) => sealedNotice(tx, made.number));
    expect(
      createHash('sha256')
        .update(text ?? '')
        .digest('hex'),
    ).toBe(contentHash);
    await t.ownerPool.query("update notices.public_notice set body = '另一份' where id = $1", [made.id]);
    expect(await read(made.number)).toMatchObject({ sealHolds: false });
  });
});

describe('replacing', () => {
  it('the old one stays readable and names the new one, which has a period of its own', async () => {
    const old = await out();
    t.clock.now = at('2026-11-18 09:00');
    const made = await out({ replacesId: old.id, reason: '面积写错了' });
    expect(await read(old.number)).toMatchObject({
      state: 'SUPERSEDED',
      supersededBy: made.number,
      supersededReason: '面积写错了',
    });
    expect(await read(made.number)).toMatchObject({ supersedes: old.number, endsAt: at('2026-11-26 00:00') });
    const again = await announcedPublicly(
      t,
      n.as.RC,
      n.as.GB,
      notice(n, { replacesId: old.id, reason: '再换一次' }),
    );
    expect(refusal(again)).toBe('notices.replaced-already');
    expect(refusal(await objects(old.number))).toBe('notices.period-over');
  });

  it('the committee of owners cannot replace what the residents’ committee published', async () => {
    const old = await out();
    const input = notice(n, { replacesId: old.id, reason: '换一份' });
    expect(refusal(await announcedPublicly(t, n.as.OC, n.as.GB, input))).toBe('notices.not-yours-to-publish');
  });
});

describe('objections', () => {
  it('the real name is for the receiver only; published with the answer and without the name', async () => {
    const made = await out();
    const { id } = good(await objects(made.number));
    expect((await read(made.number, n.as.RC)).received).toMatchObject([{ name: '住户测试1', n: 1 }]);
    for (const other of [n.as.GB, n.as.OC, n.as.PC, n.residents[1]!, n.anonymous]) {
      const seen = await read(made.number, other);
      expect(seen.received).toBeNull();
      expect(JSON.stringify(seen)).not.toContain('住户测试');
    }
    const { pieceId } = good(await answers(id));
    expect((await read(made.number, n.residents[0]!)).own).toMatchObject([{ outcome: 'ADOPTED' }]);
    expect((await read(made.number)).published).toEqual([]);
    expect(refusal(await approves(t, n.as.RC, pieceId))).toBe('redaction.second-person-must-be-another');
    good(await approves(t, n.as.RC2, pieceId));
    const seen = await read(made.number);
    expect(seen.published).toMatchObject([{ n: 1, objection: '一户认为登记面积少了', outcome: 'ADOPTED' }]);
    expect(JSON.stringify(seen)).not.toContain('住户测试');
    expect(refusal(await answers(id))).toBe('notices.answered-already');
    expect((await t.database.inTransaction(n.as.GB, verifyChain)).brokenAt).toBeNull();
  });

  it('a text that names whoever objected is never published, also when it was changed at the gate', async () => {
    const made = await out();
    const { id } = good(await objects(made.number));
    expect(refusal(await answers(id, n.as.RC, '住户测试1认为登记面积少了'))).toBe(
      'notices.names-the-objector',
    );
    const { pieceId } = good(await answers(id));
    const texts = { gist: '一户认为登记面积少了', noticeAnswer: '住户测试1说得对，已经改正。' };
    await does(t, n.as.GB, (tx) => changePiece(tx, { pieceId, texts }));
    await does(t, n.as.GB, (tx) => handOverPiece(tx, { pieceId }));
    expect(refusal(await approves(t, n.as.RC2, pieceId))).toBe('notices.names-the-objector');
    expect((await read(made.number)).published).toEqual([]);
  });

  it('on the last minute it counts and keeps the notice open until it is answered; a minute later it is too late', async () => {
    const made = await out();
    t.clock.now = at('2026-11-23 23:59');
    const { id } = good(await objects(made.number));
    t.clock.now = at('2026-11-24 00:00');
    expect(refusal(await objects(made.number, n.residents[1]!))).toBe('notices.period-over');
    await turn();
    expect(await read(made.number)).toMatchObject({ state: 'OBJECTIONS_HANDLING', waiting: 1 });
    good(await approves(t, n.as.GB, good(await answers(id)).pieceId));
    expect(await read(made.number)).toMatchObject({ state: 'CONCLUDED', waiting: 0 });
    t.clock.now = at('2026-12-24 00:00');
    await turn();
    expect(await read(made.number)).toMatchObject({ state: 'ARCHIVED' });
  });

  it('on paper in time and entered late, it opens a concluded notice again; made too late it does not count', async () => {
    const made = await out();
    t.clock.now = at('2026-11-25 09:00');
    await turn();
    expect(await read(made.number)).toMatchObject({ state: 'CONCLUDED' });
    expect(refusal(await records(made.number, '2026-11-24 00:01'))).toBe('notices.period-over');
    good(await records(made.number, '2026-11-23 16:00'));
    expect(await read(made.number)).toMatchObject({ state: 'OBJECTIONS_HANDLING' });
    expect((await read(made.number, n.as.RC)).received).toMatchObject([
      { name: '测试阿婆', channel: 'PAPER' },
    ]);
    const { rows } = await t.ownerPool.query(
      'select name_cipher from notices.objection where notice_id = $1',
      [made.id],
    );
    expect(JSON.stringify(rows)).not.toContain('测试阿婆');
  });

  it('is answered within five working days, late from then on', async () => {
    const made = await out();
    good(await objects(made.number));
    const due = async () => (await read(made.number, n.as.RC)).received?.[0];
    expect(await due()).toMatchObject({ dueAt: at('2026-11-23 17:00'), isLate: false });
    t.clock.now = at('2026-11-23 17:01');
    expect(await due()).toMatchObject({ isLate: true });
  });

  it('comes from whoever lives or owns there, and is answered and written down by nobody but the receiver', async () => {
    const made = await out();
    const stranger: Actor = { ...n.residents[0]!, householdUnitIds: [] };
    expect(refusal(await objects(made.number, stranger))).toBe('notices.not-in-scope');
    expect(refusal(await objects(made.number, n.anonymous))).toBe('notices.not-yours-to-publish');
    const { id } = good(await objects(made.number));
    for (const other of [n.as.GB, n.as.PC, n.as.OC]) {
      expect(refusal(await answers(id, other))).toBe('notices.not-yours-to-publish');
      expect(refusal(await records(made.number, '2026-11-16 09:00', other))).toBe(
        'notices.not-yours-to-publish',
      );
    }
    const plain = await out({ kind: 'ANNOUNCEMENT', days: 3 });
    expect(refusal(await objects(plain.number))).toBe('notices.takes-no-objections');
  });
});

describe('a period interrupted by an outage', () => {
  const outage = (number: string, from: string, to: string, actor = n.as.RC) =>
    does(t, actor, (tx) => extendPeriod(tx, { number, from: at(from), to: at(to), reason: '机房断电' }));

  it('is prolonged by the days that were lost, and says so', async () => {
    const made = await out();
    t.clock.now = at('2026-11-19 09:00');
    good(await outage(made.number, '2026-11-17 20:00', '2026-11-18 08:00'));
    expect(await read(made.number)).toMatchObject({ endsAt: at('2026-11-26 00:00'), outages: [{ days: 2 }] });
    t.clock.now = at('2026-11-25 23:59');
    good(await objects(made.number));
    expect(refusal(await outage(made.number, '2026-11-25 10:00', '2026-11-26 10:00'))).toBe(
      'notices.outage-not-over',
    );
  });

  it('is open again when the end was reached meanwhile', async () => {
    const made = await out();
    t.clock.now = at('2026-11-24 09:00');
    await turn();
    good(await outage(made.number, '2026-11-23 08:00', '2026-11-24 08:00'));
    expect(await read(made.number)).toMatchObject({ state: 'LIVE', endsAt: at('2026-11-25 00:00') });
  });
});

describe('the paper twin', () => {
  const hangs = (number: string, mark: string, actor = n.as.RC) =>
    does(t, actor, (tx) =>
      hangUpNotice(tx, { number, place: '东门公告栏', hungAt: t.clock.now, checkMark: mark }),
    );

  it('says who hung it up where and when, and when it came down', async () => {
    const made = await out();
    const { checkMark } = await read(made.number);
    expect(good(await hangs(made.number, checkMark.toLowerCase()))).toEqual({ isRight: true });
    const [posting] = (await read(made.number)).postings;
    expect(posting).toMatchObject({
      place: '东门公告栏',
      by: { nameZh: 'RC岗' },
      takenDownAt: null,
      isRight: true,
    });
    good(await does(t, n.as.GB, (tx) => takeDownNotice(tx, { postingId: posting!.id })));
    expect((await read(made.number)).postings[0]?.takenDownAt).toEqual(t.clock.now);
    const twice = await does(t, n.as.RC, (tx) => takeDownNotice(tx, { postingId: posting!.id }));
    expect(refusal(twice)).toBe('notices.taken-down-already');
  });

  it('the wrong version on a wall is found by its mark, and is not this notice', async () => {
    const old = await out();
    const made = await out({ replacesId: old.id, reason: '面积写错了' });
    const wrong = (await read(old.number)).checkMark;
    expect(good(await hangs(made.number, wrong))).toEqual({ isRight: false });
    expect((await read(made.number)).postings).toMatchObject([{ isRight: false, takenDownAt: null }]);
    expect(refusal(await hangs(old.number, wrong))).toBe('notices.not-now');
    expect(refusal(await hangs(made.number, wrong, n.as.PC))).toBe('notices.not-yours-to-publish');
  });
});
