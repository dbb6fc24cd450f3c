import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { fillReport, report } from './resident-stories.ts';
import { Visitor } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const PUBLIC_PAGES = ['/', '/report', '/lookup', '/board', '/notices', '/help', '/login', '/cast'];
const OWN_PAGES = ['/mine', '/account'];
const WECHAT =
  'Mozilla/5.0 (Linux; Android 10; TEST) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/107.0.5304.141 Mobile Safari/537.36 MicroMessenger/8.0.30';

/** Letters of Chinese in what the page itself says; names of people and places and quoted words are data. */
async function chineseLeft(visitor: Visitor): Promise<string[]> {
  return visitor.page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const left: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const marked = node.parentElement?.closest('[lang^="zh"], script, style');
      if (!marked && /[\u3400-\u9fff]/.test(text)) left.push(text.slice(0, 40));
    }
    return left;
  });
}

/** Elder mode, measured (domain brief, fixture 15): text in px, targets in px. */
async function tooSmall(visitor: Visitor): Promise<string[]> {
  return visitor.page.evaluate(() => {
    const seen = (element: Element) => element.checkVisibility() && !element.closest('.unseen');
    const told = (element: Element, size: string) =>
      `${element.tagName} ${element.textContent?.trim().slice(0, 20)} ${size}`;
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node.parentElement;
      if (!holder || !node.textContent?.trim() || holder.closest('script, style') || !seen(holder)) continue;
      const size = Number.parseFloat(getComputedStyle(holder).fontSize);
      if (size < 18) found.push(told(holder, `${size}px text`));
    }
    for (const target of document.querySelectorAll('a, button, input, select, textarea, summary')) {
      const inSentence = getComputedStyle(target).display === 'inline' && target.closest('p, dd, li > span');
      // What Enter in a field presses is not there for a finger.
      const forEnter = target.matches('[aria-hidden=true][tabindex="-1"]');
      if (!seen(target) || inSentence || forEnter || target.getAttribute('type') === 'hidden') continue;
      const label = target.matches('[type=radio], [type=checkbox]')
        ? (target.closest('label') ?? target)
        : target;
      const { width, height, bottom } = label.getBoundingClientRect();
      const skipLink = bottom <= 0;
      if (!skipLink && (width < 59.5 || height < 59.5)) {
        found.push(told(label, `${Math.round(width)}×${Math.round(height)} target`));
      }
    }
    return found;
  });
}

