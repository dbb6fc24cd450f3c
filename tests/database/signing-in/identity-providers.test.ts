import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inviteStaff } from '#modules/access/commands/invitations/invite-staff.ts';
import { giveStaffAccount } from '#platform/auth/accounts.ts';
import { oidcProvider } from '#platform/auth/providers/oidc.ts';
import { type IdentityProvider, saysTwoSteps } from '#platform/auth/providers/provider.ts';
import { wechatProvider } from '#platform/auth/providers/wechat.ts';
import { confirmSetUp, keyToSetUp } from '#platform/auth/second-factor/second-factor.ts';
import { startSession, tokenHash } from '#platform/auth/sessions.ts';
import { action as account } from '#web/account/account.page.server.ts';
import { loader as back } from '#web/account/identity/back.page.server.ts';
import { loader as connect, connectKey } from '#web/account/identity/connect.ts';
import { loader as signInWith } from '#web/account/identity/sign-in-with.ts';
import { action as accept } from '#web/account/invitation/invitation.page.server.ts';
import { loader as loginPage } from '#web/account/login.page.server.ts';
import { does, good, type SmallNeighborhood, smallNeighborhood } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { placeOfTest, productionServices, TestBrowser } from './browser.ts';
import { type IdentityServer, identityServer } from './identity-server.ts';

const START = new Date('2026-11-23T02:00:00Z');
const PASSWORD = 'a horse, a stable';

let t: TestDatabase;
let n: SmallNeighborhood;
let idp: IdentityServer;
let providers: IdentityProvider[];
let people = 0;

beforeAll(async () => {
  t = await testDatabase(START);
  idp = await identityServer('https://zj.example/login/with/oidc/back');
  providers = [oidcProvider({ ...idp, label: '街道统一身份（测试）' })];
});
afterAll(async () => {
  await idp.close();
  await t.close();
});
beforeEach(async () => {
  t.clock.now = START;
  n = await smallNeighborhood(t);
  people += 1;
  idp.next.subject = `subject-${people}`;
  idp.next.amr = ['pwd'];
});

const newBrowser = (all = providers) =>
  new TestBrowser(productionServices(t, { providers: all }), placeOfTest(n.id));

/** Off to the provider and back, for signing in unless the address says otherwise. */
async function trip(browser: TestBrowser, path = '/login/with/oidc', key = 'oidc', loader = signInWith) {
  const off = await browser.get(loader, path, { provider: key });
  const home = await idp.walk(off.to ?? '');
  return browser.get(back, home.pathname + home.search, { provider: key });
}

/** The manager of the property company, signed in with a password and connected with the provider. */
async function connected(): Promise<{ browser: TestBrowser; accountId: string }> {
  const personId = n.as.PC.personId ?? '';
  const staff = { loginName: `luo-${people}`, password: PASSWORD, neighborhoodId: n.id, personId };
  const accountId = await giveStaffAccount(t.database, staff, START);
  const browser = newBrowser();
  const session = {
    accountId,
    personId,
    neighborhoodId: n.id,
    actingPostId: null,
    device: '',
    secondFactorAt: START,
  };
  browser.cookies.set('xs_session', await startSession(t.database, session, 'staff', t.clock.now));
  expect(await trip(browser, await connectPath(browser), 'oidc', connect)).toMatchObject({ to: '/account' });
  return { browser, accountId };
}

async function connectPath(browser: TestBrowser): Promise<string> {
  const who = await browser.whoAmI();
  const key = connectKey({ services: productionServices(t) } as never, who!.session);
  return `/account/connect/oidc?key=${key}`;
}

