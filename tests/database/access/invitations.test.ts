import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { roleOfOrg } from '#kernel/actor.ts';
import { inviteStaff } from '#modules/access/commands/invitations/invite-staff.ts';
import { resetSecondFactor } from '#modules/access/commands/invitations/reset-second-factor.ts';
import { revokeInvitation } from '#modules/access/commands/invitations/revoke-invitation.ts';
import { loader as linkPage } from '#modules/access/pages/staff/staff-link.page.server.ts';
import { action as desk } from '#modules/access/pages/staff/staff-person.page.server.ts';
import { mayLookAfterStaff, STAFF_ACCESS_ACTIONS } from '#modules/access/permissions.ts';
import { staffAccess } from '#modules/access/queries/invitations/staff-access.ts';
import { accountNews } from '#platform/auth/account-news.ts';
import { giveStaffAccount, personOfAccount } from '#platform/auth/accounts.ts';
import { confirmSetUp, keyToSetUp } from '#platform/auth/second-factor/second-factor.ts';
import { startSession, tokenHash } from '#platform/auth/sessions.ts';
import { action as accept, loader as open } from '#web/account/invitation/invitation.page.server.ts';
import { action as login } from '#web/account/login.page.server.ts';
import { action as second } from '#web/account/second-factor/second.page.server.ts';
import { placeOfTest, productionServices, TestBrowser } from '../signing-in/browser.ts';
import { does, good, refusal, type SmallNeighborhood, smallNeighborhood } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';

const START = new Date('2026-11-23T02:00:00Z');
const PASSWORD = 'a horse, a stable';
const DAY = 86_400_000;

let t: TestDatabase;
let here: SmallNeighborhood;
let there: SmallNeighborhood;
let logins = 0;

beforeAll(async () => {
  t = await testDatabase(START);
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.now = START;
  here = await smallNeighborhood(t, 'AA');
  there = await smallNeighborhood(t, 'BB');
});

const browserIn = (n: SmallNeighborhood) => new TestBrowser(productionServices(t), placeOfTest(n.id));
const newLogin = () => `luo-${++logins}`;
const wait = (ms: number) => {
  t.clock.now = new Date(t.clock.now.getTime() + ms);
};

/** Invites the manager of the property company and gives the link's secret. */
async function invited(n = here, personId = n.as.PC.personId ?? '', post = n.as.PC.post?.postId ?? '') {
  const token = randomUUID();
  const answer = await does(t, n.as.RC, (tx) =>
    inviteStaff(tx, { personId, postId: post, tokenHash: tokenHash(token) }),
  );
  return { token, answer };
}

function coming(browser: TestBrowser, token: string, form: Record<string, string> = {}) {
  const whole = { way: 'new', login: newLogin(), 'new-password': PASSWORD, ...form };
  return browser.post(
    accept,
    `/invitation/${token}`,
    { 'new-password-again': whole['new-password'], ...whole },
    { token },
  );
}
const shown = async (browser: TestBrowser, token: string) =>
  ((await browser.get(open, `/invitation/${token}`, { token })).data as { invitation: unknown }).invitation;

/** Sets a second factor up behind the pages. @returns its key. */
async function secondFactorOf(accountId: string): Promise<string> {
  const place = { database: t.database, vault: t.vault, now: t.clock.now };
  const session = randomUUID();
  const key = await keyToSetUp(place, accountId, session);
  good(await confirmSetUp(place, { id: accountId, sessionId: session }, codeOf(key)));
  wait(30_000);
  return key;
}
const codeOf = (key: string) =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: t.clock.now.getTime() });

