import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { carryOutRetention } from '#modules/privacy/commands/carry-out-retention.ts';
import { decideRetention } from '#modules/privacy/commands/decide-retention.ts';
import { liftHold } from '#modules/privacy/commands/lift-hold.ts';
import { listPast } from '#modules/privacy/commands/list-past.ts';
import { setHold } from '#modules/privacy/commands/set-hold.ts';
import { setPeriod } from '#modules/privacy/commands/set-period.ts';
import { jobs } from '#modules/privacy/jobs.server.ts';
import { verifyChain } from '#platform/audit/events.ts';
import {
  does,
  good,
  refusal,
  type SmallNeighborhood,
  smallNeighborhood,
  submitted,
} from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';

const NOW = new Date('2026-11-23T02:00:00Z');
let t: TestDatabase;
let n: SmallNeighborhood;

beforeAll(async () => {
  t = await testDatabase(NOW);
});
afterAll(async () => {
  await t.close();
});
beforeEach(async () => {
  n = await smallNeighborhood(t);
});

/** A matter with a phone, closed on a day. */
async function closed(
  day: string,
  more = {},
  actor = n.residents[0]!,
): Promise<{ id: string; code: string }> {
  const { matterId, code } = await submitted(t, n, { reporterPhone: '13800001234', ...more }, actor);
  await t.ownerPool.query(
    "update matters.matter set status = 'CLOSED_CONFIRMED', satisfaction = 5, closed_at = $2 where id = $1",
    [matterId, `${day}T04:00:00Z`],
  );
  return { id: matterId, code };
}
const plan = async (kind = 'MATTER_CONTACT') =>
  (await t.database.inTransaction(n.as.RC, (tx) => listPast(tx, kind)))!;
const decide = (actor: Actor, listed: number, kind = 'MATTER_CONTACT') =>
  does(t, actor, (tx) => decideRetention(tx, { kind, listed }));
const carryOut = () => jobs[0].run(t.database, n.id, NOW);
const stillNamed = async () =>
  (
    await t.ownerPool.query(
      'select code from matters.matter where neighborhood_id = $1 and reporter_phone_cipher is not null order by code',
      [n.id],
    )
  ).rows.map(({ code }) => code);

describe('the dry run', () => {
  it('lists what is two years past its end, and changes nothing', async () => {
    const old = await closed('2024-11-22');
    const young = await closed('2024-11-24');
    expect(await plan()).toMatchObject({ months: 24, due: 1, held: 0, rows: [{ code: old.code }] });
    expect(await stillNamed()).toEqual([old.code, young.code]);
  });
});

describe('carrying it out', () => {
  it('needs a decision of a head, who saw this very list', async () => {
    await closed('2024-01-01');
    for (const who of ['RC2', 'GB2', 'PC', 'OC'] as const)
      expect(refusal(await decide(n.as[who], 1))).toBe('privacy.not-yours');
    expect(refusal(await decide(n.as.RC, 2))).toBe('privacy.list-changed');
    expect(await carryOut()).toBe(0);
    expect(await stillNamed()).toHaveLength(1);
  });

  it('takes the reporter out, keeps the figures, and the chain of events stays whole', async () => {
    const old = await closed('2024-01-01');
    const young = await closed('2026-01-01');
    good(await decide(n.as.GB, 1));
    expect(await carryOut()).toBe(1);
    expect(await stillNamed()).toEqual([young.code]);
    const { rows } = await t.ownerPool.query(
      'select category, satisfaction, reporter_person_id from matters.matter where id = $1',
      [old.id],
    );
    expect(rows).toEqual([{ category: 'A09', satisfaction: 5, reporter_person_id: null }]);
    const events = await t.ownerPool.query(
      "select kind from platform.event where neighborhood_id = $1 and kind ~ '^privacy|pseudonymised' order by seq",
      [n.id],
    );
    expect(events.rows.map(({ kind }) => kind)).toEqual([
      'privacy.retention-decided',
      'matters.pseudonymised',
      'privacy.retention-carried-out',
    ]);
    expect((await t.database.inTransaction(n.as.GB, verifyChain)).brokenAt).toBeNull();
    expect(await carryOut()).toBe(0);
  });

  it('goes on where it was when it was killed between two pieces', async () => {
    const typed = { channel: 'PHONE', reporter: 'NAMED', overrideLimit: true };
    for (let i = 0; i < 30; i++) await closed('2024-01-01', typed, n.as.RC);
    good(await decide(n.as.RC, 30));
    const first = good(await t.database.inTransaction(n.as.RC, carryOutRetention));
    expect(first).toBe(25);
    expect(await stillNamed()).toHaveLength(5);
    expect(await carryOut()).toBe(5);
    expect(await stillNamed()).toEqual([]);
  }, 120_000);

  it('deletes sessions that ended long ago, and none that run', async () => {
    const account = (
      await t.ownerPool.query(
        'insert into platform.account (id, login_name, created_at) values (gen_random_uuid(), $1, now()) returning id',
        [n.id],
      )
    ).rows[0].id;
    const add = (token: string, expires: string) =>
      t.ownerPool.query(
        `insert into platform.session (token_hash, public_id, account_id, neighborhood_id, person_id, created_at, last_seen_at, expires_at)
         values ($1, gen_random_uuid(), $2, $3, $4, $5, $5, $5)`,
        [token + n.id, account, n.id, n.residents[0]!.personId, expires],
      );
    await add('old', '2026-05-01T00:00:00Z');
    await add('new', '2026-12-01T00:00:00Z');
    good(await decide(n.as.RC, (await plan('SESSIONS')).due, 'SESSIONS'));
    await carryOut();
    const left = await t.ownerPool.query(
      'select token_hash from platform.session where neighborhood_id = $1',
      [n.id],
    );
    expect(left.rows.map(({ token_hash }) => token_hash)).toEqual([`new${n.id}`]);
  });
});

