/** Weight and first sight of the main pages on a small phone with a slow line and a cold cache. */
import pg from 'pg';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '#demo/neighborhood/accounts.ts';
import { openBrowser } from '../tests/journeys/browser.ts';
import { type Figure, figure, median } from './measure.ts';
import type { Town } from './town.ts';

const ROUNDS = 3;
const KB = 1024;
/** Slow 4G: 1.6 Mbit/s down, 0.75 up, 150 ms. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1e6) / 8,
  uploadThroughput: (0.75 * 1e6) / 8,
};
const CPU_SLOWER = 4;

type Sort = 'reading' | 'form' | 'desk';
const PAGES: readonly (readonly [string, Sort])[] = [
  ['/', 'reading'],
  ['/board', 'reading'],
  ['/lookup', 'reading'],
  ['/report', 'form'],
  ['/desk', 'desk'],
];
/** Most KB of JavaScript a sort of page may load. */
const SCRIPT_KB: Readonly<Record<Sort, number>> = { reading: 0, form: 100, desk: 250 };

type Sight = { readonly lcp: number; readonly kb: Readonly<Record<'html' | 'css' | 'js' | 'all', number>> };

/** Bytes over the line by kind, from the browser's own protocol. */
function weigh(session: CDPSession): () => Sight['kb'] {
  const kinds = new Map<string, string>();
  const bytes = new Map<string, number>();
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other';
    bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
  });
  const kb = (kind: string) => (bytes.get(kind) ?? 0) / KB;
  return () => ({
    html: kb('Document'),
    css: kb('Stylesheet'),
    js: kb('Script'),
    all: [...bytes.values()].reduce((sum, one) => sum + one, 0) / KB,
  });
}

/** Notes the largest contentful paint; runs in the page. */
function watchPaint(): void {
  const seen = globalThis as unknown as { lcp: number };
  seen.lcp = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.lcp = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
}

async function slowPage(context: BrowserContext): Promise<{ page: Page; weight: () => Sight['kb'] }> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', SLOW_4G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWER });
  await page.addInitScript(watchPaint);
  return { page, weight: weigh(session) };
}

async function look(browser: Browser, town: Town, path: string): Promise<Sight> {
  const { address } = town.program;
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'zh-CN' });
  try {
    if (path === '/desk') await signIn(context, town);
    const { page, weight } = await slowPage(context);
    const answer = await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
    if (answer?.status() !== 200 || new URL(page.url()).pathname !== path) {
      throw new Error(`${path} answered ${answer?.status()} at ${page.url()}`);
    }
    return { lcp: await paintOf(page), kb: weight() };
  } finally {
    await context.close();
  }
}

/** Milliseconds until the largest paint. A slow browser tells of it a little after the line is idle. */
async function paintOf(page: Page): Promise<number> {
  for (let left = 100; left > 0; left--) {
    const lcp = await page.evaluate(() => (globalThis as unknown as { lcp: number }).lcp);
    if (lcp > 0) return lcp;
    await page.waitForTimeout(50);
  }
  throw new Error(`${page.url()} painted nothing`);
}

/** By name and password; the second step, which the post demands, is written down as given. */
async function signIn(context: BrowserContext, { program, app }: Town): Promise<void> {
  const { address } = program;
  const answer = await context.request.post(`${address}/login`, {
    headers: { origin: address },
    form: { way: 'staff', login: 'xiaolin', password: DEMO_PASSWORD, back: '/desk' },
    maxRedirects: 0,
  });
  if (answer.status() !== 303 && answer.status() !== 302)
    throw new Error(`sign-in answered ${answer.status()}`);
  const client = new pg.Client(app as pg.ClientConfig);
  await client.connect();
  await client.query('update platform.session set second_factor_at = now() where ended_at is null');
  await client.end();
}

export async function pages(town: Town): Promise<Figure[]> {
  const browser = await openBrowser();
  try {
    const figures: Figure[] = [];
    for (const [path, sort] of PAGES) {
      const sights: Sight[] = [];
      for (let round = 0; round <= ROUNDS; round++) sights.push(await look(browser, town, path));
      // The first look warms the program.
      const warm = sights.slice(1);
      const middle = (of: (sight: Sight) => number) => median(warm.map(of));
      const kb = (kind: keyof Sight['kb']) => middle((sight) => sight.kb[kind]);
      const all = `${kb('all').toFixed(1)} KB in all, HTML ${kb('html').toFixed(1)} KB`;
      figures.push(
        figure(`${path} largest paint, Slow 4G, CPU 4×`, ['≤', 1], middle((s) => s.lcp) / 1000, ' s', all),
      );
      figures.push(figure(`${path} JavaScript`, ['≤', SCRIPT_KB[sort]], kb('js'), ' KB'));
      figures.push(figure(`${path} CSS`, ['≤', 20], kb('css'), ' KB'));
    }
    return figures;
  } finally {
    await browser.close();
  }
}
