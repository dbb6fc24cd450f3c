import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, systemActor } from '#kernel/actor.ts';
import { chooseWays } from '#modules/notifications/commands/choose-ways.ts';
import { markNotificationsRead } from '#modules/notifications/commands/mark-read.ts';
import { revealPhones } from '#modules/notifications/commands/reveal-phones.ts';
import { setHours } from '#modules/notifications/commands/set-hours.ts';
import { tellEvent } from '#modules/notifications/commands/tell-event.ts';
import { tickErrand } from '#modules/notifications/commands/tick-errand.ts';
import { errandList } from '#modules/notifications/queries/errand-list.ts';
import { ownBell, ownNews, unreadOf } from '#modules/notifications/queries/own-bell.ts';
import { subscriptions } from '#modules/notifications/subscriptions.server.ts';
import { PHONE_INDEX, PHONE_TAIL_INDEX } from '#modules/registry/contract.ts';
import { appendEvent } from '#platform/audit/events.ts';
import { type HeardEvent, readOn } from '#platform/outbox/subscription.ts';
import { climbingOf } from '../escalations/climbing.ts';
import { announcedPublicly, notice as publicNotice } from '../notices/a-notice.ts';
import { announced, publishDutyPhone } from '../redaction/second-look.ts';
import {
  does,
  good,
  refusal,
  type SmallNeighborhood,
  smallNeighborhood,
  submitted,
} from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';

let t: TestDatabase;
let n: SmallNeighborhood;
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const MORNING = at('2026-11-16 09:00');

beforeAll(async () => {
  t = await testDatabase(MORNING);
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.now = MORNING;
  n = await smallNeighborhood(t);
  await publishDutyPhone(t, n);
});

/** What the worker does with everything that happened so far. */
async function hear(): Promise<void> {
  const [subscription] = subscriptions;
  while ((await readOn(t.database, n.id, subscription!, t.clock.now)) > 0);
}
async function account(actor: Actor): Promise<void> {
  const id = randomUUID();
  await t.ownerPool.query(
    'insert into platform.account (id, login_name, created_at) values ($1, $2, now())',
    [id, id],
  );
  await t.ownerPool.query('insert into platform.account_person values ($1, $2, $3)', [
    id,
    n.id,
    actor.personId,
  ]);
}
async function phone(actor: Actor, digits: string): Promise<void> {
  await t.ownerPool.query(
    'update registry.person set phone_cipher = $1, phone_index = $2, phone_tail_index = $3 where id = $4',
    [
      t.vault.encrypt(digits),
      t.vault.index(PHONE_INDEX, digits),
      t.vault.index(PHONE_TAIL_INDEX, digits.slice(-4)),
      actor.personId,
    ],
  );
}
/** An event of a matter, as the matter's own commands write it. */
async function happens(kind: string, subjectId: string, by: Actor = n.as.RC): Promise<void> {
  await t.database.inTransaction(by, (tx) => appendEvent(tx, { subjectKind: 'matter', subjectId, kind }));
  await hear();
}
const as = <T>(actor: Actor, fn: (tx: Parameters<typeof ownBell>[0]) => Promise<T>) =>
  t.database.inTransaction(actor, fn);
const bell = async (actor: Actor) => (await as(actor, ownBell)).map(({ news }) => news.message);
const unread = (actor: Actor) => as(actor, (tx) => unreadOf(tx, actor.personId!));
const errands = async () => good(await as(n.as.RC, errandList));
const notice = (more = {}) => ({
  kind: 'WATER' as const,
  title: '1号楼停水',
  body: '换水表，停水半天，请提前存水。',
  estateId: n.estateId,
  buildingIds: [n.buildingId],
  startsAt: at('2026-11-18 09:00'),
  endsAt: at('2026-11-18 15:00'),
  emergency: false,
  emergencyReason: '',
  contactPhone: '021-55550001',
  ...more,
});
const EMERGENCY = {
  startsAt: at('2026-11-16 23:40'),
  endsAt: at('2026-11-17 04:00'),
  emergency: true,
  emergencyReason: '水管爆裂',
};