describe('every page is for everybody', () => {
  for (const english of [false, true]) {
    it(`main pages pass axe and speak plainly, in ${english ? 'English' : 'Chinese'}`, async () => {
      const visitor = await Visitor.open(browser, { english });
      for (const path of PUBLIC_PAGES) {
        await visitor.goto(path);
        await visitor.expectAccessible();
        await visitor.expectPlainWords();
      }
      await visitor.become('sam');
      for (const path of OWN_PAGES) {
        await visitor.goto(path);
        await visitor.expectAccessible();
        await visitor.expectPlainWords();
      }
      await visitor.leave();
    });
  }

  it('large print: text of 18 px and more, targets of 60 px, also inside WeChat', async () => {
    const visitor = await Visitor.open(browser, { elder: true, userAgent: WECHAT });
    for (const path of PUBLIC_PAGES) {
      await visitor.goto(path);
      await visitor.expectAccessible();
      expect(await tooSmall(visitor), path).toEqual([]);
    }
    await visitor.leave();
  });

  it('large print is one click from every page, and stays', async () => {
    const visitor = await Visitor.open(browser, { javaScript: false });
    await visitor.goto('/board');
    await visitor.page.getByRole('link', { name: '长辈版' }).click();
    await visitor.page.getByRole('link', { name: '标准版' }).waitFor();
    expect(new URL(visitor.page.url()).pathname).toBe('/board');
    await visitor.goto('/');
    expect(await visitor.page.getByRole('link', { name: '标准版' }).count()).toBe(1);
    await visitor.leave();
  });

  it('somebody reports in large print with the keyboard alone', async () => {
    const visitor = await Visitor.open(browser, { elder: true, userAgent: WECHAT });
    await visitor.become('grandpaChen');
    await visitor.goto('/report');
    const { keyboard } = visitor.page;
    const tabTo = async (is: string) => {
      for (let step = 0; step < 40; step += 1) {
        await keyboard.press('Tab');
        if (await visitor.page.evaluate((selector) => document.activeElement?.matches(selector), is)) return;
      }
      throw new Error(`the keyboard does not reach ${is}`);
    };
    await tabTo('textarea[name=description]');
    await keyboard.insertText('电梯门口的地砖翘起来了，容易绊倒');
    await tabTo('button[value=send]');
    await keyboard.press('Enter');
    await visitor.page.waitForURL(/\/report\/sent\//);
    expect(await tooSmall(visitor)).toEqual([]);
    await visitor.expectAccessible();
    await visitor.leave();
  });

  it('a neighbor who reads English reports in English and meets no Chinese but names', async () => {
    const sam = await Visitor.open(browser, { english: true });
    await sam.goto('/');
    expect(await sam.page.locator('html').getAttribute('lang')).toBe('en');
    for (const path of PUBLIC_PAGES.filter((one) => one !== '/cast')) {
      await sam.goto(path);
      expect(await chineseLeft(sam), path).toEqual([]);
    }
    await sam.goto('/report');
    await sam.page
      .getByLabel('What is it about?')
      .or(sam.page.locator('textarea[name=description]'))
      .first()
      .fill('The corridor light on the third floor is out');
    await sam.page.locator('select[name=place]').selectOption({ index: 1 });
    await sam.page.locator('input[name=reporter][value=ANONYMOUS]').check();
    await sam.page.getByRole('button', { name: 'Send', exact: true }).click();
    await sam.page.waitForURL(/\/report\/sent\//);
    expect(await chineseLeft(sam)).toEqual([]);
    await sam.expectPlainWords();
    await sam.page.goto(sam.page.url().replace('/report/sent/', '/m/'));
    expect(await chineseLeft(sam)).toEqual([]);
    await sam.expectPlainWords();
    await sam.expectAccessible();
    await sam.leave();
  });

  it('slip and progress pass axe and speak plainly', async () => {
    for (const elder of [false, true]) {
      const visitor = await Visitor.open(browser, { elder });
      const { code } = await report(visitor, { words: elder ? '信箱的锁坏了' : '自行车棚漏雨' });
      await visitor.expectAccessible();
      await visitor.expectPlainWords();
      await visitor.goto(`/m/${code}`);
      await visitor.expectAccessible();
      await visitor.expectPlainWords();
      await visitor.leave();
    }
  });
});

describe('refusals in plain words', () => {
  it('a page that is not there', async () => {
    const visitor = await Visitor.open(browser);
    await visitor.goto('/no/such/page', 404);
    expect(await visitor.text()).toContain('没有找到这个页面');
    await visitor.expectAccessible();
    await visitor.leave();
  });

  it('a page for staff says so, and what to do', async () => {
    const visitor = await Visitor.open(browser);
    await visitor.become('mrLi');
    await visitor.goto('/desk', 403);
    expect(await visitor.text()).toContain('这个页面不能给您看');
    await visitor.expectAccessible();
    await visitor.leave();
  });

  it('a form from another site is turned away', async () => {
    const visitor = await Visitor.open(browser);
    await visitor.goto('/');
    const answer = await visitor.context.request.post(`${new URL(visitor.page.url()).origin}/report`, {
      form: { description: '从别的网站发来的' },
      headers: { origin: 'https://example.com', 'sec-fetch-site': 'cross-site' },
    });
    expect(answer.status()).toBe(403);
    expect(await answer.text()).toContain('这个页面不能给您看');
    await visitor.leave();
  });

  it('ten wrong tries at one code, and the page asks for patience', async () => {
    const visitor = await Visitor.open(browser, { javaScript: false });
    for (let tries = 0; visitor.status !== 429 && tries < 12; tries += 1) {
      await visitor.goto('/lookup', 200);
      await visitor.page.getByLabel('编号').fill('ZJ-2002-0001');
      await visitor.page.getByLabel('查询码').fill('123456');
      await visitor.page.getByRole('button', { name: '查一下' }).click();
      await visitor.page.getByRole('alert').waitFor();
    }
    expect(visitor.status).toBe(429);
    await visitor.expectPlainWords();
    await visitor.leave();
  });

  it('a report cut short keeps its words on the phone and offers them again', async () => {
    const visitor = await Visitor.open(browser);
    await visitor.goto('/report');
    await fillReport(visitor, { words: '写到一半被电话打断了' });
    await visitor.goto('/');
    await visitor.goto('/report');
    await visitor.page.getByRole('button', { name: '接着写' }).click();
    expect(await visitor.page.getByLabel('什么事').inputValue()).toBe('写到一半被电话打断了');
    await visitor.leave();
  });
});
