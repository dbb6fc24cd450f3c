import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { personId } from '#demo/neighborhood/roster.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A page that is not an answer of 200 is noted by the browser; journeys check those statuses themselves. */
const STATUS_NOTE = /^Failed to load resource: the server responded with a status of (4\d\d)/;

/** Words of machines that no person should ever read. */
const RAW =
  /\b[A-Z]{2,}_[A-Z_]{2,}\b|undefined|\[object|\{\w+\}|\bNaN\b|\bnull\b|\b(?:matters|refusal|desk|resident|redaction|meetings|agreements|resolutions|escalations|notices|notifications|registry|access|privacy|oversight|ui)\.[a-z-]+(?:\.[\w-]+)*\b/;

export type VisitorOptions = {
  readonly wide?: boolean;
  readonly javaScript?: boolean;
  readonly english?: boolean;
  readonly elder?: boolean;
  readonly userAgent?: string;
  /** Of another program than the demo all journeys share. */
  readonly address?: string;
};

/** Somebody with a browser of their own: a phone of 360 px, or a desk's screen. */
export class Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly #address: string;
  readonly #javaScript: boolean;
  /** What the browser complained about. */
  readonly problems: string[] = [];
  /** The status of the last page that was opened. */
  status = 0;

  private constructor(context: BrowserContext, page: Page, options: VisitorOptions) {
    this.context = context;
    this.page = page;
    this.#address = options.address ?? inject('address');
    this.#javaScript = options.javaScript ?? true;
    page.on('console', (message) => {
      const text = message.text();
      if (message.type() === 'error' && !STATUS_NOTE.test(text)) this.problems.push(text);
    });
    page.on('pageerror', (error) => this.problems.push(String(error)));
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? '';
      if (reason !== 'net::ERR_ABORTED') this.problems.push(`${request.url()} ${reason}`);
    });
    page.on('response', (response) => this.#note(response.status(), response.url(), response));
  }

  static async open(browser: Browser, options: VisitorOptions = {}): Promise<Visitor> {
    const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
    const context = await browser.newContext({
      ...(options.wide ? { viewport: { width: 1440, height: 900 } } : phone),
      javaScriptEnabled: options.javaScript ?? true,
      locale: options.english ? 'en-GB' : 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      ...(options.userAgent ? { userAgent: options.userAgent } : {}),
    });
    context.setDefaultTimeout(10_000);
    const visitor = new Visitor(context, await context.newPage(), options);
    if (options.english) await visitor.choose({ locale: 'en' });
    if (options.elder) await visitor.choose({ elder: '1' });
    return visitor;
  }

  #note(
    status: number,
    url: string,
    response: { request: () => { isNavigationRequest: () => boolean } },
  ): void {
    if (response.request().isNavigationRequest()) {
      if (status < 300 || status >= 400) this.status = status;
    } else if (status >= 400) {
      this.problems.push(`${url} answered ${status}`);
    }
  }

  /** Opens a page and checks its status. */
  async goto(path: string, status = 200): Promise<void> {
    await this.page.goto(`${this.#address}${path}`);
    expect(this.status, path).toBe(status);
  }

  /** The status of a file, asked for as this visitor. */
  async read(path: string): Promise<number> {
    return (await this.context.request.get(`${this.#address}${path}`, { maxRedirects: 0 })).status();
  }

  /** Sends a form to an address without a page, as this visitor. */
  async post(path: string, form: Record<string, string>): Promise<number> {
    const answer = await this.context.request.post(`${this.#address}${path}`, {
      form,
      headers: { origin: this.#address },
      maxRedirects: 0,
    });
    return answer.status();
  }

  /** Becomes somebody of the demo's cast. */
  async become(person: string): Promise<void> {
    expect(await this.post('/cast', { person: personId(person) })).toBe(303);
  }

  /** Chooses a language or large print, as the switches on top of every page do. */
  async choose(settings: Record<string, string>): Promise<void> {
    await this.goto(`/settings?${new URLSearchParams({ ...settings, back: '/' })}`);
  }

  /** All that can be read on the page. */
  async text(): Promise<string> {
    return (await this.page.locator('body').innerText()).replace(/\s+/g, ' ');
  }

  /** The page speaks to people: no codes, no gaps. */
  async expectPlainWords(): Promise<void> {
    expect((await this.text()).match(RAW)?.[0], this.page.url()).toBeUndefined();
  }

  /** The page may be used by everybody: no finding of axe, nothing wider than the screen. */
  async expectAccessible(): Promise<void> {
    expect(this.#javaScript, 'axe needs a page with JavaScript').toBe(true);
    await this.page.evaluate(AXE);
    const found = (await this.page.evaluate('axe.run()')) as AxeResults;
    const told = found.violations.map(
      (one) =>
        `${one.id}: ${one.nodes.map((node) => `${node.html.slice(0, 120)} ${node.failureSummary}`).join(' | ')}`,
    );
    expect(told, this.page.url()).toEqual([]);
    const over = await this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over, `${this.page.url()} is wider than the screen`).toBeLessThanOrEqual(0);
  }

  /** Leaves; the browser had nothing to complain about. */
  async leave(): Promise<void> {
    await this.context.close();
    expect(this.problems).toEqual([]);
  }
}
