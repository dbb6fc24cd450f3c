import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { atDesk } from '../desk-stories.ts';
import { Visitor } from '../visitor.ts';

const TITLE = '11 月 20 日协调会';
const CARRY = '电梯更换期间高层老人上下楼';
const MONEY = '电梯维修资金还差多少';
const ROOM = '底楼空房改成老人歇脚处';
const LOST = '十一位老人里有四位要人背（测试）';

let browser: Browser;
let clerk: Visitor;
let director: Visitor;
let manager: Visitor;
let room = '';
beforeAll(async () => {
  browser = await openBrowser();
  clerk = await atDesk(browser, 'xiaoChen');
  director = await atDesk(browser, 'zheng');
  manager = await atDesk(browser, 'song');
});
afterAll(async () => {
  for (const visitor of [clerk, director, manager]) await visitor.context.close();
  await browser.close();
});

async function openMeeting(visitor: Visitor): Promise<void> {
  await visitor.goto('/desk/meetings');
  await visitor.page.getByRole('link', { name: TITLE }).first().click();
  await visitor.page.getByRole('heading', { name: TITLE }).waitFor();
}

async function press(visitor: Visitor, name: string): Promise<void> {
  await visitor.page.getByRole('button', { name, exact: true }).click();
}

/** Goes to an item of the agenda in the room. */
async function toItem(visitor: Visitor, title: string): Promise<void> {
  await visitor.goto(room);
  await visitor.page.getByRole('navigation', { name: '议程' }).getByRole('link', { name: title }).click();
  await visitor.page.getByRole('heading', { name: new RegExp(title) }).waitFor();
}

/** The text of a field, its form and what the page says of saving it. */
function field(page: Page, label: string) {
  const area = page.getByLabel(label, { exact: true });
  const form = page.locator('form[data-autosave]', { has: area });
  return { area, said: form.getByRole('status'), save: form.getByRole('button', { name: '保存' }) };
}

