import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { atDesk, inDays } from './desk-stories.ts';
import { newPhone, report } from './resident-stories.ts';
import { Visitor } from './visitor.ts';

let browser: Browser;
let clerk: Visitor;
beforeAll(async () => {
  browser = await openBrowser();
  clerk = await atDesk(browser, 'xiaoChen');
});
afterAll(async () => {
  await clerk.leave();
  await browser.close();
});

/** The property company announces, for today and a few days on, that water will be off. */
async function announceWaterOff(title: string): Promise<void> {
  const manager = await atDesk(browser, 'luo');
  await manager.goto('/desk/notices');
  const { page } = manager;
  await page.getByLabel('影响什么').selectOption({ label: '停水' });
  await page.getByLabel('标题').fill(title);
  await page
    .getByLabel('内容')
    .fill('抢修水管。每天 8 点到 18 点停水，1 号楼门口有接水点，老人打电话就送水上门。');
  await page.getByLabel('小区').selectOption({ label: '紫荆小区' });
  await page.getByLabel('开始').fill(`${inDays(0)}T00:00`);
  await page.getByLabel('结束').fill(`${inDays(3)}T23:00`);
  await page.getByLabel('紧急', { exact: true }).check();
  await page.getByLabel('紧急的原因').fill('水管爆裂');
  await page.getByRole('button', { name: '先看一看' }).click();
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.getByText('发出去了').waitFor();
  await manager.expectAccessible();
  await manager.leave();
}

/** The field the keyboard is in. */
function field(): Promise<string> {
  return clerk.page.evaluate(() => document.activeElement?.getAttribute('name') ?? '');
}

describe('the clerk takes a call', () => {
  it('with the keyboard alone, in at most five fields, warned of works and of a likely duplicate', async () => {
    await announceWaterOff('紫荆小区抢修停水（测试）');
    const neighbor = await Visitor.open(browser);
    const same = await report(neighbor, {
      words: '水龙头没有水，早上就停水了',
      place: '3号楼',
      name: '测试邻居己',
      phone: newPhone(),
    });
    await neighbor.leave();

    await clerk.goto('/desk');
    const { keyboard } = clerk.page;
    await keyboard.press('n');
    await clerk.page.waitForURL(/\/desk\/call/);
    expect(await field()).toBe('words');
    let fields = 0;
    const type = async (into: string, text: string) => {
      for (let step = 0; step < 4 && (await field()) !== into; step += 1) await keyboard.press('Tab');
      expect(await field()).toBe(into);
      fields += 1;
      await keyboard.type(text);
    };
    await type('words', '家里停水了，水龙头没有水');
    await type('place', '紫荆小区3号楼');
    await type('name', '测试邻居庚');
    await type('phone', newPhone());
    expect(fields).toBeLessThanOrEqual(5);
    const hints = clerk.page.locator('#call-hints');
    await hints.getByText('紫荆小区抢修停水（测试）').waitFor();
    await hints.getByText(same.code).waitFor();
    await clerk.expectAccessible();
    await clerk.expectPlainWords();
    await keyboard.press('Control+Enter');
    await clerk.page.waitForURL(/\/slip/);
    const slip = await clerk.text();
    const code = slip.match(/[A-Z]{2}-\d{4}-\d{4}/)?.[0] ?? '';
    expect(code).not.toBe(same.code);
    expect(slip).toMatch(/查询码\s*\d{3}\s?\d{3}/);
    expect(await clerk.page.getByRole('img').count()).toBeGreaterThan(0);
    await clerk.goto(`/desk/matters/${code}`);
    expect(await clerk.text()).toContain('电话');
  });

  it('what is missing is said, and what was typed stays', async () => {
    await clerk.goto('/desk/call');
    await clerk.page.getByLabel('什么事').fill('路灯不亮');
    await clerk.page.getByRole('textbox', { name: /^姓名/ }).fill('测试邻居辛');
    await clerk.page.locator('form[data-call]').evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
    await clerk.page.getByRole('button', { name: '登记', exact: true }).click();
    await clerk.page.getByRole('alert').first().waitFor();
    expect(clerk.status).toBe(422);
    expect(await clerk.page.getByLabel('什么事').inputValue()).toBe('路灯不亮');
    expect(await clerk.page.getByRole('textbox', { name: /^姓名/ }).inputValue()).toBe('测试邻居辛');
    await clerk.expectPlainWords();
  });

  it('danger on the telephone: numbers to call come up while the clerk is typing', async () => {
    await clerk.goto('/desk/call');
    await clerk.page.getByLabel('什么事').fill('厨房有很浓的煤气味');
    await clerk.page.getByLabel('在哪里').fill('3号楼');
    await clerk.page.getByText('可能有危险：先让对方打电话').waitFor();
    expect(await clerk.page.locator('#call-hints a[href="tel:119"]').count()).toBe(1);
  });
});
