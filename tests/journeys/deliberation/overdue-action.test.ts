import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { atDesk } from '../desk-stories.ts';
import { Visitor } from '../visitor.ts';

/** Resolved on 21 October for 6 November; red on the demo's day, which the street has been told. */
const RED = '城市花园 6 个松动井盖加固';
const WORD = '井盖会绊倒老人，三天里修好，街道来看';
const LATER = '把门口的灯换成感应灯（测试）';

let browser: Browser;
let street: Visitor;
let manager: Visitor;
let director: Visitor;
let secretary: Visitor;
let resident: Visitor;
beforeAll(async () => {
  browser = await openBrowser();
  street = await atDesk(browser, 'pan');
  manager = await atDesk(browser, 'liang');
  director = await atDesk(browser, 'zheng');
  secretary = await atDesk(browser, 'zhou');
  resident = await Visitor.open(browser);
  await resident.become('mrLi');
});
afterAll(async () => {
  for (const visitor of [street, manager, director, secretary, resident]) await visitor.leave();
  await browser.close();
});

/** What stands in the row of an organisation on the room's screen: red, orange, soon due, on time. */
async function onScreen(organisation: string): Promise<number[]> {
  const room = await Visitor.open(browser, { wide: true, javaScript: false });
  await room.goto('/actions/screen?still');
  const row = room.page.locator('tr', { hasText: organisation });
  const counts = (await row.locator('td').allInnerTexts()).slice(0, 4).map(Number);
  await room.leave();
  return counts;
}

async function openAction(visitor: Visitor, task: string): Promise<void> {
  await visitor.goto('/desk/actions');
  const { page } = visitor;
  await page.getByRole('link', { name: task }).first().click();
  await page.getByText('现在能做的').waitFor();
}

/** Takes a step on the open page; `fill` by the labels people read. */
async function takeStep(
  visitor: Visitor,
  task: string,
  step: string,
  fill: Readonly<Record<string, string>> = {},
  choose: Readonly<Record<string, string>> = {},
): Promise<void> {
  await openAction(visitor, task);
  const { page } = visitor;
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: step, exact: true }) });
  const button = form.getByRole('button', { name: step, exact: true });
  if (!(await button.isVisible())) await page.locator('summary', { hasText: step }).click();
  for (const [label, text] of Object.entries(fill)) await form.getByLabel(label).fill(text);
  for (const [label, option] of Object.entries(choose))
    await form.getByLabel(label).selectOption({ label: option });
  await button.click();
  await page.getByText('已经记下。').waitFor();
}

const CHECKED = [{ 看到了什么: '到现场踩过，六个都不响' }, { 怎么核对的: '到现场看过' }] as const;

describe('an action that is long overdue', () => {
  it('is red on the screen of the room, which renews itself without JavaScript', async () => {
    const room = await Visitor.open(browser, { wide: true, javaScript: false });
    await room.page.setViewportSize({ width: 1920, height: 1080 });
    await room.goto('/actions/screen');
    expect(await room.page.locator('script').count()).toBe(0);
    expect(await room.page.locator('meta[http-equiv=refresh]').getAttribute('content')).toMatch(
      /^30;url=\/actions\/screen\?turn=\d+$/,
    );
    expect(await room.text()).toContain(RED);
    const { height, size } = await room.page.evaluate(() => ({
      height: document.documentElement.scrollHeight,
      size: Number.parseFloat(getComputedStyle(document.querySelector('tbody th')!).fontSize),
    }));
    expect(height, 'a screen on a wall cannot be scrolled').toBeLessThanOrEqual(1080);
    expect(size).toBeGreaterThanOrEqual(26);
    await room.leave();
    expect((await onScreen('测试乙物业'))[0]).toBe(1);
    const still = await Visitor.open(browser, { wide: true });
    await still.goto('/actions/screen?still');
    await still.expectAccessible();
    await still.expectPlainWords();
    await still.leave();
  });

  it('tells everybody how it got there, by organisation and without names', async () => {
    const neighbor = await Visitor.open(browser, { elder: true });
    await neighbor.goto('/actions/R-2026-27');
    const text = await neighbor.text();
    for (const told of ['超期，报党总支', '超期多日，报街道', '测试乙物业', '项目经理'])
      expect(text).toContain(told);
    expect(text).not.toContain('梁经理');
    await neighbor.expectAccessible();
    await neighbor.expectPlainWords();
    await neighbor.leave();
  });

  it('waits for the street, whose word the company reads; it can no longer be put off', async () => {
    await street.goto('/desk/actions');
    const waiting = street.page.getByRole('list', { name: '等我处理' });
    expect(await waiting.innerText()).toContain(RED);
    await takeStep(street, RED, '街道督办', { 为什么: WORD });
    await street.goto('/desk/actions');
    expect(await street.page.getByRole('list', { name: '等我处理' }).count()).toBe(0);
    await openAction(manager, RED);
    expect(await manager.text()).toContain(WORD);
    expect(await manager.page.locator('summary', { hasText: '请求延期' }).count()).toBe(0);
    await manager.expectAccessible();
    await manager.expectPlainWords();
  });

  it('is reported, sent back, reported again, checked by others on the spot and struck off', async () => {
    await takeStep(manager, RED, '报办好', { '办了什么，怎么看得出来': '六个都垫了橡胶圈' });
    await takeStep(director, RED, '没办好，退回', { 为什么: '2 号楼前面还有一个会响' });
    expect((await onScreen('测试乙物业'))[0]).toBe(1);
    await takeStep(manager, RED, '报办好', { '办了什么，怎么看得出来': '2 号楼前面那个也换了井圈' });
    await takeStep(director, RED, '去看过、核对过了', ...CHECKED);
    await takeStep(director, RED, '核对无误，销号');
    expect((await onScreen('测试乙物业'))[0]).toBe(0);
  });

  it('comes undone within the window and begins again with a day of its own, and the board says so', async () => {
    await takeStep(director, RED, '又出问题，重新办', { 完成日期: '12月4日', 为什么: '下过雨又响了' });
    expect(await onScreen('测试乙物业')).toEqual([0, 0, 0, 1]);
    const neighbor = await Visitor.open(browser, { javaScript: false });
    await neighbor.goto('/actions');
    expect(await neighbor.text()).toContain('反弹过 1 次');
    await neighbor.leave();
  });
});

