import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { atDesk } from '../desk-stories.ts';
import { Visitor } from '../visitor.ts';

const TASK = '两段路面重新铺平（测试）';

let browser: Browser;
let clerk: Visitor;
let codes: string[] = [];
let path = '';
beforeAll(async () => {
  browser = await openBrowser();
  clerk = await atDesk(browser, 'xiaoChen');
});
afterAll(async () => {
  await clerk.leave();
  await browser.close();
});

/** Somebody with a slip scores it on their phone. */
async function scores(visitor: Visitor, code: string, marks: readonly string[]): Promise<void> {
  const { page } = visitor;
  await visitor.goto('/score');
  await page.getByLabel('票上的号码').fill(code);
  await page.getByRole('button', { name: '打开评分票' }).click();
  for (const [at, mark] of marks.entries())
    await page.locator(`[name=score${at + 1}][value="${mark}"]`).check();
  await page.getByRole('button', { name: '交上去' }).click();
}

describe('an appraisal of a finished project', () => {
  it('is scored with slips that are printed once', async () => {
    const { page } = clerk;
    await clerk.goto('/desk/appraisals');
    await page.getByRole('link', { name: /水管改造/ }).click();
    path = new URL(page.url()).pathname;
    await clerk.expectAccessible();
    await page.getByLabel('发几张票').fill('7');
    await page.getByRole('button', { name: '发评分票' }).click();
    await page.getByText('现在就打印').waitFor();
    codes =
      (await clerk.text()).match(/\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/g)?.filter((one) => !/^A-/.test(one)) ?? [];
    expect(codes).toHaveLength(7);
    await clerk.expectAccessible();
    await clerk.goto(path);
    for (const code of codes) expect(await clerk.text()).not.toContain(code);
  });

  it('is scored by whoever holds a slip, without signing in and without JavaScript, once', async () => {
    const neighbor = await Visitor.open(browser, { javaScript: false });
    await scores(neighbor, codes[0]!, ['5', '2', '3']);
    await neighbor.page.getByText('收到了，谢谢').waitFor();
    await neighbor.page.getByLabel('票上的号码').fill(codes[0]!);
    await neighbor.page.getByRole('button', { name: '打开评分票' }).click();
    await neighbor.page.getByText('这个号码不对，或已经用过').first().waitFor();
    for (const code of codes.slice(1, 5)) {
      await scores(neighbor, code, ['5', '2']);
      await neighbor.page.getByText('收到了，谢谢').waitFor();
    }
    await neighbor.leave();
    const reader = await Visitor.open(browser, { elder: true });
    await reader.goto('/score');
    await reader.expectAccessible();
    await reader.page.getByLabel('票上的号码').fill(codes[5]!);
    await reader.page.getByRole('button', { name: '打开评分票' }).click();
    await reader.page.getByText('施工质量').waitFor();
    await reader.expectAccessible();
    await reader.expectPlainWords();
    await reader.leave();
  });

  it('has its paper slips typed in by those who count, and none by whoever is appraised', async () => {
    const chair = await atDesk(browser, 'heUncle');
    await chair.goto(path);
    expect(await chair.page.getByRole('button', { name: '录入这张票' }).count()).toBe(0);
    expect(await chair.page.getByRole('button', { name: '结束打分，清点' }).count()).toBe(0);
    expect(await chair.post(path, { do: 'enter-slip', code: codes[5]!, score1: '5', criteria: '3' })).toBe(
      422,
    );
    await chair.leave();
    const { page } = clerk;
    await clerk.goto(path);
    await page.getByLabel('票上的号码').fill(codes[5]!);
    await page.locator('[name=score1]').selectOption('4');
    await page.getByRole('button', { name: '录入这张票' }).click();
    await page.getByText('这张录好了').waitFor();
    await page.getByLabel('票上的号码').fill(codes[6]!);
    await page.getByLabel('这张票作废').check();
    await page.getByRole('button', { name: '录入这张票' }).click();
    await page.getByText('这张录好了').waitFor();
    await page.getByLabel('现场问答').fill('问了路面，业委会答应请施工队回来。');
    await page.getByRole('button', { name: '结束打分，清点' }).click();
    await page.getByText('发出 7 张，有效 6 张，无效 1 张').waitFor();
    expect(await clerk.text()).toContain('不到五人，不公布分数');
    await clerk.expectAccessible();
  });

  it('is published with what is to be put right, which then waits for the head of the organisation', async () => {
    const { page } = clerk;
    await clerk.goto(path);
    await page.getByLabel('评议意见').fill('质量满意，路面要返工。');
    await page.locator('[name=task1]').fill(TASK);
    await page.locator('[name=post1]').selectOption({ index: 1 });
    await page.locator('[name=due1]').fill('2026-12-12');
    await page.locator('[name=measure1]').fill('下雨不积水，走着不绊脚');
    await page.getByRole('button', { name: '保存整改清单' }).click();
    await page.getByText('请写今天以后的一个工作日').first().waitFor();
    expect(await page.locator('[name=task1]').inputValue()).toBe(TASK);
    await page.locator('[name=due1]').fill('2026-12-11');
    await page.getByRole('button', { name: '保存整改清单' }).click();
    await page.getByText('整改清单记下了').waitFor();
    await page.getByRole('button', { name: '结果写好了，交给第二个人看' }).click();
    await page.waitForURL(/\/desk\/redaction\//);
    const second = await atDesk(browser, 'zhou');
    await second.goto(new URL(page.url()).pathname);
    await second.page.getByRole('button', { name: '看过了，公开' }).click();
    await second.page.getByText('已经公开。').first().waitFor();
    await second.leave();
    const neighbor = await Visitor.open(browser);
    await neighbor.goto('/appraisals');
    await neighbor.expectAccessible();
    await neighbor.page.getByRole('link', { name: /水管改造/ }).click();
    const text = await neighbor.text();
    for (const shown of ['有效 6 张', '质量满意，路面要返工', TASK, '这个单位没有写自评'])
      expect(text).toContain(shown);
    await neighbor.expectAccessible();
    await neighbor.expectPlainWords();
    await neighbor.page.getByRole('link', { name: /看落实事项/ }).click();
    expect(await neighbor.text()).toContain(TASK);
    await neighbor.leave();
  });
});