describe('the bell', () => {
  it('tells the reporter in their own words and leads to their own page; nobody else hears it', async () => {
    const [me, neighbor] = n.residents as [Actor, Actor];
    await account(me);
    await account(neighbor);
    const { code, matterId } = await submitted(t, n, {}, me);
    await happens('matters.accept', matterId);
    const lines = await as(me, ownBell);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      state: 'DELIVERED',
      news: { message: 'matter-accepted', name: code, to: `/m/${code}` },
    });
    expect(await bell(neighbor)).toEqual([]);
    expect(await as(neighbor, (tx) => ownNews(tx, lines[0]!.id))).toBeNull();
  });

  it('an event told twice notifies once, and what was read stays read', async () => {
    const me = n.residents[0]!;
    await account(me);
    const { matterId } = await submitted(t, n, {}, me);
    await happens('matters.accept', matterId);
    good(await does(t, me, (tx) => markNotificationsRead(tx, { id: null })));
    const { rows } = await t.ownerPool.query(
      "select seq, at, kind, subject_id, data from platform.event where neighborhood_id = $1 and kind = 'matters.accept'",
      [n.id],
    );
    const event: HeardEvent = { ...rows[0], subjectId: rows[0].subject_id, byPersonId: null };
    expect(await t.database.inTransaction(systemActor(n.id), (tx) => tellEvent(tx, event))).toBe(0);
    expect(await bell(me)).toEqual(['matter-accepted']);
    expect(await unread(me)).toBe(0);
  });

  it('a cursor set back tells nothing again: no bell and no call', async () => {
    const [me, called] = n.residents as [Actor, Actor];
    await account(me);
    await phone(called, '13800000031');
    good(await announced(t, n.as.RC, n.as.GB, notice({ ...EMERGENCY, startsAt: at('2026-11-16 09:30') })));
    await hear();
    const before = (await errands()).open.length;
    await t.ownerPool.query('delete from platform.subscription_cursor where neighborhood_id = $1', [n.id]);
    await hear();
    expect(await bell(me)).toEqual(['notice-published']);
    expect((await errands()).open).toHaveLength(before);
  });

  it('whoever did it is not told', async () => {
    const me = n.residents[0]!;
    await account(me);
    const { matterId } = await submitted(t, n, {}, me);
    await happens('matters.accept', matterId, me);
    expect(await bell(me)).toEqual([]);
  });

  it('at night it waits until seven', async () => {
    const me = n.residents[0]!;
    await account(me);
    const { matterId } = await submitted(t, n, {}, me);
    t.clock.now = at('2026-11-16 22:10');
    await happens('matters.reply', matterId);
    expect([await bell(me), await unread(me)]).toEqual([[], 0]);
    t.clock.now = at('2026-11-17 07:00');
    expect([await bell(me), await unread(me)]).toEqual([['matter-replied'], 1]);
  });

  it('a digest is one until it is opened, and what is off is not written', async () => {
    const me = n.residents[0]!;
    await account(me);
    good(await does(t, me, (tx) => chooseWays(tx, { MY_MATTERS: 'DIGEST', NOTICES: 'OFF' })));
    const { matterId } = await submitted(t, n, {}, me);
    await happens('matters.accept', matterId);
    await happens('matters.reply', matterId);
    good(await announced(t, n.as.RC, n.as.GB, notice()));
    await hear();
    expect(await bell(me)).toEqual([]);
    t.clock.now = at('2026-11-16 18:00');
    expect(new Set(await bell(me))).toEqual(new Set(['matter-accepted', 'matter-replied']));
    expect(await unread(me)).toBe(1);
  });

  it('nobody marks what is not theirs', async () => {
    const [me, neighbor] = n.residents as [Actor, Actor];
    await account(me);
    const { matterId } = await submitted(t, n, {}, me);
    await happens('matters.accept', matterId);
    const [line] = await as(me, ownBell);
    expect(refusal(await does(t, neighbor, (tx) => markNotificationsRead(tx, { id: line!.id })))).toBe(
      'notifications.not-found',
    );
    expect(await unread(me)).toBe(1);
    const far = await smallNeighborhood(t, 'QT');
    const stranger = { ...me, neighborhoodId: far.id };
    expect(await as(stranger, ownBell)).toEqual([]);
  });

  it('what is older than a week is passed over', async () => {
    const me = n.residents[0]!;
    await account(me);
    const { matterId } = await submitted(t, n, {}, me);
    await t.database.inTransaction(n.as.RC, (tx) =>
      appendEvent(tx, { subjectKind: 'matter', subjectId: matterId, kind: 'matters.accept' }),
    );
    t.clock.now = at('2026-11-24 10:00');
    await hear();
    expect(await bell(me)).toEqual([]);
  });
});

describe('notices', () => {
  it('an emergency at night comes at once, also to whoever wants nothing, and is called or knocked without an account', async () => {
    const [online, off, called, knocked] = n.residents as [Actor, Actor, Actor, Actor];
    await account(online);
    await account(off);
    good(await does(t, off, (tx) => chooseWays(tx, { NOTICES: 'OFF' })));
    await phone(called, '13800000031');
    t.clock.now = at('2026-11-16 23:30');
    good(await announced(t, n.as.RC, n.as.GB, notice(EMERGENCY)));
    await hear();
    expect([await bell(online), await bell(off)]).toEqual([['notice-published'], ['notice-published']]);
    const { open } = await errands();
    expect(open.map(({ channel, name, phone }) => [channel, name, phone])).toEqual([
      ['POSTER', null, null],
      ['CALL', expect.stringContaining('*'), expect.stringMatching(/^138\*+0031$/)],
      ['KNOCK', expect.stringContaining('*'), null],
    ]);
    expect(open[2]!.place).toMatchObject({ building: 1, room: '0202' });
    expect(knocked.personId).not.toBe(called.personId);
  });

  it('an ordinary one is put up in the building and calls nobody', async () => {
    good(await announced(t, n.as.RC, n.as.GB, notice()));
    await hear();
    const { open } = await errands();
    expect(open.map(({ channel, place }) => [channel, place?.building])).toEqual([['POSTER', 1]]);
  });
});