describe('whoever asked for it', () => {
  let code = '';
  it('reads on their own page what was decided, and who took it on until when', async () => {
    await resident.goto('/report');
    await resident.page.getByLabel('什么事').fill('门口的灯晚上不亮，老人看不清台阶（测试）');
    await resident.page.getByLabel('在哪里').selectOption({ label: '紫荆小区（说不清具体位置）' });
    await resident.page.getByRole('button', { name: '提交', exact: true }).click();
    await resident.page.waitForURL(/\/report\/sent\//);
    code = (await resident.page.locator('dl dd').first().innerText()).trim();
    const { page } = secretary;
    await secretary.goto(`/desk/actions/new?matter=${code}`);
    await page.getByLabel('哪次会议').fill('11 月 20 日临时联席会议');
    await page.getByLabel('议定内容').fill('门口的灯换成人来就亮的（测试）');
    await page.locator('[name=task1]').fill(LATER);
    await page.locator('[name=post1]').selectOption({ label: '房管办主任' });
    await page.locator('[name=due1]').fill('11月27日');
    await page.locator('[name=measure1]').fill('晚上走过去，灯自己亮');
    await page.getByRole('button', { name: '记为议定' }).click();
    await page.waitForURL(/\/desk\/actions$/);
    await resident.goto(`/m/${code}`);
    expect(await resident.text()).toContain('联席会议就这件事作了议定');
    await resident.expectAccessible();
    await resident.expectPlainWords();
  });

  it('is asked whether it is done: a no says what is missing, and nothing is struck off against it', async () => {
    const lead = await atDesk(browser, 'jiang');
    await takeStep(lead, LATER, '认领');
    await takeStep(lead, LATER, '报办好', { '办了什么，怎么看得出来': '换好了' });
    await lead.leave();
    await resident.goto(`/m/${code}`);
    const told = await resident.text();
    for (const line of ['认领了', '11月27日', '说办好了']) expect(told).toContain(line);
    await resident.page.getByRole('link', { name: '看这项议定' }).first().click();
    await resident.page.getByText('这是您反映的事。办好了吗？').waitFor();
    await resident.expectAccessible();
    await resident.page.getByRole('button', { name: '没有办好' }).click();
    await resident.page.getByText('没有办好，请写还差什么。').first().waitFor();
    await resident.page.getByLabel('想说的话').fill('左边那盏还不亮');
    await resident.page.getByRole('button', { name: '没有办好' }).click();
    await resident.page.getByText('已经记下。').waitFor();
    await takeStep(director, LATER, '去看过、核对过了', ...CHECKED);
    expect(await director.text()).toContain('反映人说没有办好，不能销号。');
    expect(await director.text()).toContain('左边那盏还不亮');
    expect(await director.page.getByRole('button', { name: '核对无误，销号' }).count()).toBe(0);
  });

  it('changes their mind once it is; then it is struck off and their page says so', async () => {
    await resident.goto('/actions');
    await resident.page.getByRole('link', { name: LATER }).click();
    await resident.page.getByRole('button', { name: '办好了', exact: true }).click();
    await resident.page.getByText('已经记下。').waitFor();
    await takeStep(director, LATER, '核对无误，销号');
    await resident.goto(`/m/${code}`);
    expect(await resident.text()).toContain('核对过了，销号');
    await resident.expectPlainWords();
  });
});