describe('the room', () => {
  it('is opened by the secretary, and without enough seats there nothing can be resolved', async () => {
    await openMeeting(clerk);
    await clerk.expectAccessible();
    await press(clerk, '开会');
    await clerk.page.getByText('会议正在开。').waitFor();
    await clerk.page.getByRole('link', { name: '进入会场页' }).click();
    await clerk.page.getByText('每次必谈').or(clerk.page.getByText('到会 0/5')).first().waitFor();
    room = new URL(clerk.page.url()).pathname;
    await clerk.expectAccessible();
    await clerk.expectPlainWords();
    await toItem(clerk, CARRY);
    await press(clerk, '开始谈');
    await clerk.page.getByLabel('议定内容').fill('每天两趟，有人背（测试）');
    await fillAction(clerk.page, '12月2日');
    await press(clerk, '记为议定');
    await clerk.page
      .getByText(/到会人数不够（.+），只能交流，不能议定。/)
      .first()
      .waitFor();
    expect(await clerk.page.getByLabel('议定内容').inputValue()).toBe('每天两趟，有人背（测试）');
  });

  it('keeps a half-written resolution while somebody who comes late is marked as there', async () => {
    for (const [who, what] of [
      ['紫荆居委会', 'PRESENT'],
      ['紫荆居民区党总支', 'PRESENT'],
      ['测试丙物业', 'PRESENT'],
      ['社区警务室', 'ONLINE'],
      ['房管办', 'EXCUSED'],
    ] as const)
      await clerk.page.getByLabel(new RegExp(`^${who}`)).selectOption(what);
    await press(clerk, '记到会');
    await clerk.page.getByText('到会 4/5').waitFor();
    await toItem(clerk, CARRY);
    expect(await clerk.page.getByLabel('议定内容').inputValue()).toBe('每天两趟，有人背（测试）');
  });

  it('lets two people write at once, and never one over the other unseen', async () => {
    await toItem(clerk, CARRY);
    await toItem(director, CARRY);
    await field(clerk.page, '情况').area.fill('停梯二十天，高层有十一位老人。');
    await field(director.page, '会议认为').area.fill('先保看病和买菜。');
    await field(clerk.page, '情况').said.getByText('已保存').waitFor();
    await field(director.page, '会议认为').said.getByText('已保存').waitFor();
    // The director's page still shows the situation as it was: empty.
    await field(director.page, '情况').area.fill('我来写：十二位老人。');
    await field(director.page, '情况').said.getByText('别人刚写过这一格').waitFor();
    await field(director.page, '情况').save.click();
    await director.page.getByText('别人刚写的：停梯二十天，高层有十一位老人。').waitFor();
    expect(await field(director.page, '情况').area.inputValue()).toBe('我来写：十二位老人。');
    await field(director.page, '情况').area.fill('停梯二十天，高层有十二位老人。');
    await field(director.page, '情况').save.click();
    await director.page.getByRole('heading', { name: new RegExp(CARRY) }).waitFor();
    await toItem(clerk, CARRY);
    expect(await field(clerk.page, '情况').area.inputValue()).toBe('停梯二十天，高层有十二位老人。');
    expect(await field(clerk.page, '会议认为').area.inputValue()).toBe('先保看病和买菜。');
  });

  it('loses nothing when the network fails and the laptop dies', async () => {
    await toItem(clerk, CARRY);
    await clerk.context.setOffline(true);
    await field(clerk.page, '要求').area.fill(LOST);
    await field(clerk.page, '要求').said.getByText('没连上').waitFor();
    const page = await clerk.context.newPage();
    await clerk.page.close();
    await clerk.context.setOffline(false);
    await page.goto(new URL(room, director.page.url()).href);
    await page.getByRole('navigation', { name: '议程' }).getByRole('link', { name: CARRY }).click();
    const { area, said } = field(page, '要求');
    await said.getByText(/这里有上次没保存上的字|已保存/).waitFor();
    expect(await area.inputValue()).toBe(LOST);
    await said.getByText('已保存').waitFor();
    await page.close();
    await toItem(director, CARRY);
    expect(await field(director.page, '要求').area.inputValue()).toBe(LOST);
    await clerk.context.close();
    clerk = await atDesk(browser, 'xiaoChen');
  });

  it('takes each organisation’s own words, and resolves with a person, a day and a measure', async () => {
    await toItem(manager, CARRY);
    await manager.expectAccessible();
    await manager.page.getByLabel('本单位怎么说').fill('物业可以每天出两个人（测试）');
    await press(manager, '写上去');
    await manager.page.getByText('已保存').first().waitFor();
    await toItem(clerk, CARRY);
    expect(await clerk.text()).toContain('物业可以每天出两个人（测试）');
    await clerk.page.getByLabel('议定内容').fill('每天两趟，有人背（测试）');
    await fillAction(clerk.page, '尽快');
    await press(clerk, '记为议定');
    await clerk.page.getByText('「尽快」不是日期。').first().waitFor();
    expect(await clerk.page.getByLabel('办什么').first().inputValue()).toBe('每天上午、下午各背一趟');
    await clerk.page.getByLabel('完成日期').first().fill('12月2日');
    await press(clerk, '记为议定');
    await clerk.page.getByText('一致同意').first().waitFor();
    expect(await clerk.text()).toMatch(/R-2026-\d+/);
  });

  it('puts off what belongs to somebody who is not there', async () => {
    await toItem(clerk, MONEY);
    await press(clerk, '开始谈');
    await clerk.page.getByLabel('议定内容').fill('房管办补一半（测试）');
    await clerk.page.getByLabel('办什么').first().fill('批下补贴');
    await clerk.page
      .getByLabel('牵头单位和责任岗位')
      .first()
      .selectOption({ label: '房管办（测试） · 房管办主任' });
    await clerk.page.getByLabel('完成日期').first().fill('12月2日');
    await clerk.page.getByLabel('怎样算办成').first().fill('钱到账');
    await press(clerk, '记为议定');
    await clerk.page
      .getByText(/没有到会，不能缺席定它的事/)
      .first()
      .waitFor();
    await clerk.page.locator('summary', { hasText: '缓议' }).click();
    await clerk.page.getByLabel('为什么缓议').fill('房管办没有来，等下次');
    await press(clerk, '缓议');
    await clerk.page.getByText('房管办没有来，等下次').first().waitFor();
  });

  it('never resolves what belongs to the owners: it leaves as a proposal to their committee', async () => {
    await toItem(clerk, ROOM);
    await press(clerk, '开始谈');
    await clerk.page.locator('summary', { hasText: '别的结论' }).click();
    await clerk.page
      .getByLabel('怎样', { exact: true })
      .selectOption({ label: '属于业主决定的，建议业委会办' });
    await clerk.page.getByLabel('建议交给哪个业委会').selectOption({ label: '鲁班公寓业委会' });
    await clerk.page.getByLabel('结论怎么写').fill('建议业委会问问业主，底楼空房能不能放几把椅子（测试）');
    await press(clerk, '记下结论');
    await clerk.page.getByText('属于业主决定的，建议业委会办').first().waitFor();
  });

  it('shows the screen of the room what is done', async () => {
    await clerk.goto(room.replace(/session$/, 'screen'));
    await clerk.expectAccessible();
    await clerk.expectPlainWords();
    expect(await clerk.text()).toContain('到会 4/5');
  });
});