describe('the lists of calls, knocks and posters', () => {
  it('are ticked off once, by the committee or the branch only; the first word stays', async () => {
    good(await announced(t, n.as.RC, n.as.GB, notice()));
    await hear();
    const errandId = (await errands()).open[0]!.id;
    const tick = (who: Actor, outcome: 'REACHED' | 'NOT_REACHED') =>
      does(t, who, (tx) => tickErrand(tx, { errandId, outcome }));
    for (const who of [n.as.PC, n.as.OC, n.residents[0]!])
      expect(refusal(await tick(who, 'REACHED'))).toBe('notifications.not-yours');
    good(await tick(n.as.RC, 'REACHED'));
    good(await tick(n.as.GB, 'NOT_REACHED'));
    const { open, done } = await errands();
    expect(open).toEqual([]);
    expect(done.map(({ outcome }) => outcome)).toEqual(['REACHED']);
    const { rows } = await t.ownerPool.query(
      "select count(*)::int as n from platform.event where neighborhood_id = $1 and kind = 'notifications.errand-done'",
      [n.id],
    );
    expect(rows[0].n).toBe(1);
  });

  it('whole numbers are shown with a look written down for each, and to nobody else', async () => {
    const [me] = n.residents as [Actor];
    await phone(me, '13800000031');
    const { matterId } = await submitted(t, n, {}, me);
    await happens('matters.decline', matterId);
    expect((await errands()).open.map(({ channel, news }) => [channel, news.message])).toEqual([
      ['CALL', 'matter-declined'],
    ]);
    expect(refusal(await does(t, n.as.PC, revealPhones))).toBe('notifications.not-yours');
    const phones = good(await does(t, n.as.RC, revealPhones));
    expect([...phones.values()]).toEqual(['13800000031']);
    const { rows } = await t.ownerPool.query(
      "select reader_person_id from platform.contact_read where neighborhood_id = $1 and reason = 'call-list'",
      [n.id],
    );
    expect(rows).toEqual([{ reader_person_id: n.as.RC.personId }]);
  });
});

describe('the hours', () => {
  it('are set by a head, and hold from then on', async () => {
    const hours = { quietFrom: 13 * 60, quietTo: 14 * 60, digestAt: 19 * 60 };
    for (const who of [n.as.RC2, n.as.PC, n.residents[0]!])
      expect(refusal(await does(t, who, (tx) => setHours(tx, hours)))).toBe('notifications.not-yours');
    good(await does(t, n.as.GB, (tx) => setHours(tx, hours)));
    const me = n.residents[0]!;
    await account(me);
    const { matterId } = await submitted(t, n, {}, me);
    t.clock.now = at('2026-11-16 13:20');
    await happens('matters.accept', matterId);
    expect(await bell(me)).toEqual([]);
    t.clock.now = at('2026-11-16 22:00');
    await happens('matters.reply', matterId);
    expect(await bell(me)).toEqual(['matter-replied', 'matter-accepted']);
  });
});

describe('news of other modules', () => {
  it('what climbs waits for the branch, and its reporter hears where it goes', async () => {
    const me = n.residents[0]!;
    await account(me);
    await account(n.as.GB);
    const { matterId, code } = await submitted(t, n, {}, me);
    const climbing = climbingOf(t, n);
    good(await climbing.propose(code));
    await hear();
    expect((await as(n.as.GB, ownBell)).map(({ news }) => [news.message, news.name])).toEqual([
      ['climb-to-triage', code],
    ]);
    const { id } = await climbing.of(matterId);
    good(await climbing.step(id, 'schedule', { forum: 'JOINT' }));
    await climbing.hear();
    await hear();
    expect(await bell(me)).toEqual(['matter-climb-meeting']);
  });

  it('a public notice reaches the bells of those whom it concerns, and a poster each building', async () => {
    const me = n.residents[0]!;
    await account(me);
    const { number } = good(await announcedPublicly(t, n.as.RC, n.as.GB, publicNotice(n)));
    await hear();
    expect((await as(me, ownBell)).map(({ news }) => [news.message, news.to])).toEqual([
      ['notice-published', `/notices/${number}`],
    ]);
    expect((await errands()).open.map(({ channel }) => channel)).toContain('POSTER');
  });
});
