import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountForPhone } from '#platform/auth/accounts.ts';
import { chooseActingPost, startSession } from '#platform/auth/sessions.ts';
import { jsonLog } from '#platform/http/log.ts';
import type { Services } from '#platform/http/services.ts';
import { signedInBy } from '#web/signed-in.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';

const HERE = '01900000-0000-7000-8000-00000000000a';
const START = new Date('2026-11-23T01:00:00Z');
const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

let t: TestDatabase;
let services: Services;
const BRANCH = 10;
const COMMITTEE = 11;
const SECRETARY = id(20);
const DEPUTY = id(21);
const ZHOU = id(30);
const OWNER = id(31);
const TENANT = id(32);

const write = (table: string, row: Record<string, unknown>) => {
  const names = Object.keys(row);
  const holes = names.map((_, i) => `$${i + 2}`);
  return t.ownerPool.query(
    `insert into registry.${table} (neighborhood_id, ${names}) values ($1, ${holes})`,
    [HERE, ...Object.values(row)],
  );
};

async function signIn(personId: string, actingPostId: string | null): Promise<string> {
  const accountId = await accountForPhone(
    t.database,
    { index: personId, neighborhoodId: HERE, personId },
    START,
  );
  const session = {
    accountId,
    personId,
    neighborhoodId: HERE,
    actingPostId,
    device: '',
    secondFactorAt: START,
  };
  return startSession(t.database, session, actingPostId ? 'staff' : 'resident', START);
}
const who = (token: string) => signedInBy(services, token, HERE);

beforeAll(async () => {
  t = await testDatabase(START);
  const clock = () => t.clock.now;
  services = {
    config: { mode: 'serve', publicUrl: 'https://zj.example' },
    database: t.database,
    vault: t.vault,
    sms: { kind: 'off' },
    clock,
    log: jsonLog(() => undefined, clock),
    migrationsCurrent: async () => true,
  };
  await write('neighborhood', { code: 'ZJ', name_zh: '测', name_en: 'T' });
  const names = { name_zh: '测', name_en: 'T' };
  await write('organisation', { id: id(BRANCH), kind: 'PARTY_GENERAL_BRANCH', ...names });
  await write('organisation', { id: id(COMMITTEE), kind: 'RESIDENTS_COMMITTEE', ...names });
  await write('post', {
    id: SECRETARY,
    organisation_id: id(BRANCH),
    code: 'A',
    is_head: true,
    duty: 'HEAD',
    ...names,
  });
  await write('post', { id: DEPUTY, organisation_id: id(COMMITTEE), code: 'B', duty: 'DEPUTY', ...names });
  for (const person of [ZHOU, OWNER, TENANT]) await write('person', { id: person, name: '测试' });
  await write('appointment', {
    id: id(40),
    post_id: SECRETARY,
    person_id: ZHOU,
    from_day: '2024-01-01',
    to_day: '2026-11-24',
  });
  await write('appointment', { id: id(41), post_id: DEPUTY, person_id: ZHOU, from_day: '2025-01-01' });
  await write('estate', { id: id(50), code: 'ZJ', position: 1, ...names });
  const unit = { estate_id: id(50), kind: 'DWELLING', area: 8000, area_source: 'REGISTRY' };
  await write('unit', { id: id(51), code: 'U1', room: '101', ...unit });
  await write('unit_holder', {
    id: id(52),
    unit_id: id(51),
    person_id: OWNER,
    relation: 'OWNER',
    from_day: '2010-01-01',
  });
  await write('unit_holder', {
    id: id(53),
    unit_id: id(51),
    person_id: TENANT,
    relation: 'TENANT',
    from_day: '2025-01-01',
  });
});
afterAll(() => t.close());

describe('somebody with two posts', () => {
  it('acts in the chosen one, and its organisation gives the role', async () => {
    const token = await signIn(ZHOU, SECRETARY);
    const first = await who(token);
    expect(first?.actor).toMatchObject({
      role: 'GB',
      personId: ZHOU,
      post: { postId: SECRETARY, orgId: id(BRANCH), isHead: true },
    });
    expect(first?.session.posts.map((post) => post.postId)).toEqual([SECRETARY, DEPUTY]);
    await chooseActingPost(t.database, first!.session.publicId, DEPUTY);
    expect((await who(token))?.actor).toMatchObject({ role: 'RC', post: { postId: DEPUTY, isHead: false } });
  });

  it('cannot act in a post of somebody else, whatever the session says', async () => {
    const token = await signIn(OWNER, SECRETARY);
    expect((await who(token))?.actor).toMatchObject({ role: 'OWN', post: null });
  });

  it('loses a post with the day its appointment ends', async () => {
    const token = await signIn(ZHOU, SECRETARY);
    const session = (await who(token))!.session;
    t.clock.now = new Date('2026-11-24T15:59:00Z');
    const later = await signIn(ZHOU, SECRETARY);
    await t.ownerPool.query('update platform.session set last_seen_at = $1', [t.clock.now]);
    expect((await who(token))?.actor.post?.postId).toBe(SECRETARY);
    t.clock.now = new Date('2026-11-24T16:00:00Z');
    for (const one of [token, later]) {
      const now = await who(one);
      expect(now?.actor).toMatchObject({ role: 'RC', post: { postId: DEPUTY } });
      expect(now?.session.posts.map((post) => post.postId)).toEqual([DEPUTY]);
    }
    await t.ownerPool.query(`update registry.appointment set to_day = '2026-11-23' where id = $1`, [id(41)]);
    expect(await who(token)).toMatchObject({
      actor: { role: 'RES', post: null },
      session: { publicId: session.publicId, posts: [] },
    });
    t.clock.now = START;
  });
});

describe('a resident', () => {
  it('who owns a dwelling acts as owner', async () => {
    expect((await who(await signIn(OWNER, null)))?.actor).toMatchObject({
      role: 'OWN',
      householdUnitIds: [id(51)],
      post: null,
    });
  });

  it('who rents acts as resident of the same household', async () => {
    expect((await who(await signIn(TENANT, null)))?.actor).toMatchObject({
      role: 'RES',
      householdUnitIds: [id(51)],
    });
  });
});