describe('an invitation', () => {
  it('lets the person in by a name and a password of their own, and on to the second factor', async () => {
    const { token } = await invited();
    const browser = browserIn(here);
    expect(await shown(browser, token)).toMatchObject({ purpose: 'ENTER', name: 'PC测试', loginName: null });
    const login1 = newLogin();
    const answer = await coming(browser, token, { login: login1 });
    expect(answer).toMatchObject({ status: 303, to: '/account/second-factor?back=%2Fdesk' });
    const who = await browser.whoAmI();
    expect(who?.session).toMatchObject({ personId: here.as.PC.personId });
    const again = browserIn(here);
    expect(
      (await again.post(login, '/login', { way: 'staff', login: login1, password: PASSWORD })).status,
    ).toBe(303);
  });

  it('works once, also when two open it at the same moment', async () => {
    const { token } = await invited();
    const answers = await Promise.all([coming(browserIn(here), token), coming(browserIn(here), token)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422]);
    expect((await coming(browserIn(here), token)).refused).toEqual(['access.invitation-over']);
    expect(await shown(browserIn(here), token)).toBeNull();
  });

  it('is over after seven days', async () => {
    const { token } = await invited();
    wait(7 * DAY);
    expect(await shown(browserIn(here), token)).toBeNull();
    expect((await coming(browserIn(here), token)).refused).toEqual(['access.invitation-over']);
  });

  it('opens nothing in another neighborhood, and says the same as a made-up link', async () => {
    const { token } = await invited();
    const answers = [await coming(browserIn(there), token), await coming(browserIn(here), 'made-up')];
    expect(answers.map(({ refused }) => refused)).toEqual([
      ['access.invitation-over'],
      ['access.invitation-over'],
    ]);
    expect(await shown(browserIn(there), token)).toBeNull();
  });

  it('stops working when it is withdrawn, when a new one is made, and when the post is left', async () => {
    const first = await invited();
    const next = await invited();
    expect((await coming(browserIn(here), first.token)).refused).toEqual(['access.invitation-over']);
    good(await does(t, here.as.GB, (tx) => revokeInvitation(tx, here.as.PC.personId ?? '')));
    expect((await coming(browserIn(here), next.token)).refused).toEqual(['access.invitation-over']);
    const last = await invited();
    await t.ownerPool.query(`update registry.appointment set to_day = '2026-11-22' where person_id = $1`, [
      here.as.PC.personId,
    ]);
    expect((await coming(browserIn(here), last.token)).refused).toEqual(['access.invitation-over']);
  });

  it('keeps what was typed and is not used up by a name that is taken, odd, or a short password', async () => {
    const taken = newLogin();
    const { token: other } = await invited(here, here.as.HO.personId ?? '', here.as.HO.post?.postId ?? '');
    await coming(browserIn(here), other, { login: taken });
    const { token } = await invited();
    const browser = browserIn(here);
    const tried = await coming(browser, token, { login: taken.toUpperCase() });
    expect(tried).toMatchObject({
      refused: ['auth.login-taken'],
      data: { values: { login: taken.toUpperCase() } },
    });
    expect(JSON.stringify(tried.data)).not.toContain(PASSWORD);
    expect((await coming(browser, token, { login: '<b>' })).refused).toEqual(['auth.login-unreadable']);
    expect((await coming(browser, token, { login: 'demo/x' })).refused).toEqual(['auth.login-unreadable']);
    expect((await coming(browser, token, { 'new-password': 'short' })).refused).toEqual([
      'auth.password-short',
    ]);
    expect((await coming(browser, token, { 'new-password-again': 'x' })).refused).toEqual([
      'auth.passwords-differ',
    ]);
    expect((await coming(browser, token)).status).toBe(303);
  });

  it('is stored as a hash only, and its event names nobody', async () => {
    const { token } = await invited();
    const { rows } = await t.ownerPool.query(
      `select (select json_agg(i) from access.staff_invitation i)::text ||
              (select json_agg(e) from platform.event e)::text as stored`,
    );
    expect(rows[0].stored).not.toContain(token);
    expect(rows[0].stored).not.toContain('PC测试');
  });
});

