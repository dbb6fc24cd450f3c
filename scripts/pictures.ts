/**
 * Makes the pictures of docs/pictures from the demo neighborhood: `npm run pictures`. Starts the demo on a data
 * folder of its own, looks at its main pages as their readers do, in Chinese. Ends with 1 when the machine has no
 * Chinese font, since a picture of empty boxes helps nobody.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { personId } from '#demo/neighborhood/roster.ts';
import { openBrowser } from '../tests/journeys/browser.ts';
import { startProgram } from '../tests/journeys/program.ts';

const FOLDER = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const LARGEST_BYTES = 250 * 1024;
/** The matter of the story: parking at night, 27 complaints, two tracks. */
const PARKING = 'ZJ-2604-0031';

type Picture = {
  readonly name: string;
  readonly path: string;
  /** Whose page it is; nobody signed in when left out. */
  readonly as?: string;
  readonly desk?: true;
  readonly elder?: true;
  /** What is done on the page before the picture is taken. */
  readonly before?: (page: Page) => Promise<void>;
};

const PICTURES: readonly Picture[] = [
  { name: 'home', path: '/' },
  { name: 'home-elder', path: '/', elder: true },
  { name: 'report', path: '/report', as: 'mrLi', before: writeReport },
  { name: 'progress', path: '/m/ZJ-2606-0001', as: 'uncleMa' },
  { name: 'board', path: '/board' },
  { name: 'desk-matter', path: `/desk/matters/${PARKING}?chip=all`, as: 'zhou', desk: true },
  { name: 'desk-call', path: '/desk/call', as: 'xiaoChen', desk: true, before: writeCall },
];

async function writeReport(page: Page): Promise<void> {
  await page.getByLabel('什么事').fill('三楼到四楼的楼道灯不亮，晚上上楼看不清台阶');
  await page.evaluate(() => window.scrollTo(0, 0));
}

async function writeCall(page: Page): Promise<void> {
  await neighborReports(page, '3号楼电梯停了，推轮椅下不了楼');
  await page.getByLabel('什么事').fill('电梯停了，我妈坐轮椅，下不了楼');
  await page.getByLabel('在哪里').fill('鲁班公寓3号楼');
  await page.locator('#call-hints').getByText('同这一件').waitFor();
}

/** Somebody else has said the same thing already, on the public page. */
async function neighborReports(desk: Page, words: string): Promise<void> {
  const context = await desk.context().browser()?.newContext();
  if (!context) throw new Error('the browser is gone');
  const page = await context.newPage();
  await page.goto(new URL('/report', desk.url()).href);
  await page.getByLabel('什么事').fill(words);
  const places = await page.getByLabel('在哪里').locator('optgroup[label=鲁班公寓] option').all();
  const labels = await Promise.all(places.map((place) => place.textContent()));
  const value = await places[labels.indexOf('3号楼')]?.getAttribute('value');
  await page.getByLabel('在哪里').selectOption(value ?? '');
  await page.getByLabel('不留姓名').check();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.waitForURL(/\/report\/sent\//);
  await context.close();
}

/** Whether Chinese can be drawn here. */
async function hasChineseFont(): Promise<boolean> {
  const answer = await promisify(execFile)('fc-list', [':lang=zh', 'family']).catch(() => ({ stdout: '' }));
  return answer.stdout.trim() !== '';
}

/** One page as its reader sees it: a phone of 360 px drawn twice as fine, or a desk's screen. */
async function take(browser: Browser, address: string, picture: Picture): Promise<Buffer> {
  const { as, desk, elder, path, before } = picture;
  const context = await browser.newContext({
    viewport: desk ? { width: 1440, height: 900 } : { width: 360, height: 740 },
    deviceScaleFactor: desk ? 1 : 2,
    isMobile: !desk,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  if (elder) await page.goto(`${address}/settings?elder=1&back=/`);
  if (as) {
    const headers = { origin: address };
    await context.request.post(`${address}/cast`, { form: { person: personId(as) }, headers });
  }
  const answer = await page.goto(`${address}${path}`);
  if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}`);
  await before?.(page);
  const shot = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  await context.close();
  return shot;
}

/** As few colours as it takes to stay small. */
async function small(shot: Buffer): Promise<Buffer> {
  for (const colours of [256, 128, 64, 32]) {
    const png = await sharp(shot).png({ palette: true, colours, effort: 10, compressionLevel: 9 }).toBuffer();
    if (png.length <= LARGEST_BYTES) return png;
  }
  throw new Error(`a picture is larger than ${LARGEST_BYTES} bytes`);
}

async function makePictures(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const wanted = PICTURES.filter(({ name }) => process.argv.length < 3 || process.argv.includes(name));
  const program = await startProgram();
  try {
    const browser = await openBrowser();
    for (const picture of wanted) {
      const png = await small(await take(browser, program.address, picture));
      writeFileSync(`${FOLDER}${picture.name}.png`, png);
      console.log(`docs/pictures/${picture.name}.png ${Math.ceil(png.length / 1024)} KB`);
    }
    await browser.close();
  } finally {
    await program.stop();
  }
}

if (await hasChineseFont()) await makePictures();
else {
  console.error('这台机器上没有中文字体，画出来会是空框。请先安装 Noto Sans CJK（fonts-noto-cjk）。');
  console.error(
    'There is no Chinese font on this machine. Please install Noto Sans CJK (fonts-noto-cjk) first.',
  );
  process.exitCode = 1;
}
