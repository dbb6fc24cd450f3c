import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoId } from '#demo/neighborhood/ids.ts';
import { openBrowser } from '../browser.ts';
import { act, atDesk, inDays } from '../desk-stories.ts';
import { report } from '../resident-stories.ts';
import { Visitor } from '../visitor.ts';

const COMMITTEE = '城市花园业委会';
const FILE = `/desk/registry/organisations/${demoId('organisation/ownersCs')}`;

let browser: Browser;
let keeper: Visitor;
let oldDirector: Visitor;
let code: string;
beforeAll(async () => {
  browser = await openBrowser();
  keeper = await atDesk(browser, 'zheng');
  oldDirector = await atDesk(browser, 'shen');
});
afterAll(() => browser.close());

/** Opens a form of the committee's page by the name of what it does. */
async function openForm(visitor: Visitor, name: string): Promise<void> {
  await visitor.goto(FILE);
  await visitor.page
    .getByRole('navigation', { name: '可以做的' })
    .getByRole('link', { name, exact: true })
    .click();
  await visitor.page.getByRole('button', { name, exact: true }).waitFor();
}

/** The sheet of the term that ended. */
async function openSheet(visitor: Visitor): Promise<void> {
  await visitor.goto(FILE);
  await visitor.page.getByRole('link', { name: '交接单' }).click();
  await visitor.page.getByRole('heading', { name: `${COMMITTEE}第 3 届交接单` }).waitFor();
}

describe('an owners’ committee leaves and the next one comes', () => {
  it('with a matter it has in hand', async () => {
    const resident = await Visitor.open(browser, { javaScript: false });
    ({ code } = await report(resident, {
      words: '公共收益两个季度没有公布了',
      place: '城市花园（说不清具体位置）',
    }));
    await resident.leave();
    const clerk = await atDesk(browser, 'xiaoChen');
    await act(clerk, code, '受理');
    await act(clerk, code, '派单', { choose: { 牵头单位: COMMITTEE } });
    await clerk.leave();
    await act(oldDirector, code, '接手', {});
  });

  it('ends before its day only with a reason, and what was typed stays', async () => {
    await openForm(keeper, '任期结束，开始交接');
    await keeper.page.getByLabel('最后一天').fill(inDays(-1));
    await keeper.page.getByRole('button', { name: '任期结束，开始交接' }).click();
    await keeper.page.getByRole('alert').waitFor();
    expect(keeper.status).toBe(422);
    expect(await keeper.page.getByLabel('最后一天').inputValue()).toBe(inDays(-1));
    await keeper.expectPlainWords();
    await keeper.expectAccessible();
    await keeper.page.getByLabel('提前结束的原因').fill('全体委员提前换届');
    await keeper.page.getByRole('button', { name: '任期结束，开始交接' }).click();
    await keeper.page.getByText('正在交接，等新主任接收').waitFor();
  });

  it('is out at once: the old director opens neither the desk nor the matter', async () => {
    expect(await oldDirector.read(`/desk/matters/${code}`)).not.toBe(200);
    expect(await oldDirector.read('/desk')).not.toBe(200);
  });

  it('leaves a sheet with the matter on it, which nobody can accept yet', async () => {
    await openSheet(keeper);
    const text = await keeper.text();
    expect(text).toContain(code);
    expect(text).toContain('全体委员提前换届');
    expect(text).toContain('上一届：沈老师');
    expect(await keeper.page.getByRole('button', { name: '接收' }).count()).toBe(0);
    await keeper.expectPlainWords();
    await keeper.expectAccessible();
  });

  it('is followed by a new director, who accepts the sheet and finds the matter in hand', async () => {
    await keeper.goto(FILE);
    await keeper.page.getByRole('link', { name: '业委会主任' }).click();
    await keeper.page.getByRole('navigation', { name: '可以做的' }).getByRole('link').first().click();
    await keeper.page.getByLabel('找人').fill('孙先生');
    await keeper.page.getByRole('button', { name: '查找' }).click();
    await keeper.page.getByRole('button', { name: '安排上岗' }).click();
    await keeper.page.getByRole('main').getByText('孙先生').first().waitFor();

    const director = await atDesk(browser, 'mrSun');
    await openSheet(director);
    await director.expectAccessible();
    await director.page.getByRole('button', { name: '接收' }).click();
    await director.page.getByText('已接收。从现在起，这些事由新一届业委会接着办。').waitFor();
    const text = await director.text();
    expect(text).toContain('接收的事（2 件）');
    expect(text).toContain(code);
    await director.expectPlainWords();
    await director.goto(`/desk/matters/${code}`);
    expect(await director.text()).toContain('公共收益两个季度没有公布了');
    for (const visitor of [keeper, oldDirector, director]) await visitor.leave();
  });
});