describe('an office account', () => {
  it('is offered to staff only where it is configured', async () => {
    const shown = async (browser: TestBrowser) =>
      ((await browser.get(loginPage, '/login?as=staff')).data as { providers: unknown[] }).providers;
    expect(await shown(newBrowser())).toEqual([
      { key: 'oidc', name: '街道统一身份（测试）', forStaff: true },
    ]);
    expect(await shown(newBrowser([]))).toEqual([]);
    expect((await newBrowser([]).get(signInWith, '/login/with/oidc', { provider: 'oidc' })).status).toBe(404);
  });

  it('opens nothing before somebody connected it, whatever it says of itself', async () => {
    const browser = newBrowser();
    expect((await trip(browser)).data).toMatchObject({ failed: 'unknown' });
    expect(browser.session).toBeNull();
  });

  it('that was connected signs in, and our second step is still asked for', async () => {
    const { accountId } = await connected();
    const browser = newBrowser();
    expect((await trip(browser)).to).toBe('/account/second-factor?back=%2Fdesk');
    const place = { database: t.database, vault: t.vault, now: t.clock.now };
    const session = randomUUID();
    const key = await keyToSetUp(place, accountId, session);
    const code = new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: t.clock.now.getTime() });
    good(await confirmSetUp(place, { id: accountId, sessionId: session }, code));
    const next = newBrowser();
    expect((await trip(next)).to).toBe('/login/second');
    expect(next.session).toBeNull();
  });

  it('counts as two steps when the provider says so', async () => {
    await connected();
    idp.next.amr = ['pwd', 'otp', 'mfa'];
    const browser = newBrowser();
    expect((await trip(browser)).to).toBe('/desk');
    expect((await browser.whoAmI())?.actor.role).toBe('PC');
  });

  it('belongs to one account; another cannot connect it', async () => {
    await connected();
    const personId = n.as.HO.personId ?? '';
    const staff = { loginName: `ho-${people}`, password: PASSWORD, neighborhoodId: n.id, personId };
    const accountId = await giveStaffAccount(t.database, staff, START);
    const browser = newBrowser();
    const session = { accountId, personId, neighborhoodId: n.id, actingPostId: null, device: '' };
    browser.cookies.set('xs_session', await startSession(t.database, session, 'staff', START));
    expect((await trip(browser, await connectPath(browser), 'oidc', connect)).data).toMatchObject({
      failed: 'taken',
    });
  });

  it('signs in no longer once it is disconnected, nor when the account is disabled', async () => {
    const { browser, accountId } = await connected();
    await t.ownerPool.query('update platform.account set disabled_at = now() where id = $1', [accountId]);
    expect((await trip(newBrowser())).data).toMatchObject({ failed: 'unknown' });
    await t.ownerPool.query('update platform.account set disabled_at = null where id = $1', [accountId]);
    expect((await browser.post(account, '/account', { disconnect: 'oidc' })).to).toBe('/account');
    expect((await trip(newBrowser())).data).toMatchObject({ failed: 'unknown' });
  });

  it('is stored as a keyed hash only', async () => {
    await connected();
    const { rows } = await t.ownerPool.query(
      'select row_to_json(i)::text as row from platform.account_identity i',
    );
    expect(rows.map(({ row }) => row).join()).not.toContain('subject-');
  });

  it('comes along with an invitation: known ones accept with their account, new ones with the one they make', async () => {
    const token = randomUUID();
    const invite = () =>
      does(t, n.as.RC, (tx) =>
        inviteStaff(tx, {
          personId: n.as.AG.personId ?? '',
          postId: n.as.AG.post?.postId ?? '',
          tokenHash: tokenHash(token),
        }),
      );
    good(await invite());
    const browser = newBrowser();
    expect((await trip(browser, `/login/with/oidc?invitation=${token}`)).to).toBe(`/invitation/${token}`);
    const form = {
      way: 'new',
      login: `ag-${people}`,
      'new-password': PASSWORD,
      'new-password-again': PASSWORD,
    };
    expect((await browser.post(accept, `/invitation/${token}`, form, { token })).status).toBe(303);
    idp.next.amr = ['mfa'];
    const later = newBrowser();
    expect((await trip(later)).to).toBe('/desk');
    expect((await later.whoAmI())?.actor).toMatchObject({ role: 'AG', personId: n.as.AG.personId });
  });
});

describe('a trip to the provider', () => {
  it('cannot be finished in another browser, twice, or with another answer', async () => {
    await connected();
    const browser = newBrowser();
    const off = await browser.get(signInWith, '/login/with/oidc', { provider: 'oidc' });
    const home = await idp.walk(off.to ?? '');
    const path = home.pathname + home.search;
    const other = newBrowser();
    expect((await other.get(back, path, { provider: 'oidc' })).data).toMatchObject({ failed: 'over' });
    home.searchParams.set('state', 'made-up');
    expect((await browser.get(back, home.pathname + home.search, { provider: 'oidc' })).data).toMatchObject({
      failed: 'refused',
    });
    const flow = browser.cookies.get('xs_flow') ?? '';
    expect((await browser.get(back, path, { provider: 'oidc' })).status).toBe(303);
    browser.cookies.set('xs_flow', flow);
    expect((await browser.get(back, path, { provider: 'oidc' })).data).toMatchObject({ failed: 'refused' });
  });

  it('asks for a code with PKCE, state and nonce, and for nothing but who it is', async () => {
    const off = await newBrowser().get(signInWith, '/login/with/oidc', { provider: 'oidc' });
    const asked = new URL(off.to ?? '').searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      scope: 'openid',
      code_challenge_method: 'S256',
      redirect_uri: 'https://zj.example/login/with/oidc/back',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{32,}$/);
  });

  it('connects nobody who was led there by a page of somebody else', async () => {
    const { browser } = await connected();
    for (const path of ['/account/connect/oidc', '/account/connect/oidc?key=made-up']) {
      expect((await browser.get(connect, path, { provider: 'oidc' })).status).toBe(403);
    }
  });

  it('says so when the provider cannot be reached', async () => {
    const gone = oidcProvider({ issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: 'y', label: 'X' });
    const browser = newBrowser([gone]);
    const off = await browser.get(signInWith, '/login/with/oidc', { provider: 'oidc' });
    expect(off.to).toBe('/login/with/oidc/back?failed=unreachable');
    expect((await browser.get(back, off.to ?? '', { provider: 'oidc' })).data).toMatchObject({
      failed: 'unreachable',
    });
  });
});