describe('a legal hold', () => {
  const hold = (more: object) =>
    does(t, n.as.RC, (tx) =>
      setHold(tx, { subjectKind: 'everything', reason: '法院调取', until: '2027-06-30', ...more } as never),
    );

  it.each(['matter', 'person', 'everything'] as const)(
    'on %s stops it, also after the decision',
    async (kind) => {
      const old = await closed('2024-01-01');
      good(await decide(n.as.RC, 1));
      const subjectId = { matter: old.id, person: n.residents[0]!.personId!, everything: undefined }[kind];
      const { id } = good(await hold({ subjectKind: kind, subjectId }));
      expect(await plan()).toMatchObject({ due: 0, held: 1 });
      expect(await carryOut()).toBe(0);
      expect(await stillNamed()).toEqual([old.code]);
      good(await does(t, n.as.GB, (tx) => liftHold(tx, { holdId: id })));
      good(await decide(n.as.RC, 1));
      expect(await carryOut()).toBe(1);
    },
  );

  it('ends on its day, cannot begin in the past, and needs what it is about', async () => {
    await closed('2024-01-01');
    good(await hold({ until: '2026-11-23' }));
    expect((await plan()).due).toBe(0);
    t.clock.now = new Date('2026-11-24T02:00:00Z');
    expect((await plan()).due).toBe(1);
    t.clock.now = NOW;
    expect(refusal(await hold({ until: '2026-11-22' }))).toBe('privacy.hold-in-the-past');
    expect(refusal(await hold({ subjectKind: 'person' }))).toBe('privacy.hold-needs-subject');
  });

  it('of another neighborhood cannot be lifted', async () => {
    const { id } = good(await hold({}));
    const other = await smallNeighborhood(t, 'CS');
    expect(refusal(await does(t, other.as.RC, (tx) => liftHold(tx, { holdId: id })))).toBe(
      'privacy.hold-not-found',
    );
  });
});

describe('periods', () => {
  const set = (actor: Actor, kind: string, months: number) =>
    does(t, actor, (tx) => setPeriod(tx, { kind, months, reason: '居委会会议定的' }));

  it('a neighborhood decides its own; the last decision holds', async () => {
    await closed('2025-10-01');
    expect((await plan()).due).toBe(0);
    good(await set(n.as.RC, 'MATTER_CONTACT', 12));
    expect(await plan()).toMatchObject({ months: 12, due: 1 });
    good(await set(n.as.GB, 'MATTER_CONTACT', 36));
    expect((await plan()).due).toBe(0);
  });

  it('cannot be shorter than the law asks, set by others, or for what is always kept', async () => {
    expect(refusal(await set(n.as.RC, 'SESSIONS', 5))).toBe('privacy.period-too-short');
    expect(refusal(await set(n.as.RC2, 'SESSIONS', 12))).toBe('privacy.not-yours');
    expect(refusal(await set(n.as.RC, 'CONSENTS', 12))).toBe('privacy.no-such-kind');
  });
});
