import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { atDesk } from '../desk-stories.ts';
import { Visitor } from '../visitor.ts';

const TASK = '十二月起每周三晚上开放活动室（测试）';
const WHY_NOT = '活动室归居委会管，物业没有钥匙';

let browser: Browser;
let secretary: Visitor;
let manager: Visitor;
let director: Visitor;
beforeAll(async () => {
  browser = await openBrowser();
  secretary = await atDesk(browser, 'zhou');
  manager = await atDesk(browser, 'luo');
  director = await atDesk(browser, 'zheng');
});
afterAll(async () => {
  for (const visitor of [secretary, manager, director]) await visitor.leave();
  await browser.close();
});

/** Opens the action from the reader's list and opens the form of a step. */
async function openStep(visitor: Visitor, step: string): Promise<void> {
  await visitor.goto('/desk/actions');
  await visitor.page.getByRole('link', { name: TASK }).click();
  const folded = visitor.page.locator('summary', { hasText: step });
  const form = visitor.page.getByRole('button', { name: step, exact: true });
  await visitor.page.getByText('现在能做的').waitFor();
  if ((await folded.count()) > 0 && !(await form.isVisible())) await folded.click();
}

async function press(visitor: Visitor, step: string): Promise<void> {
  await visitor.page.getByRole('button', { name: step, exact: true }).click();
  await visitor.page.getByText('已经记下。').waitFor();
}

describe('what a joint meeting resolved', () => {
  it('is recorded with a post, a day and a measure; 「尽快」 is no day, and nothing typed is lost', async () => {
    const { page } = secretary;
    await secretary.goto('/desk/actions/new');
    await secretary.expectAccessible();
    await page.getByLabel('哪次会议').fill('11 月 20 日临时联席会议');
    await page.getByLabel('议定内容').fill('活动室晚上也要能用（测试）');
    await page.locator('[name=task1]').fill(TASK);
    await page.locator('[name=post1]').selectOption({ label: '项目经理' });
    await page.locator('[name=due1]').fill('尽快');
    await page.locator('[name=measure1]').fill('连开四周，每次都有人用');
    await page.getByRole('button', { name: '记为议定' }).click();
    await page.getByText('「尽快」不是日期。请写一个工作日，例如 4月20日。').first().waitFor();
    expect(secretary.status).toBe(422);
    expect(await page.locator('[name=task1]').inputValue()).toBe(TASK);
    expect(await page.locator('[name=due1]').inputValue()).toBe('尽快');
    await page.locator('[name=due1]').fill('12月2日');
    await page.getByRole('button', { name: '记为议定' }).click();
    await page.waitForURL(/\/desk\/actions$/);
    expect(await secretary.text()).toContain(TASK);
    await secretary.expectPlainWords();
    await secretary.expectAccessible();
  });

  it('binds nobody: the company contests it, and the general branch gives it to whom it belongs', async () => {
    await openStep(manager, '提出异议');
    await manager.expectAccessible();
    await manager.page.locator('form', { hasText: '提出异议' }).getByLabel('为什么').fill(WHY_NOT);
    await press(manager, '提出异议');
    await openStep(secretary, '定下由谁办');
    expect(await secretary.text()).toContain(WHY_NOT);
    await secretary.page.getByLabel('哪个岗位').selectOption({ label: '居委会主任' });
    await secretary.page.locator('form', { hasText: '定下由谁办' }).getByLabel('为什么').fill('钥匙在居委会');
    await press(secretary, '定下由谁办');
  });

  it('is taken on, done, and never checked by the organisation that did it', async () => {
    await openStep(director, '认领');
    await press(director, '认领');
    await openStep(director, '报办好');
    await director.page.getByLabel('办了什么，怎么看得出来').fill('开了一晚，来了十二户');
    await press(director, '报办好');
    for (const step of ['去看过、核对过了', '核对无误，销号'])
      expect(await director.page.getByRole('button', { name: step }).count()).toBe(0);
    await openStep(secretary, '去看过、核对过了');
    expect(await secretary.page.getByRole('button', { name: '核对无误，销号' }).count()).toBe(0);
    await secretary.page.getByLabel('怎么核对的').selectOption({ label: '到现场看过' });
    await secretary.page.getByLabel('看到了什么').fill('周三晚上去看过，门开着，有人用');
    await press(secretary, '去看过、核对过了');
    await openStep(secretary, '核对无误，销号');
    await press(secretary, '核对无误，销号');
    await secretary.expectPlainWords();
  });

  it('is read by everybody, by organisation and post and without names, without JavaScript', async () => {
    const neighbor = await Visitor.open(browser, { javaScript: false });
    await neighbor.goto('/actions');
    const text = await neighbor.text();
    expect(text).toContain(TASK);
    expect(text).toContain('居委会主任');
    expect(text).not.toContain('郑主任');
    expect(text).not.toContain(WHY_NOT);
    await neighbor.expectPlainWords();
    await neighbor.leave();
    for (const elder of [false, true]) {
      const reader = await Visitor.open(browser, { elder });
      for (const path of ['/actions', '/rules', '/rules/v1.1']) {
        await reader.goto(path);
        await reader.expectAccessible();
        await reader.expectPlainWords();
      }
      await reader.leave();
    }
  });
});