it('a failure is known by its name: pages and providers are built apart and each have a class of their own', async () => {
  const failure = Object.assign(new Error('gone'), { name: 'ProviderFailure', kind: 'unreachable' });
  const provider: IdentityProvider = {
    key: 'oidc',
    label: 'X',
    isInWeChat: false,
    begin: () => Promise.reject(failure),
    finish: () => Promise.reject(failure),
  };
  const off = await newBrowser([provider]).get(signInWith, '/login/with/oidc', { provider: 'oidc' });
  expect(off.to).toBe('/login/with/oidc/back?failed=unreachable');
});

it.each([
  [{ amr: ['pwd', 'mfa'] }, true],
  [{ acr: 'phrh' }, true],
  [{ amr: ['pwd', 'otp'] }, false],
  [{ amr: 'mfa', acr: '1' }, false],
  [{}, false],
])('claims %j count as two steps: %s', (claims, expected) => {
  expect(saysTwoSteps(claims)).toBe(expected);
});

describe('WeChat', () => {
  const asked: URL[] = [];
  let answer: unknown;
  const server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://x'));
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  });
  let wechat: IdentityProvider;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const authorizeUrl = 'https://open.weixin.qq.com/connect/oauth2/authorize';
    wechat = wechatProvider({ appId: 'wx-test', secret: 'hush', authorizeUrl, apiUrl });
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  const flow = {
    redirectUri: 'https://zj.example/login/with/wechat/back',
    state: 'abc123',
    nonce: '',
    verifier: '',
  };
  const home = (query: string) => wechat.finish(new URL(`${flow.redirectUri}?${query}`), flow);

  it('is asked in its own way, for an id and nothing else', async () => {
    expect((await wechat.begin(flow)).href).toBe(
      'https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx-test&redirect_uri=https%3A%2F%2Fzj.example%2Flogin%2Fwith%2Fwechat%2Fback&response_type=code&scope=snsapi_base&state=abc123#wechat_redirect',
    );
    answer = { access_token: 'x', openid: 'oABC_123-x', scope: 'snsapi_base' };
    expect(await home('code=c0de&state=abc123')).toEqual({
      issuer: 'wechat:wx-test',
      subject: 'oABC_123-x',
      twoSteps: false,
    });
    expect(Object.fromEntries(asked.at(-1)?.searchParams ?? [])).toEqual({
      appid: 'wx-test',
      secret: 'hush',
      code: 'c0de',
      grant_type: 'authorization_code',
    });
  });

  it('is believed only when the answer is to our question and can be read', async () => {
    const before = asked.length;
    await expect(home('code=c0de&state=other')).rejects.toThrow(/refused/);
    await expect(home('state=abc123')).rejects.toThrow(/refused/);
    expect(asked).toHaveLength(before);
    for (const odd of [
      { errcode: 40029, errmsg: 'invalid code' },
      {},
      'no json',
      { openid: '' },
      'x'.repeat(300_000),
    ]) {
      answer = odd;
      await expect(home('code=c0de&state=abc123')).rejects.toThrow(/refused|unreachable/);
    }
  });

  it('is offered inside WeChat only', async () => {
    const browser = newBrowser([wechat]);
    expect((await browser.get(signInWith, '/login/with/wechat', { provider: 'wechat' })).status).toBe(404);
    browser.userAgent = 'Mozilla/5.0 (iPhone) MicroMessenger/8.0';
    const off = await browser.get(signInWith, '/login/with/wechat', { provider: 'wechat' });
    expect(off.to).toMatch(/^https:\/\/open\.weixin\.qq\.com\//);
  });
});