describe('somebody who forgot the password', () => {
  it('sets a new one by a link, keeps the name and the second step, and is out everywhere else', async () => {
    const { token } = await invited();
    const first = browserIn(here);
    const name = newLogin();
    await coming(first, token, { login: name });
    const accountId = (await first.whoAmI())?.session.accountId ?? '';
    const key = await secondFactorOf(accountId);
    const link = await invited();
    const browser = browserIn(here);
    expect(await shown(browser, link.token)).toMatchObject({ purpose: 'NEW_PASSWORD', loginName: name });
    const done = await coming(browser, link.token, { login: 'other', 'new-password': 'another stable' });
    expect(done.to).toBe('/login/second');
    expect(browser.session).toBeNull();
    expect(await first.whoAmI()).toBeNull();
    expect((await browser.post(second, '/login/second', { code: codeOf(key) })).to).toBe('/desk');
    const old = browserIn(here);
    const tried = await old.post(login, '/login', { way: 'staff', login: name, password: PASSWORD });
    expect(tried.refused).toEqual(['auth.name-or-password']);
  });
});

describe('an account that serves another neighborhood', () => {
  let accountId: string;
  let name: string;
  beforeEach(async () => {
    name = newLogin();
    accountId = await giveStaffAccount(
      t.database,
      {
        loginName: name,
        password: PASSWORD,
        neighborhoodId: there.id,
        personId: there.as.PC.personId ?? '',
      },
      START,
    );
  });
  const own = (browser: TestBrowser, token: string, password = PASSWORD) =>
    browser.post(
      accept,
      `/invitation/${token}`,
      { way: 'own', 'own-login': name, 'own-password': password },
      { token },
    );

  it('comes in here too with its password, by the link', async () => {
    const { token } = await invited();
    const browser = browserIn(here);
    expect((await own(browser, token, 'wrong')).refused).toEqual(['auth.name-or-password']);
    expect((await own(browser, token)).status).toBe(303);
    expect((await browser.whoAmI())?.session).toMatchObject({ accountId, personId: here.as.PC.personId });
    expect(await personOfAccount(t.database, accountId, there.id)).toBe(there.as.PC.personId);
  });

  it('with a second factor only after the second step, and the link is used up only then', async () => {
    const key = await secondFactorOf(accountId);
    const { token } = await invited();
    const browser = browserIn(here);
    expect((await own(browser, token)).to).toBe('/login/second');
    expect(await personOfAccount(t.database, accountId, here.id)).toBeNull();
    expect((await browser.post(second, '/login/second', { code: '000000' })).status).toBe(422);
    expect(await shown(browserIn(here), token)).not.toBeNull();
    expect((await browser.post(second, '/login/second', { code: codeOf(key) })).to).toBe('/desk');
    expect((await browser.whoAmI())?.actor.role).toBe('PC');
    expect(await shown(browserIn(here), token)).toBeNull();
  });

  it('is opened by no head of either: no new password, no reset, not even by a link from before', async () => {
    const link = await invited(there);
    const { token } = await invited();
    await own(browserIn(here), token);
    await secondFactorOf(accountId);
    for (const n of [here, there]) {
      expect(refusal((await invited(n)).answer)).toBe('access.account-elsewhere');
      const given = { personId: n.as.PC.personId ?? '', reason: '测试' };
      expect(refusal(await does(t, n.as.RC, (tx) => resetSecondFactor(tx, given)))).toBe(
        'access.account-elsewhere',
      );
    }
    expect((await coming(browserIn(there), link.token)).refused).toEqual(['auth.account-elsewhere']);
  });
});

