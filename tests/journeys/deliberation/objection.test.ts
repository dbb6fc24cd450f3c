import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { atDesk } from '../desk-stories.ts';
import { Visitor } from '../visitor.ts';

const TITLE = '用公共收益补种行道树';
const OBJECTION = '第五棵会挡住消防车道的转弯处，请再量一量（测试）';
const GIST = '有一棵可能挡住消防车道的转弯处（测试）';
const ANSWER = '量过了，那一棵往里挪一米，不挡车道（测试）。';
const NAME = '李先生';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** Opens the notice from the list, as anybody finds it. */
async function opens(visitor: Visitor): Promise<void> {
  await visitor.goto('/notices');
  await visitor.page.getByRole('link', { name: new RegExp(TITLE) }).click();
  await visitor.page.getByRole('heading', { level: 1, name: new RegExp(TITLE) }).waitFor();
}

describe('an objection', () => {
  it('is raised and answered in time, and published without the name', async () => {
    const neighbor = await Visitor.open(browser);
    await neighbor.become('mrLi');
    await opens(neighbor);
    await neighbor.expectAccessible();
    await neighbor.page.getByLabel('您的意见').fill(OBJECTION);
    await neighbor.page.getByRole('button', { name: '提交意见' }).click();
    await neighbor.page.getByText('意见收到了').waitFor();
    await neighbor.page.getByText(/最晚.*前答复您/).waitFor();
    await neighbor.expectPlainWords();

    const anybody = await Visitor.open(browser, { javaScript: false });
    await opens(anybody);
    expect(await anybody.text()).toContain('1 条意见正在答复');
    expect(await anybody.text()).not.toContain(OBJECTION);

    const receiver = await atDesk(browser, 'heUncle');
    const { page } = receiver;
    await receiver.goto('/desk/public-notices');
    await receiver.expectAccessible();
    await page.getByRole('link', { name: new RegExp(TITLE) }).click();
    await page.getByText(OBJECTION).waitFor();
    expect(await receiver.text()).toContain(NAME);
    await receiver.expectAccessible();
    await receiver.expectPlainWords();
    // The name is not let into what everybody will read.
    await page.getByLabel('公开的意见，不写名字').fill(`${NAME}说${GIST}`);
    await page.getByLabel('答复', { exact: true }).fill(ANSWER);
    await page.getByRole('button', { name: '交给第二个人看' }).click();
    await page.getByText('这里写了提意见的人的名字').first().waitFor();
    await page.getByLabel('公开的意见，不写名字').fill(GIST);
    await page.getByRole('button', { name: '交给第二个人看' }).click();
    await page.waitForURL(/\/desk\/redaction\/[0-9a-f-]{36}/);
    const piece = new URL(page.url()).pathname;

    // Another organisation's desk counts the objection and reads no name.
    const second = await atDesk(browser, 'zheng');
    await second.goto('/desk/public-notices');
    await second.page.getByRole('link', { name: new RegExp(TITLE) }).click();
    await second.page.getByText('名字只有发出公示的单位看得到').waitFor();
    expect(await second.text()).not.toContain(NAME);
    await second.goto(piece);
    await second.page.getByRole('button', { name: '看过了，公开' }).click();
    await second.page.getByText('已经公开。').first().waitFor();
    await second.leave();

    await anybody.goto(`${new URL(anybody.page.url()).pathname}?answered`);
    const read = await anybody.text();
    expect(read).toContain(GIST);
    expect(read).toContain(ANSWER);
    expect(read).not.toContain(NAME);
    for (const visitor of [anybody, receiver, neighbor]) await visitor.leave();
  });

  it('is for whoever lives there: a neighbor of another estate is told how else to speak', async () => {
    const stranger = await Visitor.open(browser);
    await stranger.become('msZhao');
    await opens(stranger);
    expect(await stranger.page.getByLabel('您的意见').count()).toBe(0);
    const { pathname } = new URL(stranger.page.url());
    expect(await stranger.post(pathname, { objection: OBJECTION })).toBe(422);
    await stranger.leave();
  });
});
