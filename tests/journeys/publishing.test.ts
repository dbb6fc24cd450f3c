import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { atDesk, inDays } from './desk-stories.ts';
import { Visitor } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

const TITLE = '7号楼换水箱停水（测试）';

/** The clerk writes the notice; where it stands at the gate afterwards. */
async function drafted(clerk: Visitor, body: string): Promise<string> {
  await clerk.goto('/desk/notices');
  const { page } = clerk;
  await page.getByLabel('影响什么').selectOption({ label: '停水' });
  await page.getByLabel('标题').fill(TITLE);
  await page.getByLabel('内容').fill(body);
  await page.getByLabel('小区').selectOption({ label: '紫荆小区' });
  await page.getByLabel('开始').fill(`${inDays(9)}T09:00`);
  await page.getByLabel('结束').fill(`${inDays(9)}T15:00`);
  await page.getByRole('button', { name: '先看一看' }).click();
  await page.getByRole('button', { name: '交给第二个人看' }).click();
  await page.waitForURL(/\/desk\/redaction\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

describe('a works notice with a phone and a room number in it', () => {
  it('is cleaned, looked at by somebody else and only then read by residents', async () => {
    const clerk = await atDesk(browser, 'xiaoChen');
    const path = await drafted(clerk, '请找 13800001234 登记，水箱在3号楼 502 泵房旁边，停水半天。');
    const { page } = clerk;
    await page.getByText('还有 2 处没有处理').waitFor();
    expect(await page.locator('mark').allInnerTexts()).toEqual([
      expect.stringContaining('13800001234'),
      expect.stringContaining('502'),
    ]);
    await clerk.expectAccessible();
    await clerk.expectPlainWords();
    // The phone is taken out of the words, the pump room's number is none of a home.
    await page.getByLabel('内容').fill('请打值班电话登记，水箱在3号楼 502 泵房旁边，停水半天。');
    await page.getByRole('button', { name: '保存改动' }).click();
    await page.getByText('还有 1 处没有处理').waitFor();
    await page.getByLabel('这不是个人信息，因为').fill('是泵房的编号');
    await page.getByRole('button', { name: '不是个人信息' }).click();
    await page.getByRole('button', { name: '交给第二个人看' }).click();
    await page.getByText('自己写的，自己不能看').waitFor();
    expect(await page.getByRole('button', { name: '看过了，公开' }).count()).toBe(0);
    // Not even by a form of their own making.
    expect(await clerk.post(path, { intent: 'approve', seal: '0'.repeat(64) })).toBe(422);

    const neighbor = await Visitor.open(browser);
    await neighbor.goto('/notices');
    expect(await neighbor.text()).not.toContain(TITLE);

    const second = await atDesk(browser, 'zhou');
    await second.goto('/desk/redaction');
    await second.expectAccessible();
    await second.page
      .getByRole('link', { name: new RegExp(TITLE.slice(0, 6)) })
      .first()
      .click();
    await second.page.getByText('是泵房的编号').waitFor();
    await second.page.getByRole('button', { name: '看过了，公开' }).click();
    await second.page.getByText('已经公开。').first().waitFor();
    await second.leave();

    await neighbor.goto('/notices?now');
    await neighbor.page.getByRole('link', { name: TITLE }).click();
    const read = await neighbor.text();
    expect(read).toContain('502 泵房旁边');
    expect(read).not.toContain('13800001234');
    await neighbor.leave();
    await clerk.leave();
  });

  it('is not there for a property company that has nothing to do with it', async () => {
    const clerk = await atDesk(browser, 'xiaoChen');
    const path = await drafted(clerk, '水箱清洗，停水半天，请提前存水。');
    const stranger = await atDesk(browser, 'liang');
    await stranger.goto(path, 404);
    await stranger.leave();
    await clerk.page.getByText('不公开了', { exact: true }).first().click();
    await clerk.page.getByLabel('为什么不公开了').fill('改期');
    await clerk.page.getByRole('button', { name: '不公开了' }).click();
    await clerk.page.getByText('已经不再公开。').first().waitFor();
    await clerk.leave();
  });
});
