import type { Browser, Locator } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { atDesk, inDays } from '../desk-stories.ts';
import { Visitor } from '../visitor.ts';

const SAID = '晚上七点以后的会，老人也想来听（测试）';
const REASON = '会议室晚上有空，改到晚上七点半散会（测试）';
const EXPLANATION = '四个会都开了，条条有答复（测试）。';
const RESERVATION = '公布往来明细的那一条，等业主大会定（测试）';
const NO_HURRY = '还有 1 条意见没有答复';

let browser: Browser;
let secretary: Visitor;
let path = '';
beforeAll(async () => {
  browser = await openBrowser();
  secretary = await atDesk(browser, 'zhou');
});
afterAll(async () => {
  await secretary.leave();
  await browser.close();
});

const formOf = (visitor: Visitor, button: string): Locator =>
  visitor.page
    .locator('main form')
    .filter({ has: visitor.page.getByRole('button', { name: button, exact: true }) });

async function opensSigning(): Promise<void> {
  const form = formOf(secretary, '定稿，请各单位签字');
  await form.getByLabel('听到的意见和处理').fill(EXPLANATION);
  await form.getByRole('button').click();
}

/** The card with this heading: of sections within one another the innermost. */
const card = (visitor: Visitor, title: string): Locator =>
  visitor.page
    .locator('main section')
    .filter({ has: visitor.page.getByRole('heading', { name: title, exact: true }) })
    .last();

/** What one party has in the agreement. */
const partOf = (visitor: Visitor, party: string): Promise<string> =>
  visitor.page
    .locator('main section[id^="party-"]')
    .filter({ has: visitor.page.getByRole('heading', { name: party, exact: true }) })
    .innerText();

