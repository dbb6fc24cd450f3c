import type { Browser } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { atDesk } from '../desk-stories.ts';
import { newPhone, readSlip } from '../resident-stories.ts';
import { Visitor } from '../visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const ENTRANCE = { estate: '紫荆小区', label: '6号楼 16号门' };

/** The sheet the desk prints: what is written on it, page by page. */
async function printCards(clerk: Visitor): Promise<string> {
  const { page, context } = clerk;
  await clerk.goto('/desk/access/cards');
  const entrances = page.getByLabel('哪个门');
  await entrances.selectOption({ label: ENTRANCE.label });
  await page.getByRole('button', { name: '看这个门' }).click();
  await page.getByRole('button', { name: '做卡并打开打印页' }).waitFor();
  await clerk.expectAccessible();
  await clerk.expectPlainWords();
  const address = inject('address');
  const stairwell = await entrances.inputValue();
  const sheet = await context.request.post(`${address}/desk/access/cards/sheet`, {
    form: { stairwell },
    headers: { origin: address },
  });
  expect(sheet.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'cache-control': 'private, no-store',
  });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await sheet.body())));
  return text.join(' ').replace(/\s+/g, ' ');
}

/** Signs in with a phone, by the code that the demo shows instead of sending it. */
async function signInByPhone({ page }: Visitor, phone: string): Promise<void> {
  await page.getByRole('link', { name: '用手机号登录' }).click();
  await page.getByLabel('手机号').fill(phone);
  await page.getByRole('button', { name: '发验证码' }).click();
  const shown = await page
    .locator('strong')
    .filter({ hasText: /^\d{6}$/ })
    .innerText();
  await page.getByLabel('验证码').fill(shown);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** The same page with JavaScript, for axe. */
async function alsoForEverybody(visitor: Visitor): Promise<void> {
  for (const elder of [false, true]) {
    const reader = await Visitor.open(browser);
    await reader.context.addCookies(await visitor.context.cookies());
    if (elder) await reader.choose({ elder: '1' });
    const { pathname, search } = new URL(visitor.page.url());
    await reader.goto(`${pathname}${search}`);
    await reader.expectAccessible();
    await reader.expectPlainWords();
    await reader.leave();
  }
}

it('a card is printed, scanned on a small phone without JavaScript, and leads to the first report', async () => {
  const clerk = await atDesk(browser, 'xiaoChen');
  const printed = await printCards(clerk);
  expect(printed).toContain('没有手机？打居委会 021-00000100');
  const [, room = '', code = ''] = /(\d{3,4})室.*?([A-Z0-9]{4}-[A-Z0-9]{4})/.exec(printed) ?? [];
  expect(code).not.toBe('');

  const resident = await Visitor.open(browser, { javaScript: false });
  const { page } = resident;
  await resident.goto(`/join?c=${code.replace('-', '')}`);
  expect(await resident.text()).toContain('先用手机号登录');
  await alsoForEverybody(resident);
  await signInByPhone(resident, newPhone());
  await page.getByText('这是您的家吗？').waitFor();
  expect(await resident.text()).toContain(`${ENTRANCE.estate} ${ENTRANCE.label} ${room}室`);
  await alsoForEverybody(resident);

  await page.getByLabel('您的姓名').fill('测试新住户');
  await page.getByText('家里人', { exact: true }).click();
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.waitForURL(/\/my-home/);
  expect(await resident.text()).toContain('登记好了。');
  expect(await resident.text()).toContain(`${ENTRANCE.label} ${room}室`);
  await alsoForEverybody(resident);

  await resident.goto('/report');
  await page.getByLabel('什么事').fill('楼道声控灯不亮');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.waitForURL(/\/report\/sent\//);
  const slip = await readSlip(resident);
  await resident.goto('/mine');
  expect(await resident.text()).toContain('楼道声控灯不亮');
  await resident.leave();

  await clerk.goto(`/desk/matters/${slip.code}`);
  expect(await clerk.text()).toContain(`${ENTRANCE.label}`);
  await clerk.leave();
});

it('without a card somebody waits, is told why not, and is let in at the second try', async () => {
  const resident = await Visitor.open(browser, { javaScript: false });
  const { page } = resident;
  await resident.goto('/join');
  await signInByPhone(resident, newPhone());
  const asks = async (room: string) => {
    await resident.goto('/join');
    await page.getByLabel('哪个门').selectOption({ label: '6号楼 17号门' });
    await page.getByLabel('室号').fill(room);
    await page.getByLabel('您的姓名').fill('测试租客子');
    await page.getByText('租户', { exact: true }).click();
    await page.getByRole('button', { name: '登记', exact: true }).click();
  };
  await asks('9999');
  await page.getByRole('alert').getByText('没有找到这一户').waitFor();
  expect(await page.getByLabel('室号').inputValue()).toBe('9999');
  await asks('301');
  await page.waitForURL(/\/my-home/);
  expect(await resident.text()).toContain('等居委会看');
  await alsoForEverybody(resident);

  const clerk = await atDesk(browser, 'xiaoChen');
  const waiting = () => clerk.page.locator('li').filter({ hasText: '测试租客子' });
  await clerk.goto('/desk/access/requests');
  expect(await clerk.text()).toMatch(/\d+ 个在等，最早的\s*\d+ 天前/);
  await clerk.expectAccessible();
  await clerk.expectPlainWords();
  await waiting().getByText('不通过').first().click();
  await waiting().getByLabel('原因').selectOption({ index: 2 });
  await waiting().getByLabel('再说一句').fill('合同上写的是 302 室');
  await waiting().getByRole('button', { name: '不通过' }).click();
  await clerk.page.getByText('办好了 1 个。').waitFor();

  await resident.goto('/my-home');
  expect(await resident.text()).toContain('合同上写的是 302 室');
  expect(await resident.text()).toContain('室号好像填错了');
  await asks('302');
  await clerk.goto('/desk/access/requests');
  await waiting().getByRole('checkbox').check();
  await clerk.page.getByRole('button', { name: '通过勾选的' }).click();
  await clerk.page.getByText('办好了 1 个。').waitFor();
  await resident.goto('/my-home');
  expect(await resident.text()).toContain('17号门 302室');
  for (const visitor of [clerk, resident]) await visitor.leave();
});
