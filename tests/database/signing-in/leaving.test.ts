import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { endAppointment } from '#modules/registry/commands/organisations/end-appointment.ts';
import { giveStaffAccount } from '#platform/auth/accounts.ts';
import { startSession } from '#platform/auth/sessions.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { keepToRules } from '#web/shell/keep-to-rules.ts';
import { good, type SmallNeighborhood, smallNeighborhood } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { placeOfTest, productionServices, TestBrowser } from './browser.ts';

const START = new Date('2026-11-23T02:00:00Z');
const TODAY = '2026-11-23';

let t: TestDatabase;
let n: SmallNeighborhood;
let browser: TestBrowser;
let appointmentId: string;
let accountId: string;
let people = 0;

const personId = () => n.as.PC.personId ?? '';
const postId = () => n.as.PC.post?.postId ?? '';
const gate = keepToRules as unknown as Parameters<TestBrowser['get']>[0];
const end = (lastDay: string) =>
  runCommand(t.database, n.as.RC, (tx) =>
    endAppointment(tx, { appointmentId, lastDay, reason: '测试：离职' }),
  );

async function session(actingPostId: string): Promise<string> {
  const who = { accountId, personId: personId(), neighborhoodId: n.id, actingPostId, device: '' };
  return startSession(t.database, { ...who, secondFactorAt: START }, 'staff', START);
}

beforeAll(async () => {
  t = await testDatabase(START);
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.now = START;
  people += 1;
  n = await smallNeighborhood(t);
  const { rows } = await t.ownerPool.query('select id from registry.appointment where person_id = $1', [
    personId(),
  ]);
  appointmentId = rows[0].id;
  const staff = { loginName: `luo-${people}`, password: 'a horse, a stable', neighborhoodId: n.id };
  accountId = await giveStaffAccount(t.database, { ...staff, personId: personId() }, START);
  browser = new TestBrowser(productionServices(t), placeOfTest(n.id));
  browser.cookies.set('xs_session', await session(postId()));
});

it('somebody who leaves a post is out in the same moment, with a token that was good until then', async () => {
  expect((await browser.whoAmI())?.actor.role).toBe('PC');
  expect((await browser.get(gate, '/desk')).status).toBe(200);
  good(await end(TODAY));
  expect(await browser.whoAmI()).toBeNull();
  expect(await browser.get(gate, '/desk')).toMatchObject({ status: 303, to: '/login?back=%2Fdesk' });
});

it('and cannot come back into it by signing in again on the last day', async () => {
  good(await end(TODAY));
  browser.cookies.set('xs_session', await session(postId()));
  expect(await browser.whoAmI()).toMatchObject({ actor: { post: null }, session: { posts: [] } });
});

it('nothing ends when ending the appointment is refused', async () => {
  expect(await end('2019-12-31')).toMatchObject({ refusal: { code: 'registry.ends-before-start' } });
  expect((await browser.whoAmI())?.actor.role).toBe('PC');
});

it('with a last day to come, the post is held until that day is over', async () => {
  good(await end('2026-11-24'));
  expect((await browser.whoAmI())?.actor.role).toBe('PC');
  t.clock.now = new Date('2026-11-24T15:59:59Z');
  await t.ownerPool.query('update platform.session set last_seen_at = $1', [t.clock.now]);
  expect((await browser.whoAmI())?.actor.role).toBe('PC');
  t.clock.now = new Date('2026-11-24T16:00:00Z');
  expect((await browser.whoAmI())?.actor.post).toBeNull();
});

it('a session in another post of the same person goes on, without the post that was left', async () => {
  const other = n.as.HO.post?.postId ?? '';
  await t.ownerPool.query(
    `insert into registry.appointment (neighborhood_id, id, post_id, person_id, from_day)
     values ($1, gen_random_uuid(), $2, $3, '2020-01-01')`,
    [n.id, other, personId()],
  );
  browser.cookies.set('xs_session', await session(other));
  good(await end(TODAY));
  const who = await browser.whoAmI();
  expect(who?.actor).toMatchObject({ role: 'HO', post: { postId: other } });
  expect(who?.session.posts.map((post) => post.postId)).toEqual([other]);
});

it('an account that is disabled is out in the same moment', async () => {
  await t.ownerPool.query('update platform.account set disabled_at = now() where id = $1', [accountId]);
  expect(await browser.whoAmI()).toBeNull();
});