describe('the agreement of the next year', () => {
  it('is not opened for signing before all four forums were heard; what was typed stays', async () => {
    await secretary.goto('/desk/agreement');
    await secretary.expectAccessible();
    await secretary.page.getByRole('link', { name: '共建协议 v2' }).click();
    path = new URL(secretary.page.url()).pathname;
    await secretary.expectAccessible();
    await secretary.page.getByText('还没有记：居民代表座谈会。').waitFor();
    await opensSigning();
    await secretary.page.getByText('还没有记居民代表座谈会').first().waitFor();
    expect(secretary.status).toBe(422);
    expect(await secretary.page.getByLabel('听到的意见和处理').inputValue()).toBe(EXPLANATION);
    await secretary.expectPlainWords();
  });

  it('is spoken about by residents’ representatives: an opinion without a name, with its answer and reason', async () => {
    const { page } = secretary;
    await secretary.goto(path);
    await page.getByLabel('哪天开的').fill(inDays(0));
    await page.getByLabel('几个人参加').fill('24');
    await formOf(secretary, '记下')
      .filter({ has: page.getByLabel('哪个会') })
      .getByRole('button')
      .click();
    const forum = card(secretary, '居民代表座谈会');
    await forum.getByText('24 人参加').waitFor();
    await forum.getByText('记一条意见').click();
    await forum.getByLabel('说了什么').fill('请打 13800006612 找我说');
    await forum.getByRole('button', { name: '记下' }).click();
    await page.getByText('这里会公开，不要写电话').first().waitFor();
    await forum.getByLabel('说了什么').fill(SAID);
    await forum.getByRole('button', { name: '记下' }).click();
    await forum.getByText(SAID).waitFor();
    await opensSigning();
    await page.getByText(NO_HURRY).first().waitFor();
    await secretary.goto(path);
    await forum.getByText('答复', { exact: true }).click();
    await forum.getByLabel('采纳没有').selectOption({ label: '部分采纳' });
    await forum.getByRole('button', { name: '存答复' }).click();
    await page.getByText('没有全部采纳的，要写明为什么').first().waitFor();
    await forum.getByLabel('怎么写进去的').fill(REASON);
    await forum.getByRole('button', { name: '存答复' }).click();
    await forum.getByText(REASON).first().waitFor();
  });

  it('is carried by a body that is constituted first, each of its posts with a seat', async () => {
    const { page } = secretary;
    await secretary.goto(path);
    await page.getByRole('link', { name: '看席位' }).click();
    await page.getByRole('heading', { name: '联席会议', exact: true }).waitFor();
    await page.getByText('设立一个议事机构').click();
    const form = formOf(secretary, '设立');
    await form.getByLabel('哪一种').selectOption({ label: '扩大会议' });
    await form.getByLabel('名称', { exact: true }).fill('协议扩大会议（测试）');
    await form.getByLabel('英文名称').fill('Enlarged meeting on the agreement (test)');
    const seats = form.locator('input[name=seat]');
    for (const at of [0, 1, 2]) await seats.nth(at).check();
    await form.getByRole('button', { name: '设立' }).click();
    await page.getByText('已保存').waitFor();
    expect(await card(secretary, '协议扩大会议（测试）').innerText()).toContain('3 个席位');
    await secretary.expectAccessible();
    await secretary.expectPlainWords();
  });

  it('is sealed and opened; everybody reads the whole text without JavaScript, and who has not signed', async () => {
    await secretary.goto(path);
    await opensSigning();
    await secretary.page.getByText('正在签字').first().waitFor();
    const resident = await Visitor.open(browser, { javaScript: false });
    await resident.goto('/agreement/v2');
    const text = await resident.text();
    for (const shown of [SAID, REASON, EXPLANATION, '11 个单位里签了 0 个', '封存号'])
      expect(text).toContain(shown);
    expect(text).not.toContain('13800006612');
    await resident.expectPlainWords();
    await resident.leave();
  });

  it('is signed by the head of a company with a reservation, by the chair of a committee, and not by a clerk', async () => {
    for (const [person, reservation] of [
      ['luo', RESERVATION],
      ['heUncle', ''],
    ] as const) {
      const head = await atDesk(browser, person);
      await head.goto(path);
      await head.expectAccessible();
      await head.page.getByLabel('保留意见').fill(reservation);
      await head.page.getByRole('button', { name: '代表本单位签字' }).click();
      await head.page.getByRole('link', { name: '看签的是什么' }).first().waitFor();
      expect(await head.page.getByRole('button', { name: '代表本单位签字' }).count()).toBe(0);
      await head.leave();
    }
    const clerk = await atDesk(browser, 'xiaoChen');
    await clerk.goto(path);
    expect(await clerk.page.getByRole('button', { name: '代表本单位签字' }).count()).toBe(0);
    expect(await clerk.post(path, { do: 'sign-agreement', sealed: 'x', reservation: '' })).toBe(422);
    await clerk.leave();
  });

  it('may be signed on paper: the picture of the sheet is kept for the desk', async () => {
    const { page } = secretary;
    await secretary.goto(path);
    await page.getByText('有单位在纸上签的').click();
    const form = formOf(secretary, '记下这次签字');
    await form.getByLabel('单位', { exact: true }).selectOption({ label: '城市花园业委会' });
    const sheet = await sharp({ create: { width: 600, height: 800, channels: 3, background: '#eee' } })
      .png()
      .toBuffer();
    await form
      .locator('[name=scan]')
      .setInputFiles({ name: 'sheet.png', mimeType: 'image/png', buffer: sheet });
    await form.getByRole('button', { name: '记下这次签字' }).click();
    const signed = card(secretary, '城市花园业委会');
    await signed.getByText('在纸上签的').waitFor();
    await signed.getByRole('link', { name: '看签的是什么' }).click();
    await page.getByText('核对过：下面的文字和签字时一字不差').waitFor();
    const scan = (await page.locator('main img').getAttribute('src')) ?? '';
    expect(await secretary.read(scan)).toBe(200);
    await secretary.expectAccessible();
    const stranger = await Visitor.open(browser);
    expect(await stranger.read(scan)).not.toBe(200);
    await stranger.leave();
  });

  it('then binds those who signed and nobody else, and everybody sees which is which', async () => {
    const resident = await Visitor.open(browser, { javaScript: false });
    await resident.goto('/agreement');
    expect(await resident.text()).toContain(
      '11 个单位里签了 11 个。从 2026-01-08 起，只对签了字的单位有效。',
    );
    await resident.page.getByRole('link', { name: '共建协议 v2' }).click();
    await resident.page.getByText('11 个单位里签了 3 个').waitFor();
    const company = await partOf(resident, '测试甲物业');
    expect(company).toContain('已签');
    expect(company).toContain(RESERVATION);
    expect(await partOf(resident, '测试乙物业')).toContain('还没签');
    await resident.leave();
    for (const options of [{ elder: true }, { english: true }]) {
      const reader = await Visitor.open(browser, options);
      for (const read of ['/agreement', '/agreement/v2', '/commitments', '/responsibilities']) {
        await reader.goto(read);
        await reader.expectAccessible();
        await reader.expectPlainWords();
      }
      await reader.leave();
    }
  });
});
