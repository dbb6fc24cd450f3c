import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { DEMO_TODAY } from '#demo/clock.ts';
import { dayOf } from '#platform/i18n/dates.ts';
import { Visitor } from './visitor.ts';

/** Somebody of the cast at their desk. */
export async function atDesk(browser: Browser, person: string): Promise<Visitor> {
  const visitor = await Visitor.open(browser, { wide: true });
  await visitor.become(person);
  return visitor;
}

/** What stands in the form of an action: by the labels people read. */
export type Filled = {
  readonly write?: Readonly<Record<string, string>>;
  readonly choose?: Readonly<Record<string, string | RegExp>>;
  readonly tick?: readonly string[];
};

/**
 * Does one action on a matter as a person does: opens the matter, presses the button with the action's name,
 * fills the form when there is one, and presses the same name again.
 */
export async function act(visitor: Visitor, code: string, action: string, filled?: Filled): Promise<void> {
  await visitor.goto(`/desk/matters/${code}`);
  await openAction(visitor.page, action);
  if (filled) {
    const form = visitor.page.locator('main form[method=post]').filter({
      has: visitor.page.getByRole('button', { name: action, exact: true }),
    });
    await fill(form, filled);
    await form.getByRole('button', { name: action, exact: true }).click();
  }
  await visitor.page.getByText('已经记下').first().waitFor();
  expect(visitor.status).toBe(200);
}

/** Presses the button of an action; those needed seldom are folded away. */
export async function openAction(page: Page, action: string): Promise<void> {
  const offers = page.getByRole('region', { name: '现在能做的' });
  const button = offers
    .getByRole('button', { name: action, exact: true })
    .or(offers.getByRole('link', { name: action, exact: true }));
  if (!(await button.isVisible())) await offers.getByText(/^更多操作/).click();
  await button.click();
}

async function fill(form: ReturnType<Page['locator']>, { write, choose, tick }: Filled): Promise<void> {
  for (const [label, text] of Object.entries(write ?? {})) await form.getByLabel(label).fill(text);
  for (const [label, option] of Object.entries(choose ?? {})) {
    const field = form.getByLabel(label);
    const labels = await field.locator('option').allTextContents();
    const wanted = labels.find((one) => (typeof option === 'string' ? one === option : option.test(one)));
    await field.selectOption({ label: wanted ?? String(option) });
  }
  for (const label of tick ?? []) await form.getByText(label, { exact: true }).click();
}

/** A day some days from the demo's today, as a date field takes it. */
export function inDays(days: number): string {
  return dayOf(new Date(DEMO_TODAY.getTime() + days * 86_400_000));
}

export const PROPERTY_COMPANY = '测试甲物业';

/** Taken up by the clerk, given to the property company, taken over by its manager. */
export async function handToPropertyCompany(clerk: Visitor, manager: Visitor, code: string): Promise<void> {
  await act(clerk, code, '受理');
  await act(clerk, code, '派单', { choose: { 牵头单位: PROPERTY_COMPANY } });
  await act(manager, code, '接手', {});
}

/** The handler rings the reporter and does the work. */
export async function contactAndFinish(manager: Visitor, code: string, summary: string): Promise<void> {
  await act(manager, code, '记一次联系', {
    tick: ['电话', '联系上了'],
    write: { 说了什么: '约好今天上门' },
  });
  await act(manager, code, '报办结', { write: { 做了什么: summary } });
}
