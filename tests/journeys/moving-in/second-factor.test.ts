import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunningProgram } from '../../crash/running-program.ts';
import { openBrowser } from '../browser.ts';
import { Visitor } from '../visitor.ts';

const PASSWORD = '一匹马和一个马厩，测试';
const STEP_MS = 30_000;

let browser: Browser;
let program: RunningProgram;
let folder: string;
/** Path of the first keeper's invitation. */
let invitation = '';
let key = '';
let recovery: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xieshou-second-'));
  chmodSync(folder, 0o755);
  [browser, program] = await Promise.all([openBrowser(), RunningProgram.start(join(folder, 'data'))]);
});
afterAll(async () => {
  await browser.close();
  await program.end();
  rmSync(folder, { recursive: true, force: true });
});

/** What the authenticator shows so many half minutes from now. */
const codeAt = (steps: number) =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.now() + steps * STEP_MS });
const arrive = (wide = false) => Visitor.open(browser, { wide, address: program.address });

async function signIn(visitor: Visitor): Promise<void> {
  await visitor.goto('/login?as=staff');
  await visitor.page.getByLabel('账号').fill('zhou');
  await visitor.page.getByLabel('密码').fill(PASSWORD);
  await visitor.page.getByRole('button', { name: '登录', exact: true }).click();
  await visitor.page.getByText('第二步').waitFor();
}

async function giveCode(visitor: Visitor, code: string): Promise<void> {
  await visitor.page.getByLabel('验证码').fill(code);
  await visitor.page.getByRole('button', { name: '登录', exact: true }).click();
}

describe('an empty installation', () => {
  it('is set up in four steps with the code from its own log; what was typed stays when a step is wrong', async () => {
    const code = /设立码 ([\w-]+) /.exec(program.said)?.[1] ?? '';
    const visitor = await arrive();
    const { page } = visitor;
    const next = () => page.getByRole('button', { name: '下一步' }).click();
    await visitor.goto('/board');
    expect(new URL(page.url()).pathname).toBe('/setup');
    await page.getByLabel('设立码').fill('2222-2222-2222');
    await next();
    await page.getByRole('alert').getByText('设立码不对').waitFor();
    await visitor.expectAccessible();
    await page.getByLabel('设立码').fill(code);
    await next();
    await page.getByLabel('居民区名称').fill('梧桐居民区');
    await page.getByLabel('编号字母').fill('9');
    await next();
    await page.getByRole('alert').getByText('编号字母').waitFor();
    expect(await page.getByLabel('居民区名称').inputValue()).toBe('梧桐居民区');
    await page.getByLabel('编号字母').fill('wt');
    await next();
    await page.getByLabel('姓名').fill('测试周');
    await next();
    await page.getByLabel('短名').fill('wutong');
    await visitor.expectAccessible();
    await page.getByRole('button', { name: '设立' }).click();
    await page.getByText('梧桐居民区设好了').waitFor();
    await visitor.expectPlainWords();
    await visitor.expectAccessible();
    const link = await page.getByRole('link', { name: '我就是负责人' }).getAttribute('href');
    invitation = new URL(link ?? '').pathname;
    await visitor.leave();
  });
});

describe('the first keeper', () => {
  it('comes in by the link: a name, a password, the second step, the recovery codes, the desk', async () => {
    const keeper = await arrive();
    const { page } = keeper;
    await keeper.goto(invitation);
    await keeper.expectAccessible();
    await page.getByLabel('登录名').fill('zhou');
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.getByLabel('再输一次密码').fill(PASSWORD);
    await page.getByRole('button', { name: '好了，进来' }).click();
    await page.getByText('第 1 步').waitFor();
    await keeper.expectAccessible();
    await keeper.goto('/desk');
    expect(new URL(page.url()).pathname).toBe('/account/second-factor');
    key = (await page.getByText(/^([A-Z2-7]{4} ?){8}$/).innerText()).replaceAll(' ', '');
    await page.getByLabel('验证码').fill('000000');
    await page.getByRole('button', { name: '开通' }).click();
    await page.getByRole('alert').getByText('验证码不对').waitFor();
    // The code of the half minute before, so that those of now and next are still good for signing in.
    await page.getByLabel('验证码').fill(codeAt(-1));
    await page.getByRole('button', { name: '开通' }).click();
    await page.getByText('请收好备用码').waitFor();
    await keeper.expectAccessible();
    recovery = (await page.locator('ol li').allInnerTexts()).map((code) => code.trim());
    expect(recovery).toHaveLength(10);
    await page.getByRole('link', { name: '收好了，继续' }).click();
    await page.waitForURL('**/desk');
    expect(await keeper.read(invitation)).toBe(200);
    await keeper.goto(invitation);
    await page.getByText('链接用过了').first().waitFor();
    await keeper.leave();
  });

  it('signs in again with a code, which nobody can use a second time', async () => {
    const keeper = await arrive();
    await signIn(keeper);
    await keeper.expectAccessible();
    await keeper.expectPlainWords();
    const code = codeAt(0);
    await giveCode(keeper, code);
    await keeper.page.waitForURL('**/desk');
    await keeper.leave();
    const thief = await arrive();
    await signIn(thief);
    await giveCode(thief, code);
    await thief.page.getByRole('alert').getByText('已经用过').waitFor();
    await thief.goto('/desk');
    expect(new URL(thief.page.url()).pathname).toBe('/login');
    await thief.leave();
  });

  it('without the phone signs in with a recovery code, once, and sees it in the account', async () => {
    const keeper = await arrive();
    await signIn(keeper);
    await giveCode(keeper, recovery[0] ?? '');
    await keeper.page.waitForURL('**/desk');
    await keeper.goto('/account');
    await keeper.page.getByText('用备用码登录了一次，还剩 9 个').waitFor();
    await keeper.expectAccessible();
    await keeper.leave();
    const again = await arrive();
    await signIn(again);
    await giveCode(again, recovery[0] ?? '');
    await again.page.getByRole('alert').getByText('验证码不对').waitFor();
    await again.leave();
  });

  it('sees at the desk who can sign in', async () => {
    const keeper = await arrive(true);
    await signIn(keeper);
    await giveCode(keeper, recovery[1] ?? '');
    await keeper.page.waitForURL('**/desk');
    await keeper.goto('/desk/access/staff');
    await keeper.expectAccessible();
    await keeper.page.getByRole('link', { name: '测试周' }).click();
    await keeper.page.getByText('这是您自己').waitFor();
    await keeper.expectPlainWords();
    await keeper.expectAccessible();
    await keeper.leave();
  });
});
