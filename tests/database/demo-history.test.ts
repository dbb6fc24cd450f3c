import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_TODAY } from '#demo/clock.ts';
import { DEMO_NEIGHBORHOOD_ID } from '#demo/neighborhood/ids.ts';
import { seedDemo } from '#demo/seed-demo.ts';
import { systemActor } from '#kernel/actor.ts';
import { type ThreeRates, threeRates } from '#modules/matters/rules/rates.ts';
import { actionBoard } from '#modules/resolutions/queries/action-board.ts';
import { verifyChain } from '#platform/audit/events.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

const ACTOR = systemActor(DEMO_NEIGHBORHOOD_ID);

let t: TestDatabase;
let told: number[];
beforeAll(async () => {
  t = await testDatabase();
  told = [];
  await seedDemo(t.database, (percent) => told.push(percent));
}, 420_000);
afterAll(() => t.close());

async function rows(sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> {
  return (await t.ownerPool.query(sql, values)).rows;
}

async function counted(sql: string): Promise<Record<string, number>> {
  return Object.fromEntries((await rows(sql)).map((row) => [row.name, row.n]));
}

async function rates(): Promise<ThreeRates> {
  const found = await t.ownerPool.query(
    `select status, reporter_kind = 'ANONYMOUS' as anonymous, contact_due_at as "contactDueAt",
            first_contact_at as "firstContactAt", resolved, satisfaction, redo_count as redos
       from matters.matter`,
  );
  return threeRates(found.rows, DEMO_TODAY);
}

describe('the demo on its own day', () => {
  it('has something of everything that may be open', async () => {
    const open = await counted(
      `select status as name, count(*)::int as n from matters.matter
        where status not in ('CLOSED_CONFIRMED', 'CLOSED_UNCONFIRMED', 'CLOSED_EXPLAINED', 'MERGED', 'DECLINED', 'WITHDRAWN')
        group by 1`,
    );
    expect(open).toEqual({
      SUBMITTED: 3,
      IN_PROGRESS: 6,
      WAITING_REQUESTER: 2,
      PARKED: 2,
      FOLLOW_UP: 3,
      ESCALATED: 1,
    });
    const overdue = await rows(
      `select code from matters.matter where status = 'IN_PROGRESS' and handle_due_at < $1`,
      DEMO_TODAY,
    );
    expect(overdue).toHaveLength(1);
  });

  it('has ended matters in every way', async () => {
    const ended = await counted(`select status as name, count(*)::int as n from matters.matter group by 1`);
    for (const status of ['CLOSED_UNCONFIRMED', 'CLOSED_EXPLAINED', 'MERGED', 'DECLINED', 'WITHDRAWN'])
      expect(ended[status], status).toBeGreaterThan(0);
    expect(ended.CLOSED_CONFIRMED).toBeGreaterThan(180);
  });

  it('has one live notice of works in Luban Apartments', async () => {
    const live = await rows(
      `select kind from notices.works_notice where state = 'LIVE' and starts_at <= $1 and ends_at > $1`,
      DEMO_TODAY,
    );
    expect(live).toEqual([{ kind: 'LIFT' }]);
  });
});

describe('the year of public notices', () => {
  it('has notices in every part of their life: to come, open, archived, replaced, and an emergency', async () => {
    expect(
      await counted(`select state as name, count(*)::int as n from notices.public_notice group by 1`),
    ).toEqual({ ARCHIVED: 5, SUPERSEDED: 1, CONCLUDED: 1, LIVE: 4, SCHEDULED: 1 });
    const urgent = await rows(
      `select state from notices.public_notice where emergency_reason is not null and estate_ids <> '{}'`,
    );
    expect(urgent).toEqual([{ state: 'LIVE' }]);
  });

  it('answered every objection within five working days but the newest, which still waits', async () => {
    const objections = await rows(
      `select answered_at <= due_at as "inTime", published_at is not null as published
         from notices.objection order by made_at`,
    );
    expect(objections.filter((one) => one.published && one.inTime)).toHaveLength(5);
    expect(objections.at(-1)).toEqual({ inTime: null, published: false });
  });
});

describe('the year of resolutions', () => {
  it('has 31 resolutions of twelve joint meetings and their 47 actions: 39 struck off, 5 running, 2 orange, 1 red', async () => {
    const board = await t.database.inTransaction(ACTOR, (tx) => actionBoard(tx), { now: DEMO_TODAY });
    const open = board.organisations.flatMap(({ actions }) => actions);
    const with_ = (...lights: string[]) => open.filter(({ light }) => lights.includes(light)).length;
    expect({
      struckOff: board.counts.all,
      running: with_('ON_TIME', 'YELLOW'),
      orange: with_('ORANGE'),
      red: with_('RED'),
    }).toEqual({ struckOff: 39, running: 5, orange: 2, red: 1 });
    const [counted] = await rows(
      `select count(*)::int as actions, count(*) filter (where a.reopened_times > 0)::int as rebounded,
              count(distinct r.id)::int as resolutions, count(distinct r.meeting)::int as meetings
         from resolutions.resolution r join resolutions.action_item a on a.resolution_id = r.id`,
    );
    expect(counted).toEqual({ actions: 47, rebounded: 1, resolutions: 31, meetings: 12 });
  });

  it('has the resolution of the parking lot under its number, fulfilled, and told on the matter it came from', async () => {
    const [row] = await rows(
      `select r.resolved_on, r.state, m.code from resolutions.resolution r
         join resolutions.resolution_matter rm on rm.resolution_id = r.id
         join matters.matter m on m.id = rm.matter_id where r.code = 'R-2026-09'`,
    );
    expect(row).toEqual({ resolved_on: '2026-04-16', state: 'FULFILLED', code: 'ZJ-2604-0031' });
    const told = await rows(
      `select e.kind from platform.event e join matters.matter m on m.id = e.subject_id
        where m.code = 'ZJ-2604-0031' and e.kind like 'matters.decision-%' order by e.seq`,
    );
    expect(told.map(({ kind }) => kind)).toEqual([
      'matters.decision-made',
      'matters.decision-taken-on',
      'matters.decision-taken-on',
      'matters.decision-done',
      'matters.decision-done',
      'matters.decision-struck-off',
      'matters.decision-struck-off',
    ]);
  });

  it('told each light when it changed: the red one yellow, orange and red, in that order', async () => {
    const told = await rows(
      `select e.kind, to_char(e.at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') as at
         from platform.event e join resolutions.action_item a on a.id = e.subject_id
        where a.due_on = '2026-11-06' and a.state = 'IN_PROGRESS'
          and e.kind in ('resolutions.due-soon', 'resolutions.overdue', 'resolutions.long-overdue') order by e.seq`,
    );
    expect(told.map(({ kind, at }) => [kind, at])).toEqual([
      ['resolutions.due-soon', '11-04 09:00'],
      ['resolutions.overdue', '11-07 09:00'],
      ['resolutions.long-overdue', '11-16 09:00'],
    ]);
  });

  it('struck nothing off that another organisation had not checked, and asked every reporter first', async () => {
    const [missing] = await rows(
      `select count(*)::int as n from resolutions.action_item a
        where a.state = 'STRUCK_OFF' and (a.check_how is null or a.checked_by_org_id = a.lead_org_id
          or exists (select from resolutions.resolution_matter rm
                      where rm.resolution_id = a.resolution_id and not exists (
                        select from resolutions.requester_answer q
                         where q.action_id = a.id and q.report = a.submitted_times and q.answer = 'AGREES')))`,
    );
    expect(missing).toEqual({ n: 0 });
  });
});

describe('what the parties promised each other', () => {
  it('is an agreement of eleven who all signed, with 26 commitments, heard in four forums before', async () => {
    const [first] = await rows(
      `select a.state, a.starts_on::text, left(a.sealed, 1) <> '' as sealed,
         (select count(*)::int from agreements.party p where p.agreement_id = a.id) as parties,
         (select count(distinct organisation_id)::int from agreements.signature s where s.agreement_id = a.id) as signed,
         (select count(*)::int from agreements.commitment c where c.agreement_id = a.id) as commitments,
         (select count(*)::int from agreements.forum f where f.agreement_id = a.id) as forums,
         (select string_agg(state, ' ' order by state) from (select distinct state from agreements.commitment c
           where c.agreement_id = a.id) of) as states
       from agreements.agreement a where a.label = 'v1'`,
    );
    expect(first).toEqual({
      state: 'EFFECTIVE',
      starts_on: '2026-01-08',
      sealed: true,
      parties: 11,
      signed: 11,
      commitments: 26,
      forums: 4,
      states: 'ACTIVE',
    });
  });

  it('and rules in two versions, the second from the middle of July', async () => {
    const versions = await rows(
      `select label, state, effective_from::text as since from agreements.rules_version order by label`,
    );
    expect(versions).toEqual([
      { label: 'v1.0', state: 'ADOPTED', since: '2026-01-08' },
      { label: 'v1.1', state: 'ADOPTED', since: '2026-07-15' },
    ]);
  });
});

describe('the cases of the seed', () => {
  it('tells of the pipes and the parking places under the code of the brief', async () => {
    const [matter] = await rows(`select * from matters.matter where code = 'ZJ-2604-0031'`);
    expect(matter).toMatchObject({
      category: 'G01',
      level: 'P1',
      status: 'CLOSED_CONFIRMED',
      merged_count: 27,
      org_request: true,
      submitted_at: new Date('2026-04-15T02:20:00Z'),
      closed_at: new Date('2026-06-23T02:30:00Z'),
    });
    const tracks = await rows(
      `select kind, state from matters.track where matter_id = $1 order by 1`,
      matter?.id,
    );
    expect(tracks).toEqual([
      { kind: 'COORDINATION', state: 'CLOSED' },
      { kind: 'RESIDENT', state: 'CLOSED' },
    ]);
    const visits = await rows(
      `select count(*)::int as pairs, sum(households)::int as homes from matters.home_visit where matter_id = $1`,
      matter?.id,
    );
    expect(visits).toEqual([{ pairs: 6, homes: 43 }]);
  });

  it('tells of the cypresses, the bicycles and the wish of 132 households', async () => {
    const [trees] = await rows(
      `select category, level, status from matters.matter where code = 'CS-2603-0018'`,
    );
    expect(trees).toEqual({ category: 'B06', level: 'P1', status: 'CLOSED_CONFIRMED' });
    const [bicycles] = await rows(
      `select count(*)::int as n from matters.matter
        where category = 'C03' and kind <> 'SUGGESTION' and code like 'ZJ-%'
          and submitted_at between '2025-11-01' and '2026-06-01'`,
    );
    expect(bicycles?.n).toBe(41);
    const wishes = await rows(
      `select endorsement_count as n, status from matters.matter where kind = 'SUGGESTION' and category = 'C03'`,
    );
    expect(wishes).toEqual([{ n: 132, status: 'CLOSED_CONFIRMED' }]);
  });
});

describe('what climbed in the year', () => {
  it('took the parking places from help asked over the street to the meeting called for them, and to their end', async () => {
    const steps = await rows(
      `select to_char(e.at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') as at, substr(e.kind, 13) as kind
         from platform.event e join escalations.escalation c on c.id = e.subject_id
         join matters.matter m on m.id = c.matter_id
        where m.code = 'ZJ-2604-0031' and e.kind <> 'escalations.trigger-added' order by e.seq`,
    );
    expect(steps.map(({ at, kind }) => `${at} ${kind}`)).toEqual([
      '04-15 10:20 proposed',
      '04-15 11:01 triage',
      '04-15 14:00 whistle',
      '04-15 14:20 acknowledge-whistle',
      '04-15 14:40 pass-whistle-on',
      '04-15 14:50 call-ad-hoc',
      '04-15 15:10 put-on-agenda',
      '04-15 16:10 acknowledge-whistle',
      '04-15 16:45 reply-interim',
      '04-16 18:20 answer-whistle',
      '04-16 19:20 decided',
      '04-16 19:20 begin-tracking',
      '04-24 09:00 fulfilled',
    ]);
  });

  it('leaves one waiting for triage today, and the street asked and not heard from, nothing of it late', async () => {
    const open = await rows(
      `select c.state, c.triage_due_at > $1 as "inTime", w.state as whistle, w.acknowledge_due_at > $1 as "canHear"
         from escalations.escalation c left join escalations.whistle w on w.escalation_id = c.id and w.state = 'SENT'
        where c.ended_at is null and (c.state = 'PROPOSED' or w.id is not null) order by c.state`,
      DEMO_TODAY,
    );
    expect(open).toEqual([
      { state: 'PROPOSED', inTime: true, whistle: null, canHear: null },
      { state: 'SCHEDULED', inTime: false, whistle: 'SENT', canHear: true },
    ]);
  });
});

describe('what follows from what happened', () => {
  it('gives rates near those of the brief', async () => {
    const { response, resolution, satisfaction } = await rates();
    expect([response.percent, resolution.percent, satisfaction.percent].every((p) => p !== null)).toBe(true);
    expect(Math.abs(response.percent! - 95), `response ${response.percent}`).toBeLessThanOrEqual(5);
    expect(Math.abs(resolution.percent! - 84), `resolution ${resolution.percent}`).toBeLessThanOrEqual(5);
    expect(Math.abs(satisfaction.percent! - 79), `satisfaction ${satisfaction.percent}`).toBeLessThanOrEqual(
      5,
    );
  });

  it('lies between the first day and today, each matter in order, in one unbroken chain', async () => {
    const [span] = await rows(
      `select min(at) as first, max(at) as last, count(*)::int as n from platform.event where subject_kind = 'matter'`,
    );
    expect((span?.first as Date) >= new Date('2025-11-01T00:00:00+08:00')).toBe(true);
    expect((span?.last as Date) <= DEMO_TODAY).toBe(true);
    const backwards = await rows(
      `select 1 from (select at, lag(at) over (partition by subject_id order by seq) as before
         from platform.event where subject_kind = 'matter') e where at < before`,
    );
    expect(backwards).toEqual([]);
    const chain = await t.database.inTransaction(ACTOR, verifyChain);
    expect(chain.brokenAt).toBeNull();
    expect(chain.events).toBeGreaterThan(2_000);
  });

  it('tells how far it has come, and does nothing the second time', async () => {
    expect(told.at(-1)).toBe(100);
    const before = await rows(`select count(*)::int as n from platform.event`);
    await seedDemo(t.database, () => expect.unreachable('nothing is left to tell'));
    expect(await rows(`select count(*)::int as n from platform.event`)).toEqual(before);
  });

  it('is the same every time', async () => {
    const lived = await rows(
      `select m.code, m.status, m.resolved, m.satisfaction, e.kind, e.at
         from platform.event e join matters.matter m on m.id = e.subject_id order by m.code, e.seq`,
    );
    const digest = createHash('sha256').update(JSON.stringify(lived)).digest('hex').slice(0, 16);
    expect({
      matters: new Set(lived.map((row) => row.code)).size,
      events: lived.length,
      digest,
    }).toMatchSnapshot();
  });
});
