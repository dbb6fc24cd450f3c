import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { act, atDesk } from '../desk-stories.ts';
import { lookUp, newPhone, report, type Slip } from '../resident-stories.ts';
import { Visitor } from '../visitor.ts';

const WORDS = '对面工地的泥浆冲进地下通道，走不过去';
const ASK = '请街道叫工地停水，先清通道';
const SOON = '今天先铺了木板，周一晚上开会定谁来清。';
const DECIDED = '工地每天清一次通道，物业夜里看一次（测试）';

let browser: Browser;
let clerk: Visitor;
let secretary: Visitor;
let slip: Slip;
let climb = '';
let meeting = '';
beforeAll(async () => {
  browser = await openBrowser();
  clerk = await atDesk(browser, 'xiaoChen');
  secretary = await atDesk(browser, 'zhou');
});
afterAll(async () => {
  for (const visitor of [clerk, secretary]) await visitor.leave();
  await browser.close();
});

/** Opens the form of a step of the escalation and fills it. */
async function takes(visitor: Visitor, step: string, said: string, org?: string): Promise<void> {
  await visitor.goto(climb);
  const { page } = visitor;
  const form = page.locator('details', { has: page.locator('summary', { hasText: step }) });
  await form.locator('summary').click();
  if (org) await form.getByLabel('请哪个单位').selectOption({ label: org });
  await form.getByRole('textbox').fill(said);
  await form.getByRole('button', { name: step, exact: true }).click();
  await page.getByText('已经记下。').waitFor();
}

/** What the reporter reads on a phone without JavaScript. */
async function reporterReads(...words: readonly string[]): Promise<void> {
  const neighbor = await Visitor.open(browser, { javaScript: false });
  await lookUp(neighbor, slip);
  const read = await neighbor.text();
  for (const one of words) expect(read).toContain(one);
  await neighbor.expectPlainWords();
  await neighbor.leave();
}

describe('a matter climbs to an ad hoc meeting and its reporter learns the outcome', () => {
  it('is proposed from its page at the desk, with a reason, and waits for triage', async () => {
    const neighbor = await Visitor.open(browser);
    slip = await report(neighbor, { words: WORDS, name: '测试邻居庚', phone: newPhone() });
    await neighbor.leave();
    await act(clerk, slip.code, '受理');
    const { page } = clerk;
    await page.getByRole('link', { name: '提请升级' }).click();
    await clerk.expectAccessible();
    expect(await page.getByLabel('事项编号').inputValue()).toBe(slip.code);
    await page.locator('[name=trigger][value=HELP_ASKED]').check();
    await page.getByLabel('说说情况').fill('物业说工地不归他们管，一家办不了。');
    await page.getByRole('button', { name: '提请升级' }).click();
    await page.getByText('等党总支研判。').waitFor();
    climb = new URL(page.url()).pathname;
    await clerk.expectAccessible();
    await clerk.expectPlainWords();
    expect(await page.locator('summary', { hasText: '先研判' }).count()).toBe(0);
    await clerk.goto(`/desk/escalations/new?matter=${slip.code}`);
    expect(new URL(page.url()).pathname).toBe(climb);
  });

  it('goes two ways at once: the street is asked, and the parties meet within days', async () => {
    const { page } = secretary;
    await secretary.goto('/desk/escalations');
    await secretary.expectAccessible();
    await secretary.expectPlainWords();
    await page.getByRole('link', { name: WORDS }).click();
    await page.getByText('等您研判。').waitFor();
    await secretary.expectAccessible();
    await takes(secretary, '吹哨，请外单位来', ASK, '测试街道办事处');
    await takes(secretary, '开临时联席会议', '天天有人滑倒，等不到例会。');
    const street = await atDesk(browser, 'pan');
    await street.goto(climb);
    await street.page.getByRole('button', { name: '收到，我们来' }).click();
    await street.page.getByText('接哨了，等回复').waitFor();
    await street.expectAccessible();
    expect(await street.page.getByRole('button', { name: '开临时联席会议' }).count()).toBe(0);
    await street.leave();
  });

  it('is answered at its original deadline, though nothing is decided yet', async () => {
    const { page } = secretary;
    await secretary.goto(climb);
    const form = page.locator('details', { has: page.locator('summary', { hasText: '先回复反映人' }) });
    await form.locator('summary').click();
    await form.getByRole('textbox').fill('问 13800001234');
    await form.getByRole('button', { name: '先回复反映人' }).click();
    await page.getByText('请去掉电话、门牌、车牌').first().waitFor();
    expect(await form.getByRole('textbox').inputValue()).toBe('问 13800001234');
    await takes(secretary, '先回复反映人', SOON);
    await reporterReads('请测试街道办事处来一起处理', '要开临时会商量', '事情还在办，先向您回复', SOON);
  });

  it('stands among what the ad hoc meeting may talk about, and goes on its agenda with its figures', async () => {
    const { page } = secretary;
    await secretary.goto(climb);
    await page.getByRole('link', { name: '去排会议' }).click();
    await page.getByLabel('哪个议事机构').first().selectOption({ label: '联席会议' });
    await page.getByLabel('在哪里开').first().fill('居委会会议室');
    await page.getByLabel('什么时候开').fill('2026-11-23T19:00');
    await page.getByLabel(/^临时会议/).check();
    await page.getByLabel('为什么要临时开').fill('通道天天有人滑倒');
    await page.getByRole('button', { name: '排好', exact: true }).click();
    await page.getByRole('button', { name: '打开议程' }).click();
    const item = page.locator('li', { has: page.getByRole('link', { name: WORDS }) });
    await item.locator('summary', { hasText: '放进议程' }).click();
    await item.getByLabel('要会议定什么').fill('通道谁来清，哪天清好？');
    await item.getByRole('button', { name: '放进议程' }).click();
    await page.getByText('通道谁来清，哪天清好？').waitFor();
    meeting = new URL(page.url()).pathname;
    expect(await secretary.text()).toContain(slip.code);
    await secretary.goto(climb);
    await page.getByRole('link', { name: '看会议' }).click();
    expect(new URL(page.url()).pathname).toBe(meeting);
    await page.getByRole('button', { name: '议程定稿' }).click();
    await page.getByRole('button', { name: '发通知' }).click();
  });

  it('is decided, followed, and its reporter reads who does it by when', async () => {
    const { page } = secretary;
    await secretary.goto(`/desk/actions/new?matter=${slip.code}`);
    await page.getByLabel('哪次会议').fill('11 月 23 日临时联席会议');
    await page.getByLabel('议定内容').fill(DECIDED);
    await page.locator('[name=task1]').fill('清通道里的泥浆（测试）');
    await page.locator('[name=post1]').selectOption({ label: '项目经理' });
    await page.locator('[name=due1]').fill('12月4日');
    await page.locator('[name=measure1]').fill('连着三天走得过去');
    await page.getByRole('button', { name: '记为议定' }).click();
    await page.waitForURL(/\/desk\/actions$/);
    await expect
      .poll(
        async () => {
          await secretary.goto(climb);
          return page.getByText('定下的事在落实。').count();
        },
        { timeout: 30_000, interval: 500 },
      )
      .toBe(1);
    await page.getByRole('link', { name: /^R-2026-\d+$/ }).waitFor();
    expect(await secretary.text()).toContain('议定的事还没有全部销号');
    await secretary.expectAccessible();
    await reporterReads('联席会议就这件事作了议定', DECIDED);
  });
});
