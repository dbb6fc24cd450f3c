import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLog } from '#platform/http/log.ts';
import { countHits, forgetOldHits, type Limit, PageLimit, takeHit } from '#platform/http/rate-limit.ts';
import type { Services } from '#platform/http/services.ts';
import { FORMS_PER_ADDRESS, FORMS_PER_SESSION, type Gate, gate } from '#web/http/gate.ts';
import { BODY_LIMITS } from '#web/http/security.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';

const START = new Date('2026-11-23T01:00:00Z');
const LIMIT: Limit = { name: 'test', hits: 3, seconds: 60 };

let t: TestDatabase;
let admit: Gate;
beforeAll(async () => {
  t = await testDatabase(START);
  admit = newGate();
});
afterAll(() => t.close());

/** The gate of one more copy of the program on the same database. */
function newGate(): Gate {
  const services: Services = {
    config: { mode: 'serve', publicUrl: 'https://zj.example' },
    database: t.database,
    vault: t.vault,
    sms: { kind: 'off' },
    clock: () => t.clock.now,
    log: jsonLog(
      () => undefined,
      () => t.clock.now,
    ),
    migrationsCurrent: async () => true,
  };
  return gate(services);
}

type Sent = {
  path?: string;
  address?: string;
  session?: string;
  headers?: Record<string, string>;
  body?: BodyInit;
};

function visit({
  path = '/report',
  address = '203.0.113.1',
  session,
  headers = {},
  body = 'a=b',
}: Sent = {}) {
  const url = new URL(path, 'http://zj.example');
  const all = {
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': '3',
    ...headers,
  };
  const request = new Request(url, { method: 'POST', headers: all, body, duplex: 'half' } as RequestInit);
  const cookies = new Map(session ? [['xs_session', session]] : []);
  return { request, url, requestId: 'x', cookies, clientAddress: address };
}

describe('a shared limit', () => {
  it('counts exactly, also for hits at the same moment', async () => {
    const hits = await Promise.all(
      Array.from({ length: 5 }, () => takeHit(t.database, LIMIT, 'at-once', START)),
    );
    expect(hits.filter(Boolean)).toHaveLength(3);
  });

  it('begins anew with the next window and knows subjects apart', async () => {
    for (let i = 0; i < 4; i++) await takeHit(t.database, LIMIT, 'a', START);
    expect(await takeHit(t.database, LIMIT, 'a', START)).toBe(false);
    expect(await takeHit(t.database, LIMIT, 'b', START)).toBe(true);
    expect(await takeHit(t.database, LIMIT, 'a', new Date(START.getTime() + 60_000))).toBe(true);
  });

  it('is forgotten after some days', async () => {
    await takeHit(t.database, LIMIT, 'old', START);
    await forgetOldHits(t.database, new Date(START.getTime() + 4 * 86_400_000));
    const { rows } = await t.ownerPool.query('select count(*)::int as n from platform.rate_limit');
    expect(rows[0].n).toBe(0);
  });
});

describe('the limit of pages', () => {
  it('refuses within one copy of the program without asking the database', () => {
    const pages = new PageLimit(t.database, LIMIT, () => undefined);
    expect([1, 2, 3, 4].map(() => pages.take('x', START))).toEqual([true, true, true, false]);
    expect(pages.take('x', new Date(START.getTime() + 60_000))).toBe(true);
  });

  it('learns of the hits of other copies', async () => {
    const wide: Limit = { name: 'wide', hits: 30, seconds: 60 };
    await countHits(t.database, wide, 'x', START, 25);
    const pages = new PageLimit(t.database, wide, (error) => expect(error).toBeNull());
    const first = Array.from({ length: 20 }, () => pages.take('x', START));
    expect(first.every(Boolean)).toBe(true);
    await expect.poll(() => pages.take('x', START)).toBe(false);
  });
});

describe('what is no form', () => {
  it.each([
    ['json', { 'content-type': 'application/json' }],
    ['plain text', { 'content-type': 'text/plain' }],
    ['a form in parts that does not say where they end', { 'content-type': 'multipart/form-data' }],
  ])('is turned away: %s', async (_name, headers) => {
    expect(await admit(visit({ headers }))).toBe(400);
  });
  it('is an address with a NUL, which no text of ours holds', async () => {
    expect(await admit(visit({ path: '/m/a%00b' }))).toBe(404);
    expect(await admit(visit({ path: '/board?words=%00' }))).toBe(404);
  });
});

describe('the gate', () => {
  it('lets a form of this site through', async () => {
    expect(await admit(visit())).toBeInstanceOf(Request);
  });

  it('turns away a form of another site', async () => {
    expect(await admit(visit({ headers: { 'sec-fetch-site': 'cross-site' } }))).toBe(403);
  });

  it.each([
    '/login',
    '/login/second',
    '/account/second-factor',
    '/account/confirm',
    '/invitation/x',
    '/setup',
  ])('turns away a form of another site for %s, whichever way the browser says it', async (path) => {
    const others = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
    ];
    for (const headers of others) expect(await admit(visit({ path, headers }))).toBe(403);
    const old = visit({ path, headers: { origin: 'https://evil.example' } });
    old.request.headers.delete('sec-fetch-site');
    expect(await admit(old)).toBe(403);
  });

  it('turns away what is too large, whether it says so or not', async () => {
    const large = new Uint8Array(BODY_LIMITS.text + 1);
    expect(await admit(visit({ headers: { 'content-length': String(large.byteLength) }, body: large }))).toBe(
      413,
    );
    const silent = visit({ body: new Blob([large]).stream() });
    silent.request.headers.delete('content-length');
    expect(await admit(silent)).toBe(413);
  });

  it('hands on a body that did not say its length', async () => {
    const silent = visit({
      body: new Blob(['title=灯不亮']).stream(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    silent.request.headers.delete('content-length');
    const admitted = await admit(silent);
    expect(admitted).toBeInstanceOf(Request);
    expect((await (admitted as Request).formData()).get('title')).toBe('灯不亮');
  });

  it('answers no data requests of React Router', async () => {
    expect(await admit(visit({ path: '/desk.data' }))).toBe(404);
  });

  it('stops an address that sends too many forms, in every copy of the program', async () => {
    const copies = [admit, newGate()];
    const address = '203.0.113.77';
    for (let i = 0; i < FORMS_PER_ADDRESS.hits; i++) await copies[i % 2]!(visit({ address }));
    expect(await admit(visit({ address }))).toBe(429);
    expect(await copies[1]!(visit({ address }))).toBe(429);
    expect(await admit(visit({ address: '203.0.113.78' }))).toBeInstanceOf(Request);
  });

  it('stops a session that sends too many forms from many addresses', async () => {
    for (let i = 0; i < FORMS_PER_SESSION.hits; i++)
      await admit(visit({ session: 's', address: `198.51.100.${i}` }));
    expect(await admit(visit({ session: 's', address: '198.51.100.200' }))).toBe(429);
    expect(await admit(visit({ session: 'other', address: '198.51.100.200' }))).toBeInstanceOf(Request);
  });

  it('keeps no address that could be read', async () => {
    const { rows } = await t.ownerPool.query('select key from platform.rate_limit');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ key }) => key).join()).not.toMatch(/203\.0\.113|198\.51/);
  });
});