describe('its minutes', () => {
  it('are read by every organisation that has a seat, signed, and looked at by a second person', async () => {
    await openMeeting(director);
    await press(director, '散会');
    await director.page.getByText('把情况、意见、要求写全').waitFor();
    const minutes = await director.text();
    for (const words of [
      '停梯二十天，高层有十二位老人。',
      '先保看病和买菜。',
      LOST,
      '建议交：鲁班公寓业委会',
    ])
      expect(minutes).toContain(words);
    await press(director, '送各单位看');
    await director.page.getByText('没有说话的，算同意').waitFor();
    for (const person of ['zheng', 'zhou', 'song', 'jiang', 'tang']) {
      const reader = await atDesk(browser, person);
      await openMeeting(reader);
      await press(reader, '答复');
      await reader.page.getByText('已保存。').waitFor();
      await reader.leave();
    }
    await openMeeting(director);
    await press(director, '签发');
    await director.page.getByText('不能再改').first().waitFor();
    await press(director, '公开版送审');
    const second = await atDesk(browser, 'zhou');
    await second.goto('/desk/redaction');
    await second.page
      .getByRole('link', { name: /会议纪要.+协调会/ })
      .first()
      .click();
    await second.page.getByText('第 2 项：情况').first().waitFor();
    await second.expectPlainWords();
    await second.expectAccessible();
    await press(second, '看过了，公开');
    await second.page.getByText('已经公开。').first().waitFor();
    await second.leave();
  });

  it('are read by everybody without JavaScript, without who said what', async () => {
    const neighbor = await Visitor.open(browser, { javaScript: false });
    await neighbor.goto('/meetings?now');
    await neighbor.page.getByRole('link', { name: TITLE }).first().click();
    const read = await neighbor.text();
    expect(read).toContain('每天上午、下午各背一趟');
    expect(read).toContain('停梯二十天');
    expect(read).not.toContain('物业可以每天出两个人（测试）');
    await neighbor.expectPlainWords();
    await neighbor.leave();
  });

  it('leave what was put off among the candidates of the next meeting', async () => {
    await director.goto('/desk/meetings/plan');
    await director.page.getByLabel('哪个议事机构').first().selectOption({ label: '协调会' });
    await director.page.getByLabel('在哪里开').first().fill('居委会会议室');
    await director.page.getByLabel('什么时候开').fill('2026-12-10T14:00');
    await press(director, '排好');
    await press(director, '打开议程');
    await director.page.getByText(MONEY).first().waitFor();
    await director.page.locator('summary', { hasText: '取消会议' }).click();
    await director.page.getByLabel('原因', { exact: true }).last().fill('改到十一日');
    await press(director, '取消会议');
    await director.page.getByText('没谈的议题会回到候选里').waitFor();
  });
});

async function fillAction(page: Page, due: string): Promise<void> {
  await page.getByLabel('办什么').first().fill('每天上午、下午各背一趟');
  await page.getByLabel('牵头单位和责任岗位').first().selectOption({ label: '测试丙物业 · 项目经理' });
  await page.getByLabel('完成日期').first().fill(due);
  await page.getByLabel('怎样算办成').first().fill('二十天里没有一天漏');
}
