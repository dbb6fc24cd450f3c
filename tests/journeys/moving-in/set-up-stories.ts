import { Secret, TOTP } from 'otpauth';
import readExcelFile from 'read-excel-file/node';
import { expect } from 'vitest';
import { type Cell, writeSheet } from '#platform/spreadsheets/write-sheet.ts';
import type { Visitor } from '../visitor.ts';

/** A file somebody picks in the browser. */
export type Picked = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The neighborhood the journey sets up. */
export const NEW_PLACE = { name: '银杏居民区', letters: 'yx', slug: 'yinxing' } as const;

/** Walks through the guided page with the set-up code. @returns the path of the first keeper's link. */
export async function setUpNeighborhood(operator: Visitor, code: string): Promise<string> {
  const { page } = operator;
  const next = () => page.getByRole('button', { name: '下一步' }).click();
  await operator.goto('/');
  expect(new URL(page.url()).pathname).toBe('/setup');
  await page.getByLabel('设立码').fill(code);
  await next();
  await page.getByLabel('居民区名称').fill(NEW_PLACE.name);
  await page.getByLabel('编号字母').fill(NEW_PLACE.letters);
  await next();
  await page.getByLabel('姓名').fill('测试顾');
  await next();
  await page.getByLabel('短名').fill(NEW_PLACE.slug);
  await page.getByRole('button', { name: '设立' }).click();
  await page.getByText(`${NEW_PLACE.name}设好了`).waitFor();
  const link = await page.getByRole('link', { name: '我就是负责人' }).getAttribute('href');
  return new URL(link ?? '').pathname;
}

/** The keeper opens the link, chooses name and password, sets up the second factor and stands at the desk. */
export async function comeInAsKeeper(keeper: Visitor, invitation: string): Promise<void> {
  const { page } = keeper;
  await keeper.goto(invitation);
  await page.getByLabel('登录名').fill('gu');
  await page.getByLabel('密码', { exact: true }).fill('银杏叶落满院子，测试');
  await page.getByLabel('再输一次密码').fill('银杏叶落满院子，测试');
  await page.getByRole('button', { name: '好了，进来' }).click();
  const key = await page.getByText(/^([A-Z2-7]{4} ?){8}$/).innerText();
  const code = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) }).generate();
  await page.getByLabel('验证码').fill(code);
  await page.getByRole('button', { name: '开通' }).click();
  await page.getByRole('link', { name: '收好了，继续' }).click();
  await page.waitForURL('**/desk');
}

/** Every page the desk's navigation leads to, by address. */
export async function deskPages({ page }: Visitor): Promise<string[]> {
  const links = page.locator('[data-desk] > nav a[href^="/desk"]');
  return links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
}

/** An .xlsx of these rows, as an office would have saved it. */
export async function workbook(name: string, rows: readonly (readonly Cell[])[]): Promise<Picked> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeSheet({ name: '名册', widths: [], headerRows: 1 }, rows)) pieces.push(piece);
  return { name, mimeType: XLSX, buffer: Buffer.concat(pieces) };
}

/** Picks a file on the import page and sends it. */
export async function upload(keeper: Visitor, file: Picked): Promise<void> {
  await keeper.goto('/desk/registry/import');
  await keeper.page.getByLabel('表格文件').setInputFiles(file);
  await keeper.page.getByRole('button', { name: '上传并查看' }).click();
  await keeper.page.waitForLoadState();
}

/** How many rows the preview says are new, changed, the same, and not taken. */
export type Counted = {
  readonly fresh: number;
  readonly changed: number;
  readonly same: number;
  readonly rejected: number;
};

/** Takes the columns as the program guessed them; the preview counts. */
export async function compare({ page }: Visitor): Promise<Counted> {
  await page.getByRole('button', { name: '和底册比对' }).click();
  const tabs = page.getByRole('navigation', { name: '会怎样' });
  const count = async (name: string) =>
    Number(/\d+$/.exec((await tabs.getByRole('link', { name }).innerText()).trim())?.[0]);
  return {
    fresh: await count('新的'),
    changed: await count('有变化'),
    same: await count('没变'),
    rejected: await count('收不了'),
  };
}

/** Confirms what the preview shows. */
export async function commit(keeper: Visitor, rows: number): Promise<void> {
  await keeper.page.getByRole('button', { name: `写入这 ${rows} 行` }).click();
  await keeper.page.getByText(/^已在 .* 写入/).waitFor();
  await keeper.expectPlainWords();
}

/** Downloads the rows that were not taken. @returns them as another spreadsheet program reads them. */
export async function rejectedRows({ page }: Visitor): Promise<unknown[][]> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载收不了的行' }).click();
  const [sheet] = await readExcelFile(await (await coming).path());
  return sheet!.data as unknown[][];
}
