import { expect } from 'vitest';
import type { Visitor } from './visitor.ts';

/** What somebody tells on the report page; fields by their labels, in Chinese. */
export type Told = {
  readonly words: string;
  /** The estate or building as the list says it. */
  readonly place?: string;
  readonly name?: string;
  readonly phone?: string;
};

export type Slip = { readonly code: string; readonly pin: string };

/** Fills the report page as a neighbor who is not signed in does. */
export async function fillReport({ page }: Visitor, told: Told): Promise<void> {
  await page.getByLabel('什么事').fill(told.words);
  await choosePlace(page, told.place ?? '紫荆小区（说不清具体位置）');
  if (told.name) await page.getByLabel('怎么称呼您').fill(told.name);
  if (told.phone) await page.getByLabel('电话', { exact: false }).last().fill(told.phone);
  if (!told.name && !told.phone) await page.getByLabel('不留姓名').check();
}

async function choosePlace(page: Visitor['page'], label: string): Promise<void> {
  await page.getByLabel('在哪里').selectOption({ label });
}

let neighbors = 0;

/** A phone nobody has used today: one person reports at most ten times a day. */
export function newPhone(): string {
  neighbors += 1;
  return `139${String(process.pid).padStart(4, '0').slice(-4)}${String(neighbors).padStart(4, '0')}`;
}

/** Reports something on the public page and reads the slip. */
export async function report(visitor: Visitor, told: Told): Promise<Slip> {
  await visitor.goto('/report');
  await fillReport(visitor, told);
  await visitor.page.getByRole('button', { name: '提交', exact: true }).click();
  await visitor.page.waitForURL(/\/report\/sent\//);
  return readSlip(visitor);
}

/** Code and PIN as they stand on the slip. */
export async function readSlip({ page }: Visitor): Promise<Slip> {
  const keys = await page.locator('dl dd').allInnerTexts();
  const code = keys[0]?.trim() ?? '';
  const pin = (keys[1] ?? '').replace(/\D/g, '');
  expect(code).toMatch(/^[A-Z]{2}-\d{4}-\d{4}$/);
  expect(pin).toMatch(/^\d{6}$/);
  return { code, pin };
}

/** Asks for the progress of a matter with what stands on the slip. */
export async function lookUp(visitor: Visitor, { code, pin }: Slip): Promise<void> {
  await visitor.goto('/lookup');
  await visitor.page.getByLabel('编号').fill(code);
  await visitor.page.getByLabel('查询码').fill(pin);
  await visitor.page.getByRole('button', { name: '查一下' }).click();
  await visitor.page.waitForLoadState();
}
