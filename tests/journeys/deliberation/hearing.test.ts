import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { atDesk, inDays } from '../desk-stories.ts';
import { Visitor } from '../visitor.ts';

const TITLE = '门口要不要装道闸（测试）';
const OPINION = '装了以后，送菜的车怎么进来？';

let browser: Browser;
let clerk: Visitor;
let address = '';
beforeAll(async () => {
  browser = await openBrowser();
  clerk = await atDesk(browser, 'xiaoChen');
});
afterAll(async () => {
  await clerk.leave();
  await browser.close();
});

/** A neighbor signs up on the hearing's page. */
async function signsUp(neighbor: Visitor, said: { name: string; phone: string; stance: string }) {
  const { page } = neighbor;
  await page.getByLabel('姓名').fill(said.name);
  await page.getByLabel('电话', { exact: true }).fill(said.phone);
  await page.getByLabel(said.stance, { exact: true }).check();
  await page.getByRole('button', { name: '报名', exact: true }).click();
}

describe('a hearing', () => {
  it('is announced seven days before, once a second person has agreed', async () => {
    const { page } = clerk;
    await clerk.goto('/desk/hearings/new');
    await clerk.expectAccessible();
    await page.getByLabel('听证什么事').fill(TITLE);
    await page.getByLabel('要听大家什么意见').fill('门口装道闸，还是请保安继续登记？两种办法都行。');
    await page.getByLabel('来龙去脉').fill('外面的车常来停，住户没有地方停车。道闸要八万元，从公共收益出。');
    await page.getByLabel('直接受影响').fill('有车的住户，和住在大门边上的住户');
    await page.getByLabel('小区').selectOption({ label: '紫荆小区' });
    await page.getByLabel('谁来决定').selectOption({ label: '紫荆小区业委会' });
    await page.getByLabel('报名截止').fill(inDays(5));
    await page.getByLabel('哪天开').fill(inDays(6));
    await page.getByLabel('在哪里').fill('居委会二楼会议室');
    await page.getByRole('button', { name: '交给第二个人看' }).click();
    await page.getByText('听证会要提前 7 天公告').first().waitFor();
    expect(clerk.status).toBe(422);
    expect(await page.getByLabel('听证什么事').inputValue()).toBe(TITLE);
    await page.getByLabel('哪天开').fill(inDays(9));
    await page.getByRole('button', { name: '交给第二个人看' }).click();
    await page.waitForURL(/\/desk\/redaction\/[0-9a-f-]{36}/);
    await clerk.expectPlainWords();

    const neighbor = await Visitor.open(browser, { javaScript: false });
    await neighbor.goto('/hearings');
    expect(await neighbor.text()).not.toContain(TITLE);
    const second = await atDesk(browser, 'zhou');
    await second.goto(new URL(page.url()).pathname);
    await second.page.getByRole('button', { name: '看过了，公开' }).click();
    await second.page.getByText('已经公开。').first().waitFor();
    await second.leave();
    await neighbor.goto('/hearings?now');
    await neighbor.page.getByRole('link', { name: TITLE }).click();
    address = new URL(neighbor.page.url()).pathname;
    await neighbor.leave();
  });

  it('takes sign-ups without an account and without JavaScript, once; nothing typed is lost', async () => {
    const neighbor = await Visitor.open(browser, { javaScript: false });
    await neighbor.goto(address);
    await neighbor.page.getByLabel('想说的意见').fill(OPINION);
    await signsUp(neighbor, { name: '测试邻居', phone: '138', stance: '还没想好' });
    await neighbor.page.getByText('写了意见，请选一下').first().waitFor();
    expect(await neighbor.page.getByLabel('想说的意见').inputValue()).toBe(OPINION);
    await signsUp(neighbor, { name: '测试邻居', phone: '138', stance: '反对' });
    await neighbor.page.getByText('这个电话号码不对').first().waitFor();
    await signsUp(neighbor, { name: '测试邻居', phone: '13800006611', stance: '反对' });
    await neighbor.page.getByText('报上名了').waitFor();
    await signsUp(neighbor, { name: '测试邻居', phone: '13800006611', stance: '反对' });
    await neighbor.page.getByText('已经在报名名单里了').first().waitFor();
    const text = await neighbor.text();
    expect(text).not.toContain('住户测试');
    await neighbor.expectPlainWords();
    await neighbor.leave();
  });

  it('shows a resident who signed in that they are on the list, and takes it back', async () => {
    const resident = await Visitor.open(browser);
    await resident.become('mrLi');
    await resident.goto(address);
    await resident.expectAccessible();
    await resident.page.getByLabel('有条件支持', { exact: true }).check();
    await resident.page.getByLabel('这件事直接影响我家').check();
    await resident.page.getByRole('button', { name: '报名', exact: true }).click();
    await resident.page.getByText('您已报名').waitFor();
    await resident.expectAccessible();
    await resident.page.getByRole('button', { name: '取消报名' }).click();
    await resident.page.getByText('已取消，姓名和电话已删掉').waitFor();
    await resident.leave();
  });

  it('is signed up for at the desk without a phone; the check of the seats says who is still missing', async () => {
    const { page } = clerk;
    await clerk.goto(`/desk${address}`);
    await clerk.expectAccessible();
    const form = page.locator('form').filter({ has: page.getByRole('button', { name: '替他报名' }) });
    await form.getByLabel('姓名').fill('测试奶奶');
    await form.getByLabel('支持', { exact: true }).check();
    await form.getByLabel('直接影响他家').check();
    await form.getByLabel('六十岁以上').check();
    await form.getByRole('button', { name: '替他报名' }).click();
    await page.getByText('记下了').waitFor();
    await page.getByLabel('测试奶奶 参加').check();
    await page.getByRole('button', { name: '定下参加人' }).click();
    await page.getByText('已定参加人 1 位').waitFor();
    expect(await clerk.text()).toContain('不同意的 0 位，至少要 1 位 还有 1 位报了名 还能补上');
    expect(await page.getByRole('button', { name: '定下听证会' }).count()).toBe(0);
    expect(await clerk.text()).toContain('截止后才能定');
    expect(await clerk.text()).toContain('138****6611');
    expect(await clerk.text()).toContain(OPINION);
    await page.locator('summary', { hasText: '要打电话通知' }).click();
    await page.getByRole('button', { name: '看电话' }).click();
    await page.getByText('测试邻居：13800006611').waitFor();
    await clerk.expectPlainWords();
  });

  it('is read by other organisations without the list, and the last one with every answer', async () => {
    const manager = await atDesk(browser, 'luo');
    await manager.goto(`/desk${address}`);
    const text = await manager.text();
    for (const hidden of ['测试邻居', '测试奶奶', OPINION, '138****']) expect(text).not.toContain(hidden);
    await manager.leave();
    for (const elder of [false, true]) {
      const reader = await Visitor.open(browser, { elder });
      await reader.goto('/hearings');
      await reader.expectAccessible();
      await reader.page.getByRole('link', { name: '水管改造方案' }).click();
      await reader.page.getByText('共 8 条：采纳 6 条，部分采纳 1 条，不采纳 1 条。').waitFor();
      const read = await reader.text();
      expect(read).toContain('先找临时车位');
      expect(read).toContain('10 位');
      expect(read).not.toContain('住户测试');
      await reader.expectAccessible();
      await reader.expectPlainWords();
      await reader.leave();
    }
  });
});
