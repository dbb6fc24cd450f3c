import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { act, atDesk } from './desk-stories.ts';
import { Visitor } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const WORDS = '物业费账单对不上，问了几次没有说法';
/** What everybody may read of matters like it this month; they are shown singly only with consent. */
const BOARD = '/board?group=E&month=2026-11';

it('a resident takes a consent back: the matter is off the board at once, and the person sees who looked', async () => {
  const resident = await Visitor.open(browser);
  await resident.become('mrLi');
  await resident.goto('/report');
  await resident.page.getByLabel('什么事').fill(WORDS);
  await resident.page.getByText('可以把结果公开给邻居看').click();
  await resident.page.getByRole('button', { name: '提交', exact: true }).click();
  await resident.page.waitForURL(/\/report\/sent\//);
  const code = new URL(resident.page.url()).pathname.split('/').at(-1)!;

  const clerk = await atDesk(browser, 'xiaoChen');
  await act(clerk, code, '受理');

  const passerBy = await Visitor.open(browser, { javaScript: false });
  const shown = async () => {
    await passerBy.goto(BOARD);
    return passerBy.page.locator('main li').count();
  };
  const before = await shown();
  await resident.goto('/account/consents');
  const card = resident.page
    .locator('section')
    .filter({ has: resident.page.getByRole('link', { name: code }) });
  await card.getByRole('button', { name: '收回同意' }).click();
  await resident.page.getByText('记下了，马上生效。').waitFor();
  expect(await shown()).toBe(before - 1);
  await resident.expectPlainWords();
  await resident.expectAccessible();

  await resident.goto('/account/my-data');
  const mine = await resident.text();
  expect(mine).toContain('已收回');
  expect(mine).toContain('谁看过您的联系方式');
  await resident.expectAccessible();
  await resident.goto(`/m/${code}`);
  expect(await resident.text()).toContain('您收回了同意');
  await clerk.goto(`/desk/matters/${code}`);
  expect(await clerk.text()).toContain('已收回');
  for (const visitor of [resident, clerk, passerBy]) await visitor.leave();
});
