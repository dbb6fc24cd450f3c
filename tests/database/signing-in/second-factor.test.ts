import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { giveStaffAccount } from '#platform/auth/accounts.ts';
import { SECOND_TRIES, secondFactorState } from '#platform/auth/second-factor/second-factor.ts';
import { CONFIRMED_MS } from '#platform/auth/session-rules.ts';
import { action as login } from '#web/account/login.page.server.ts';
import { action as changePassword } from '#web/account/password.page.server.ts';
import { loader as showCodes } from '#web/account/second-factor/codes.page.server.ts';
import { action as confirm } from '#web/account/second-factor/confirm.page.server.ts';
import { action as second, loader as secondPage } from '#web/account/second-factor/second.page.server.ts';
import { action as manage, loader as setUp } from '#web/account/second-factor/second-factor.page.server.ts';
import { keepToRules } from '#web/shell/keep-to-rules.ts';
import { type SmallNeighborhood, smallNeighborhood } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { placeOfTest, productionServices, TestBrowser } from './browser.ts';

const START = new Date('2026-11-23T01:00:00Z');
const PASSWORD = 'a horse, a stable';
const STEP_MS = 30_000;

let t: TestDatabase;
let n: SmallNeighborhood;
let people = 0;
let loginName: string;
let accountId: string;

const wait = (ms: number) => {
  t.clock.now = new Date(t.clock.now.getTime() + ms);
};
const newBrowser = () => new TestBrowser(productionServices(t), placeOfTest(n.id));
const signIn = (browser: TestBrowser, password = PASSWORD) =>
  browser.post(login, '/login', { way: 'staff', login: loginName, password });
const codeOf = (key: string, now = t.clock.now) =>
  new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) }).generate({ timestamp: now.getTime() });
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

beforeAll(async () => {
  t = await testDatabase(START);
  n = await smallNeighborhood(t);
});
afterAll(() => t.close());

/** Somebody new in the head post of the residents' committee, by name and password, without a second factor. */
beforeEach(async () => {
  people += 1;
  t.clock.now = new Date(START.getTime() + people * 3_600_000 * 24);
  loginName = `staff-${people}`;
  const { rows } = await t.ownerPool.query(
    `insert into registry.person (neighborhood_id, id, name) values ($1, gen_random_uuid(), '测试周') returning id`,
    [n.id],
  );
  const personId = rows[0].id;
  await t.ownerPool.query(
    `insert into registry.appointment (neighborhood_id, id, post_id, person_id, from_day)
     values ($1, gen_random_uuid(), $2, $3, '2020-01-01')`,
    [n.id, n.as.RC.post?.postId, personId],
  );
  accountId = await giveStaffAccount(
    t.database,
    { loginName, password: PASSWORD, neighborhoodId: n.id, personId },
    t.clock.now,
  );
});

/** Signs in, sets a second factor up and gives its key and recovery codes. */
async function withSecondFactor(browser = newBrowser()): Promise<{ key: string; codes: string[] }> {
  await signIn(browser);
  const page = (await browser.get(setUp, '/account/second-factor')).data as { setUp: { key: string } };
  const { key } = page.setUp;
  const on = await browser.post(manage, '/account/second-factor', { way: 'confirm', code: codeOf(key) });
  expect(on).toMatchObject({ status: 303, to: '/account/second-factor/codes' });
  const shown = (await browser.get(showCodes, '/account/second-factor/codes')).data as { codes: string[] };
  wait(STEP_MS);
  return { key, codes: [...shown.codes] };
}

describe('somebody whose post sees personal data', () => {
  it('is led to set up a second factor, and until then the post cannot be acted in', async () => {
    const browser = newBrowser();
    const answer = await signIn(browser);
    expect(answer.to).toBe('/account/second-factor?back=%2Fdesk');
    const who = await browser.whoAmI();
    expect(who?.actor).toMatchObject({ role: 'RES', post: null });
    expect(who?.session).toMatchObject({ posts: [], heldBack: [{ postId: n.as.RC.post?.postId }] });
    const gate = keepToRules as unknown as Parameters<TestBrowser['get']>[0];
    expect(await browser.get(gate, '/desk')).toMatchObject({
      status: 303,
      to: '/account/second-factor?back=%2Fdesk',
    });
  });

  it('acts in it once the second factor is set up, in a new session, and the one from before is dead', async () => {
    const browser = newBrowser();
    await signIn(browser);
    const before = browser.session;
    const other = newBrowser();
    await signIn(other);
    await withSecondFactor(browser);
    expect(browser.session).not.toBe(before);
    expect((await browser.whoAmI())?.actor).toMatchObject({ role: 'RC' });
    expect(await other.whoAmI()).toBeNull();
    other.cookies.set('xs_session', before ?? '');
    expect(await other.whoAmI()).toBeNull();
  });

  it('cannot turn it off again', async () => {
    const browser = newBrowser();
    const { key } = await withSecondFactor(browser);
    const off = await browser.post(manage, '/account/second-factor', { way: 'off', code: codeOf(key) });
    expect(off.refused).toEqual(['auth.second-factor-demanded']);
    expect((await secondFactorState(t, accountId)).since).not.toBeNull();
  });
});

