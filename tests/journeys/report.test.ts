import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { fillReport, lookUp, readSlip, report } from './resident-stories.ts';
import { Visitor } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('a resident reports something', () => {
  it('on a phone without JavaScript, gets code and PIN, and follows it with them', async () => {
    const neighbor = await Visitor.open(browser, { javaScript: false });
    await neighbor.goto('/');
    await neighbor.page.getByRole('link', { name: /我要反映/ }).click();
    await fillReport(neighbor, {
      words: '三号楼楼道灯不亮，晚上看不清台阶',
      name: '测试邻居甲',
      phone: '13900001001',
    });
    await neighbor.page.getByRole('button', { name: '提交', exact: true }).click();
    await neighbor.page.waitForURL(/\/report\/sent\//);
    const slip = await readSlip(neighbor);
    expect(await neighbor.text()).toContain('接下来');
    await neighbor.leave();

    const later = await Visitor.open(browser, { javaScript: false });
    await lookUp(later, {
      code: slip.code.toLowerCase(),
      pin: `${slip.pin.slice(0, 3)} ${slip.pin.slice(3)}`,
    });
    expect(later.page.url()).toContain(`/m/${slip.code}`);
    const text = await later.text();
    expect(text).toContain('三号楼楼道灯不亮');
    expect(text).toContain('下一步');
    await later.expectPlainWords();
    await later.leave();
  });

  it('points at the place on the plan without JavaScript, and keeps what was typed', async () => {
    const neighbor = await Visitor.open(browser, { javaScript: false });
    await neighbor.goto('/report');
    await neighbor.page.getByLabel('什么事').fill('七号楼门口的灯不亮');
    await neighbor.page.getByRole('button', { name: '在平面图上点位置' }).click();
    await neighbor.page.getByRole('button', { name: '7号楼', exact: true }).click();
    expect(await neighbor.page.getByLabel('什么事').inputValue()).toBe('七号楼门口的灯不亮');
    expect(await neighbor.page.locator('[name=place] option:checked').innerText()).toBe('7号楼');
    await neighbor.leave();
  });

  it('a wrong PIN is answered like a wrong code, and neither tells whether the matter exists', async () => {
    const neighbor = await Visitor.open(browser);
    const { code, pin } = await report(neighbor, { words: '北门路灯晚上不亮了两盏' });
    await neighbor.leave();
    const stranger = await Visitor.open(browser);
    const answerTo = async (slip: { code: string; pin: string }) => {
      await lookUp(stranger, slip);
      expect(stranger.status).toBe(422);
      return (await stranger.page.getByRole('alert').innerText()).trim();
    };
    const wrongPin = await answerTo({ code, pin: String((Number(pin) + 1) % 1_000_000).padStart(6, '0') });
    const wrongCode = await answerTo({ code: 'ZJ-2001-9999', pin });
    expect(wrongPin).toBe(wrongCode);
    const sentTo = async (address: string) => {
      await stranger.goto(address);
      return new URL(stranger.page.url()).pathname;
    };
    expect(await sentTo(`/m/${code}`)).toBe('/lookup');
    expect(await sentTo('/m/ZJ-2001-9999')).toBe('/lookup');
    await stranger.leave();
  });

  it('a known resident needs no more than four taps from the first page to sent', async () => {
    const neighbor = await Visitor.open(browser);
    await neighbor.become('mrLi');
    await neighbor.goto('/');
    let taps = 0;
    const tap = async (name: RegExp, role: 'link' | 'button') => {
      taps += 1;
      await neighbor.page.getByRole(role, { name }).first().click();
    };
    await tap(/我要反映/, 'link');
    taps += 1;
    await neighbor.page.getByLabel('什么事').fill('楼道里声控灯坏了');
    await tap(/^提交$/, 'button');
    await neighbor.page.waitForURL(/\/report\/sent\//);
    expect(taps).toBeLessThanOrEqual(4);
    await neighbor.goto('/mine');
    expect(await neighbor.text()).toContain('楼道里声控灯坏了');
    await neighbor.leave();
  });

  it('danger shows the numbers to call before the form, and loses nothing typed', async () => {
    const neighbor = await Visitor.open(browser, { javaScript: false });
    await neighbor.goto('/report');
    await fillReport(neighbor, { words: '楼道里有很浓的煤气味，头晕' });
    await neighbor.page.getByRole('button', { name: '提交', exact: true }).click();
    await neighbor.page.getByText('先打电话，再填表').waitFor();
    expect(neighbor.status).toBe(422);
    const places = await neighbor.page.evaluate(() => {
      const top = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().top ?? -1;
      return { call: top('main a[href="tel:119"]'), form: top('main form[data-report-form]') };
    });
    expect(places.call).toBeGreaterThan(0);
    expect(places.call).toBeLessThan(places.form);
    for (const phone of ['110', '119', '120']) {
      expect(await neighbor.page.locator(`main a[href="tel:${phone}"]`).count()).toBe(1);
    }
    expect(await neighbor.page.getByLabel('什么事').inputValue()).toBe('楼道里有很浓的煤气味，头晕');
    await neighbor.page.getByRole('button', { name: /继续提交/ }).click();
    await neighbor.page.waitForURL(/\/report\/sent\//);
    await neighbor.leave();
  });

  it('what is wrong is said beside the field, and what was typed stays', async () => {
    const neighbor = await Visitor.open(browser, { javaScript: false });
    await neighbor.goto('/report');
    await neighbor.page.getByLabel('什么事').fill('家门口有积水');
    await neighbor.page.getByLabel('怎么称呼您').fill('测试邻居乙');
    await neighbor.page.locator('input[name="reporterPhone"]').fill('12');
    await neighbor.page.locator('form[data-report-form]').evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
    await neighbor.page.getByRole('button', { name: '提交', exact: true }).click();
    await neighbor.page.getByRole('alert').first().waitFor();
    expect(neighbor.status).toBe(422);
    expect(await neighbor.page.getByLabel('什么事').inputValue()).toBe('家门口有积水');
    expect(await neighbor.page.getByLabel('怎么称呼您').inputValue()).toBe('测试邻居乙');
    await neighbor.expectPlainWords();
    await neighbor.leave();
  });

  it('a form sent twice by an impatient finger makes one matter', async () => {
    const neighbor = await Visitor.open(browser, { javaScript: false });
    await neighbor.become('msZhao');
    await neighbor.goto('/report');
    await neighbor.page.getByLabel('什么事').fill('健身器材的螺丝松了');
    await neighbor.page.getByRole('button', { name: '提交', exact: true }).dblclick();
    await neighbor.page.waitForURL(/\/report\/sent\//);
    await neighbor.goto('/mine');
    expect(await neighbor.page.getByRole('link', { name: /健身器材的螺丝松了/ }).count()).toBe(1);
    await neighbor.leave();
  });
});
