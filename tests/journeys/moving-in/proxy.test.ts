import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { personId } from '#demo/neighborhood/roster.ts';
import { openBrowser } from '../browser.ts';
import { atDesk } from '../desk-stories.ts';
import { Visitor } from '../visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The desk writes down that 林奶奶 agreed to 李先生 acting for her. */
async function recordConsent(clerk: Visitor): Promise<void> {
  const { page } = clerk;
  await clerk.goto('/desk/access/proxies');
  await page.getByLabel('本人（老人）').fill('林奶奶');
  await page.getByLabel('代办人', { exact: true }).fill('李先生');
  await page.getByRole('button', { name: '查找' }).click();
  await page.getByText('请念给本人听').waitFor();
  await page.getByText('口头同意', { exact: true }).click();
  await clerk.expectAccessible();
  await page.getByLabel('记录').fill('电话里念了，林奶奶说好，小陈在场');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText('已登记，代办人登录后可以选择替本人办事。').waitFor();
  await clerk.expectAccessible();
  await clerk.expectPlainWords();
}

const recorded = (clerk: Visitor) => clerk.page.locator('li').filter({ hasText: '李先生 替 林奶奶 办事' });

/** The same page with JavaScript, in both sizes of print, for axe. */
async function alsoForEverybody(visitor: Visitor, path: string): Promise<void> {
  for (const elder of [false, true]) {
    const reader = await Visitor.open(browser);
    await reader.context.addCookies(await visitor.context.cookies());
    if (elder) await reader.choose({ elder: '1' });
    await reader.goto(path);
    await reader.expectAccessible();
    await reader.expectPlainWords();
    await reader.leave();
  }
}

it('an elder agrees by telephone, a younger reports for her, one call ends it', async () => {
  const clerk = await atDesk(browser, 'xiaoChen');
  await recordConsent(clerk);

  const proxy = await Visitor.open(browser, { javaScript: false });
  await proxy.become('mrLi');
  await proxy.goto('/my-home');
  await proxy.page.getByRole('button', { name: '替林奶奶办事' }).click();
  await proxy.page.waitForURL((url) => url.pathname === '/');
  for (const path of ['/', '/report', '/mine', '/my-home']) {
    await proxy.goto(path);
    expect(await proxy.text(), path).toContain('您正在替林奶奶办事');
    await alsoForEverybody(proxy, path);
  }
  await proxy.goto('/report');
  // A consent to publish is hers to give; the box is not there.
  expect(await proxy.page.locator('[name=publishConsent]').count()).toBe(0);
  await proxy.page.getByLabel('什么事').fill('单元门口的扶手松了，老人不敢扶');
  await proxy.page.getByRole('button', { name: '提交', exact: true }).click();
  await proxy.page.waitForURL(/\/report\/sent\//);
  const code = new URL(proxy.page.url()).pathname.split('/').at(-1)!;
  await proxy.goto(`/m/${code}`);
  expect(await proxy.text()).toContain('代办人替您办的');
  await alsoForEverybody(proxy, `/m/${code}`);

  const elder = await Visitor.open(browser, { javaScript: false, elder: true });
  await elder.become('grandmaLin');
  await elder.goto('/mine');
  expect(await elder.text()).toContain('单元门口的扶手松了');
  await elder.goto('/my-home');
  expect(await elder.text()).toContain('谁能替我办事');
  expect(await elder.text()).toContain('李先生');
  await clerk.goto(`/desk/matters/${code}`);
  expect(await clerk.text()).toContain('代办人替本人办理');

  await clerk.goto('/desk/access/proxies');
  await recorded(clerk).getByRole('button', { name: '停止代办' }).click();
  await clerk.page.getByText('已停止，马上生效。').waitFor();
  expect(await recorded(clerk).count()).toBe(0);

  await proxy.goto('/mine');
  expect(await proxy.text()).not.toContain('您正在替林奶奶办事');
  expect(await proxy.text()).not.toContain('单元门口的扶手松了');
  expect(await proxy.read(`/m/${code}`)).not.toBe(200);
  expect(await proxy.post('/my-home', { do: 'act-for', id: personId('grandmaLin') })).toBe(422);
  await proxy.goto('/report');
  expect(await proxy.page.locator('[name=publishConsent]').count()).toBe(1);
  for (const visitor of [clerk, proxy, elder]) await visitor.leave();
});