describe('setting up', () => {
  it('takes no wrong code, and keeps the key that was shown', async () => {
    const browser = newBrowser();
    await signIn(browser);
    const shown = async () =>
      ((await browser.get(setUp, '/account/second-factor')).data as { setUp: { key: string } }).setUp.key;
    const key = await shown();
    const tried = await browser.post(manage, '/account/second-factor', {
      way: 'confirm',
      code: wrong(codeOf(key)),
    });
    expect(tried).toMatchObject({ status: 422, refused: ['auth.second-code-wrong'] });
    expect(await shown()).toBe(key);
  });

  it('gives another session another key, so that nobody can slip theirs in', async () => {
    const [mine, theirs] = [newBrowser(), newBrowser()];
    await signIn(mine);
    await signIn(theirs);
    const keyOf = async (browser: TestBrowser) =>
      ((await browser.get(setUp, '/account/second-factor')).data as { setUp: { key: string } }).setUp.key;
    const key = await keyOf(mine);
    expect(await keyOf(theirs)).not.toBe(key);
    const late = await mine.post(manage, '/account/second-factor', { way: 'confirm', code: codeOf(key) });
    expect(late.refused).toEqual(['auth.second-setup-over']);
  });

  it('keeps key and recovery codes where nobody can read them', async () => {
    const { key, codes } = await withSecondFactor();
    const { rows } = await t.ownerPool.query(
      `select (select json_agg(f) from platform.second_factor f)::text ||
              (select json_agg(r) from platform.recovery_code r)::text as stored`,
    );
    expect(rows[0].stored).not.toContain(key.replaceAll(' ', ''));
    for (const code of codes) expect(rows[0].stored).not.toContain(code.replace('-', ''));
    expect(codes).toHaveLength(10);
  });

  it('asks again who it is when signing in was a while ago', async () => {
    const browser = newBrowser();
    await signIn(browser);
    wait(CONFIRMED_MS + 1000);
    expect((await browser.get(setUp, '/account/second-factor')).to).toBe(
      '/account/confirm?back=%2Faccount%2Fsecond-factor',
    );
    const guess = await browser.post(confirm, '/account/confirm', { password: 'x' });
    expect(guess.refused).toEqual(['auth.password-wrong']);
    const given = await browser.post(confirm, '/account/confirm?back=%2Faccount%2Fsecond-factor', {
      password: PASSWORD,
    });
    expect(given.to).toBe('/account/second-factor');
    expect((await browser.get(setUp, '/account/second-factor')).status).toBe(200);
  });
});