describe('resetting a second factor', () => {
  it('is done by a head with a reason, ends the sessions, and the person is told by whom and why', async () => {
    const { token } = await invited();
    const browser = browserIn(here);
    await coming(browser, token);
    const accountId = (await browser.whoAmI())?.session.accountId ?? '';
    await secondFactorOf(accountId);
    const personId = here.as.PC.personId ?? '';
    const reset = (reason: string, actor = here.as.GB) =>
      does(t, actor, (tx) => resetSecondFactor(tx, { personId, reason }));
    expect(refusal(await reset(' '))).toBe('access.reason-missing');
    good(await reset('手机丢失（测试）'));
    expect(await browser.whoAmI()).toBeNull();
    expect((await accountNews(t.database, accountId, 1))[0]).toMatchObject({
      kind: 'second-factor-reset',
      data: { reason: '手机丢失（测试）', by: '测试GB GB岗' },
    });
    const { rows } = await t.ownerPool.query(
      `select reason from platform.event where kind = 'access.second-factor-reset' and neighborhood_id = $1`,
      [here.id],
    );
    expect(rows).toEqual([{ reason: '手机丢失（测试）' }]);
    expect(refusal(await reset('再来'))).toBe('access.no-second-factor');
    expect(refusal(await reset('自己', { ...here.as.RC, personId }))).toBe('access.not-yourself');
  });

  it('leads the person to set it up anew at the next sign-in', async () => {
    const name = newLogin();
    const { token } = await invited();
    const browser = browserIn(here);
    await coming(browser, token, { login: name });
    await secondFactorOf((await browser.whoAmI())?.session.accountId ?? '');
    const given = { personId: here.as.PC.personId ?? '', reason: '测试' };
    good(await does(t, here.as.RC, (tx) => resetSecondFactor(tx, given)));
    const form = { way: 'staff', login: name, password: PASSWORD };
    expect((await browser.post(login, '/login', form)).to).toBe('/account/second-factor?back=%2Fdesk');
  });
});

describe('who may', () => {
  it('is the table, for every role and action', () => {
    const actors = Object.values(here.as);
    for (const action of STAFF_ACCESS_ACTIONS) {
      const may = actors.filter((actor) => mayLookAfterStaff(actor, action).ok).map(({ role }) => role);
      expect([action, may]).toEqual([action, action === 'set-up-neighborhood' ? [] : ['RC', 'GB']]);
    }
    expect(roleOfOrg('MEDIATION_COMMITTEE')).toBe('RC');
  });

  it('invite is nobody but a head: not a clerk, not a resident, not a stranger, not for another neighborhood', async () => {
    const given = {
      personId: here.as.PC.personId ?? '',
      postId: here.as.PC.post?.postId ?? '',
      tokenHash: 'x',
    };
    for (const actor of [here.as.RC2, here.as.PC, here.residents[0]!, here.anonymous]) {
      expect(refusal(await does(t, actor, (tx) => inviteStaff(tx, given)))).toBe('access.not-a-head');
      expect(await t.database.inTransaction(actor, staffAccess)).toBeNull();
    }
    expect(refusal(await does(t, there.as.RC, (tx) => inviteStaff(tx, given)))).toBe('access.holds-no-post');
  });

  it('a form sent twice makes one invitation and shows the same link', async () => {
    const browser = browserIn(here);
    const accountId = await giveStaffAccount(
      t.database,
      {
        loginName: newLogin(),
        password: PASSWORD,
        neighborhoodId: here.id,
        personId: here.as.RC.personId ?? '',
      },
      START,
    );
    const session = {
      accountId,
      personId: here.as.RC.personId ?? '',
      neighborhoodId: here.id,
      actingPostId: here.as.RC.post?.postId ?? null,
      device: '',
      secondFactorAt: START,
    };
    browser.cookies.set('xs_session', await startSession(t.database, session, 'staff', START));
    const person = here.as.PC.personId ?? '';
    const form = { way: 'invite', post: here.as.PC.post?.postId ?? '', requestKey: randomUUID() };
    const links: unknown[] = [];
    for (let i = 0; i < 2; i++) {
      const sent = await browser.post(desk, `/desk/access/staff/${person}`, form, { person });
      expect(sent.to).toBe(`/desk/access/staff/${person}/link`);
      const page = await browser.get(linkPage, `/desk/access/staff/${person}/link`, { person });
      links.push((page.data as { link: string }).link);
    }
    expect(links[0]).toMatch(/^https:\/\/zj\.example\/invitation\/[\w-]{43}$/);
    expect(links[1]).toBe(links[0]);
    const token = String(links[0]).split('/').at(-1) ?? '';
    expect((await coming(browserIn(here), token)).status).toBe(303);
  });
});
