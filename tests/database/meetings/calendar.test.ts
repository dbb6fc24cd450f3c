import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { makeCalendarLink } from '#modules/meetings/commands/calendar/make-calendar-link.ts';
import { revokeCalendarLink } from '#modules/meetings/commands/calendar/revoke-calendar-link.ts';
import { ownLoader, placeMeetingsLoader } from '#modules/meetings/pages/calendar/feeds.page.server.ts';
import { loader as deskPaper } from '#modules/meetings/pages/papers/desk-paper.page.server.ts';
import { loader as publicPaper } from '#modules/meetings/pages/papers/public-paper.page.server.ts';
import { personalDataOf } from '#modules/meetings/queries/own-data.ts';
import { makeTranslate } from '#platform/i18n/translate.ts';
import { DICTIONARIES } from '#web/words.ts';
import { does, good, refusal, smallNeighborhood } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { at, BEFORE, EVENING, type JointMeeting, jointMeeting } from './a-meeting.ts';
import { minutesOn, OVER } from './minutes-stage.ts';

let t: TestDatabase;
let m: JointMeeting;
beforeAll(async () => {
  t = await testDatabase(EVENING);
});
beforeEach(async () => {
  m = await jointMeeting(t);
});
afterAll(() => t.close());

type Loader = (args: never) => Promise<Response>;
const say = makeTranslate('zh-CN', DICTIONARIES);

/** Lines of the calendar a loader answers, unfolded; a status where it refuses. */
async function asked(
  loader: Loader,
  params: Record<string, string>,
  actor: Actor = m.n.anonymous,
  now = BEFORE,
) {
  const place = {
    id: m.n.anonymous.neighborhoodId,
    slug: 'test',
    nameZh: '测试小区',
    address: 'https://x.test',
  };
  const page = {
    actor,
    now,
    t: say,
    locale: 'zh-CN',
    services: { database: t.database },
    neighborhood: place,
    places: { all: async () => [place], byId: async () => place },
  };
  try {
    const answer = await loader({ params, context: { get: () => page } } as never);
    expect(answer.headers.get('content-type')).toMatch(/^text\/calendar/);
    return (await answer.text()).replace(/\r\n[ \t]/g, '').split('\r\n');
  } catch (thrown) {
    const { init } = thrown as { init?: { status: number } };
    if (!init) throw thrown;
    return init.status;
  }
}
const own = (token: string, now = BEFORE) => asked(ownLoader, { slug: 'test', token }, m.n.anonymous, now);
const link = async (actor: Actor) => good(await does(t, actor, makeCalendarLink)).token;
const uid = (id: string) => `UID:meeting-${id}@xieshou`;