describe('signing in with two steps', () => {
  it('starts no session before the second step', async () => {
    const { key } = await withSecondFactor();
    const browser = newBrowser();
    expect(await signIn(browser)).toMatchObject({ status: 303, to: '/login/second' });
    expect(browser.session).toBeNull();
    expect((await browser.get(secondPage, '/login/second')).status).toBe(200);
    const wrongCode = await browser.post(second, '/login/second', { code: wrong(codeOf(key)) });
    expect(wrongCode).toMatchObject({ status: 422, refused: ['auth.second-code-wrong'] });
    expect(browser.session).toBeNull();
    expect(await browser.post(second, '/login/second', { code: codeOf(key) })).toMatchObject({ to: '/desk' });
    expect((await browser.whoAmI())?.actor.role).toBe('RC');
  });

  it('takes no session the browser came with: it ends, and the new token is another', async () => {
    const { key } = await withSecondFactor();
    const browser = newBrowser();
    browser.cookies.set('xs_session', 'A'.repeat(43));
    await signIn(browser);
    await browser.post(second, '/login/second', { code: codeOf(key) });
    expect(browser.session).not.toBe('A'.repeat(43));
  });

  it('takes a code once, also when it is sent twice at the same moment', async () => {
    const { key } = await withSecondFactor();
    const [one, two] = [newBrowser(), newBrowser()];
    await signIn(one);
    await signIn(two);
    const code = codeOf(key);
    const answers = await Promise.all([one, two].map((b) => b.post(second, '/login/second', { code })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422]);
    const third = newBrowser();
    await signIn(third);
    expect((await third.post(second, '/login/second', { code })).refused).toEqual(['auth.second-code-wrong']);
  });

  it('takes a code of the half minute before, but none older', async () => {
    const { key } = await withSecondFactor();
    const browser = newBrowser();
    wait(10 * STEP_MS);
    await signIn(browser);
    const now = t.clock.now.getTime();
    const old = await browser.post(second, '/login/second', {
      code: codeOf(key, new Date(now - 2 * STEP_MS)),
    });
    expect(old.refused).toEqual(['auth.second-code-wrong']);
    const code = codeOf(key, new Date(now - STEP_MS));
    expect((await browser.post(second, '/login/second', { code })).status).toBe(303);
  });

  it('takes each recovery code once, however it is typed, and only of the own account', async () => {
    const mine = await withSecondFactor();
    const typed = ` ${mine.codes[0]?.toLowerCase().replace('-', ' ')} `;
    const browser = newBrowser();
    await signIn(browser);
    expect((await browser.post(second, '/login/second', { code: typed })).to).toBe('/desk');
    const again = newBrowser();
    await signIn(again);
    expect((await again.post(second, '/login/second', { code: typed })).refused).toEqual([
      'auth.second-code-wrong',
    ]);
    expect((await secondFactorState(t, accountId)).recoveryLeft).toBe(9);
  });

  it('stops guessing after a few tries, even for the right code, until a quarter of an hour is over', async () => {
    const { key, codes } = await withSecondFactor();
    wait(15 * 60_000);
    const browser = newBrowser();
    await signIn(browser);
    for (let i = 0; i < SECOND_TRIES.hits; i++) {
      const guess = i % 2 ? wrong(codeOf(key)) : 'AAAAA-AAAAA';
      await browser.post(second, '/login/second', { code: guess });
    }
    for (const code of [codeOf(key), codes[0] ?? '']) {
      const tried = await browser.post(second, '/login/second', { code });
      expect(tried.refused).toEqual(['auth.too-many-tries']);
    }
    wait(15 * 60_000);
    await signIn(browser);
    expect((await browser.post(second, '/login/second', { code: codeOf(key) })).to).toBe('/desk');
  });

  it('is begun anew after ten minutes, and when the password was changed meanwhile', async () => {
    const owner = newBrowser();
    const { key } = await withSecondFactor(owner);
    const browser = newBrowser();
    await signIn(browser);
    wait(11 * 60_000);
    expect((await browser.post(second, '/login/second', { code: codeOf(key) })).to).toBe('/login?as=staff');
    await signIn(browser);
    await owner.post(changePassword, '/account/password', {
      password: PASSWORD,
      'new-password': 'another stable',
    });
    expect((await browser.get(secondPage, '/login/second')).to).toBe('/login?as=staff');
    expect((await browser.post(second, '/login/second', { code: codeOf(key) })).to).toBe('/login?as=staff');
    expect(browser.session).toBeNull();
  });

  it('believes no cookie of another step, another neighborhood, or made up', async () => {
    await withSecondFactor();
    const browser = newBrowser();
    await signIn(browser);
    const half = browser.cookies.get('xs_second') ?? '';
    for (const made of [`${half}A`, 'k1.AAAA.AAAA.AAAA', 'x']) {
      browser.cookies.set('xs_second', made);
      expect((await browser.get(secondPage, '/login/second')).to).toBe('/login?as=staff');
    }
    browser.cookies.set('xs_second', half);
    browser.neighborhood = placeOfTest('01900000-0000-7000-8000-0000000000ff');
    expect((await browser.get(secondPage, '/login/second')).to).toBe('/login?as=staff');
    browser.neighborhood = placeOfTest(n.id);
    browser.cookies.set('xs_codes', half);
    const session = newBrowser();
    await signIn(session);
    session.cookies.set('xs_codes', half);
    expect((await session.get(showCodes, '/account/second-factor/codes')).status).toBe(303);
  });
});

it('new recovery codes need a code, and the earlier ones no longer hold', async () => {
  const browser = newBrowser();
  const { key, codes } = await withSecondFactor(browser);
  const without = await browser.post(manage, '/account/second-factor', { way: 'codes', code: '' });
  expect(without.refused).toEqual(['auth.second-code-wrong']);
  expect(
    await browser.post(manage, '/account/second-factor', { way: 'codes', code: codeOf(key) }),
  ).toMatchObject({ to: '/account/second-factor/codes' });
  const other = newBrowser();
  await signIn(other);
  expect((await other.post(second, '/login/second', { code: codes[0] ?? '' })).status).toBe(422);
});
