import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../browser.ts';
import { atDesk } from '../desk-stories.ts';
import type { Visitor } from '../visitor.ts';

/** A resident's matter: a ramp for somebody who cannot see. */
const RAMP = 'ZJ-2606-0001';
const WHY = '核对一封举报信里的说法';

let browser: Browser;
let auditor: Visitor;
beforeAll(async () => {
  browser = await openBrowser();
  auditor = await atDesk(browser, 'auditor');
});
afterAll(async () => {
  await auditor.leave();
  await browser.close();
});

/** Lines of the trail as they stand on the page. */
const lines = () => auditor.page.locator('table tbody tr');

describe('an auditor', () => {
  it('reads in words who may do what', async () => {
    await auditor.goto('/desk/oversight/permissions');
    const text = await auditor.text();
    expect(text).toContain('看公开事项和公告');
    await auditor.expectPlainWords();
    await auditor.expectAccessible();
  });

  it('follows one matter through the trail: who, in which post', async () => {
    await auditor.goto('/desk/oversight/trail');
    await auditor.expectPlainWords();
    await auditor.expectAccessible();
    const all = await lines().count();
    await auditor.page.getByLabel('编号').fill(RAMP);
    await auditor.page.getByRole('button', { name: '查看' }).click();
    await auditor.page.waitForURL(/code=/);
    const found = await lines().allInnerTexts();
    expect(found.length).toBeGreaterThan(5);
    expect(found.length).toBeLessThan(all);
    expect(found.filter((line) => !line.includes(RAMP))).toEqual([]);
    expect(found.join(' ')).toContain('紫荆居委会');
  });

  it('sees a phone for a reason only, and finds the look in the trail', async () => {
    await auditor.goto(`/desk/matters/${RAMP}`);
    expect(await auditor.text()).not.toMatch(/1\d{10}/);
    await auditor.goto('/desk/oversight/trail?contacts=1');
    const before = await lines().count();
    await auditor.goto(`/desk/matters/${RAMP}`);
    await auditor.page.getByText('看电话', { exact: true }).first().click();
    await auditor.page.getByLabel('为什么要看').fill(WHY);
    await auditor.page.getByRole('button', { name: '看电话' }).click();
    await auditor.page.waitForLoadState();
    await auditor.goto('/desk/oversight/trail?contacts=1');
    expect(await lines().count()).toBe(before + 1);
    expect(await lines().first().innerText()).toContain(WHY);
    expect(await lines().first().innerText()).toContain('测试审计员');
  });

  it('checks that nothing was changed afterwards', async () => {
    await auditor.goto('/desk/oversight/trail');
    await auditor.page.getByRole('button', { name: '现在核对' }).click();
    await auditor.page.getByText('一条不缺，没有改动').waitFor();
  });

  it('saves the trail for a reason, which the trail then holds', async () => {
    await auditor.goto(`/desk/oversight/trail/export?code=${RAMP}`);
    expect(await auditor.post('/desk/oversight/trail/export', { question: `code=${RAMP}`, reason: '' })).toBe(
      422,
    );
    await auditor.page.getByLabel('为什么导出').fill(WHY);
    await auditor.page.getByRole('button', { name: '导出表格' }).click();
    await auditor.page.getByText('已记下，可以下载。').waitFor();
    const [saved] = await Promise.all([
      auditor.page.waitForEvent('download'),
      auditor.page.getByRole('link', { name: '下载表格' }).click(),
    ]);
    const bytes = await readFile(await saved.path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    await auditor.goto('/desk/oversight/trail');
    expect(await lines().first().innerText()).toContain('导出留痕');
    expect(await lines().first().innerText()).toContain(WHY);
  });

  it('changes nothing: no action is offered, and none is done', async () => {
    await auditor.goto(`/desk/matters/${RAMP}`);
    expect(await auditor.page.getByRole('region', { name: '现在能做的' }).getByRole('button').count()).toBe(
      0,
    );
    for (const path of [
      `/desk/matters/${RAMP}/do/add-note`,
      '/desk/registry/places',
      '/desk/access/requests',
      '/desk/notices',
    ]) {
      const status = await auditor.post(path, { do: 'add-note', note: '改一改' });
      expect([403, 404, 409, 422], path).toContain(status);
    }
  });

  it('sees how the levels below are doing, in figures without people', async () => {
    await auditor.goto('/desk/oversight/levels');
    const text = await auditor.text();
    expect(text).toContain('紫荆居民区');
    await auditor.expectPlainWords();
    await auditor.expectAccessible();
  });
});