describe('a private calendar', () => {
  it('holds meetings of a body its person has a seat in, and what their post has to do', async () => {
    const { id } = await minutesOn(t, m).drafted();
    const token = await link(m.n.as.HO);
    const lines = await own(token, OVER);
    expect(lines).toContain(uid(id));
    expect(lines).toContain('SUMMARY:今天要办成：开放车位');
    expect(lines).toContain('DTSTART;VALUE=DATE:20260420');
    // Another party sits there too, and has nothing to do.
    const other = await own(await link(m.n.as.PC), OVER);
    expect(other).toContain(uid(id));
    expect(String(other)).not.toContain('开放车位');
    // A resident has no seat.
    expect(String(await own(await link(m.n.residents[0]!), OVER))).not.toContain('BEGIN:VEVENT');
  });

  it('answers not found once it is taken back, renewed, or asked for in another neighborhood', async () => {
    const first = await link(m.n.as.PC);
    expect(first).toMatch(/^[\w-]{43}$/);
    const second = await link(m.n.as.PC);
    expect(await own(first)).toBe(404);
    expect(await own(second)).toContain('METHOD:PUBLISH');
    const { rows } = await t.ownerPool.query('select token_hash from meetings.calendar_link');
    expect(rows.map((row) => row.token_hash)).not.toContain(second);
    good(await does(t, m.n.as.PC, revokeCalendarLink));
    expect(await own(second)).toBe(404);
    expect(await own('')).toBe(404);
    const elsewhere = await smallNeighborhood(t);
    const theirs = good(await does(t, elsewhere.as.PC, makeCalendarLink)).token;
    expect(await own(theirs)).toBe(404);
    expect(await asked(ownLoader, { slug: 'nowhere', token: second })).toBe(404);
  });

  it('is made by its person alone: not without signing in, not for an elder one acts for', async () => {
    expect(refusal(await does(t, m.n.anonymous, makeCalendarLink))).toBe('meetings.own-calendar-only');
    const proxy = { ...m.n.residents[0]!, onBehalfOf: m.n.residents[1]!.personId };
    expect(refusal(await does(t, proxy, makeCalendarLink))).toBe('meetings.own-calendar-only');
    expect(refusal(await does(t, proxy, revokeCalendarLink))).toBe('meetings.own-calendar-only');
  });

  it('is empty of a post its person has left, and told under what is kept about them', async () => {
    const { id } = await m.plan();
    const token = await link(m.n.as.OC);
    expect(await own(token)).toContain(uid(id));
    const data = await t.database.inTransaction(m.n.as.OC, (tx) => personalDataOf(tx, m.n.as.OC.personId!));
    expect(data.find(({ kind }) => kind === 'calendar')?.rows).toHaveLength(1);
    await t.ownerPool.query('update registry.appointment set to_day = $2 where person_id = $1', [
      m.n.as.OC.personId,
      '2026-04-01',
    ]);
    expect(String(await own(token))).not.toContain('BEGIN:VEVENT');
  });
});

describe('a meeting in calendars', () => {
  it('that is put off is called off under the same name with a higher number, and comes back with its new day', async () => {
    const { id } = await m.plan();
    good(await m.move(id, 'open-agenda'));
    await m.put(id);
    good(await m.move(id, 'fix-agenda'));
    good(await m.move(id, 'send-notice'));
    const feed = async () => {
      const lines = await asked(placeMeetingsLoader, { slug: 'test' });
      if (typeof lines === 'number') throw new Error(`answered ${lines}`);
      expect(lines.filter((line) => line === uid(id))).toHaveLength(1);
      const find = (name: string) =>
        lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);
      return { sequence: Number(find('SEQUENCE')), status: find('STATUS'), start: find('DTSTART') };
    };
    const noticed = await feed();
    expect(noticed).toMatchObject({ status: 'CONFIRMED', start: '20260416T110000Z' });
    good(await m.move(id, 'postpone-meeting', BEFORE, { reason: '台风' }));
    const postponed = await feed();
    expect(postponed.status).toBe('CANCELLED');
    expect(postponed.sequence).toBeGreaterThan(noticed.sequence);
    const again = { startsAt: '2026-04-23T19:00', place: '居委会会议室' };
    good(await m.move(id, 'set-new-day', BEFORE, again));
    const moved = await feed();
    expect(moved).toMatchObject({ status: 'TENTATIVE', start: '20260423T110000Z' });
    expect(moved.sequence).toBeGreaterThan(postponed.sequence);
  });

  it('comes alone too: with its agenda for who sits there, without it for everybody', async () => {
    const { id } = await m.inSession();
    const { rows } = await t.ownerPool.query('select code from meetings.meeting where id = $1', [id]);
    const desk = await asked(deskPaper, { id, name: 'meeting.ics' }, m.n.as.PC, at('2026-04-16 19:10'));
    expect(String(desk)).toContain('水管改造期间停车');
    const open = await asked(publicPaper, { code: rows[0].code, name: 'meeting.ics' });
    expect(open).toContain(uid(id));
    expect(String(open)).not.toContain('水管改造');
    expect(await asked(deskPaper, { id, name: 'meeting.ics' }, m.n.residents[0]!)).toBe(404);
  });
});
