import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opensFor } from '#kernel/route-rule.ts';
import { routeRules } from '#web/route-rules.ts';
import { RunningProgram } from '../../crash/running-program.ts';
import { openBrowser } from '../browser.ts';
import { act } from '../desk-stories.ts';
import { lookUp, report, type Slip } from '../resident-stories.ts';
import { Visitor } from '../visitor.ts';
import {
  comeInAsKeeper,
  commit,
  compare,
  deskPages,
  NEW_PLACE,
  rejectedRows,
  setUpNeighborhood,
  upload,
  workbook,
} from './set-up-stories.ts';

let browser: Browser;
let program: RunningProgram;
let folder: string;
/** The first keeper, at the desk from the moment they come in. */
let keeper: Visitor;
let invitation = '';
let slip: Slip;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xieshou-set-up-'));
  chmodSync(folder, 0o755);
  [browser, program] = await Promise.all([openBrowser(), RunningProgram.start(join(folder, 'data'))]);
  keeper = await Visitor.open(browser, { wide: true, address: program.address });
});
afterAll(async () => {
  await keeper.leave();
  await browser.close();
  await program.end();
  rmSync(folder, { recursive: true, force: true });
});

/** A resident with a telephone that runs no programs. */
const neighbor = () => Visitor.open(browser, { javaScript: false, address: program.address });

describe('an empty installation becomes a neighborhood', () => {
  it('with the code from its own log; the operator gets the first keeper’s link', async () => {
    const operator = await Visitor.open(browser, { wide: true, address: program.address });
    invitation = await setUpNeighborhood(operator, /设立码 ([\w-]+) /.exec(program.said)?.[1] ?? '');
    await operator.expectPlainWords();
    await operator.leave();
  });

  it('whose keeper comes in with a password and a second factor', async () => {
    await comeInAsKeeper(keeper, invitation);
    expect(await keeper.text()).toContain(NEW_PLACE.name);
  });

  it('where every page of the desk opens, although nothing is entered yet', async () => {
    await keeper.goto('/desk');
    await keeper.page.getByRole('link', { name: '导入表格' }).waitFor();
    const pages = await deskPages(keeper);
    expect(pages).toContain('/desk/registry/plan');
    for (const path of pages) {
      await keeper.goto(path);
      await keeper.expectPlainWords();
      await keeper.expectAccessible();
    }
  });
});

describe('the register comes from the office’s own spreadsheets', () => {
  const HEAD = ['小区', '楼号', '门号', '室号', '面积', '业主', '电话'];

  it('a clean one: everything is new, and is written after the keeper has seen it', async () => {
    await upload(
      keeper,
      await workbook('银杏苑.xlsx', [
        HEAD,
        ['银杏苑', '1', '1', '101', 88.4, '测试张三', '13800000101'],
        ['银杏苑', '1', '1', '102', 92.15, '测试李四', '13800000102'],
        ['银杏苑', '1', '2', '101', 88.4, '测试王五', '13800000103'],
      ]),
    );
    expect(await compare(keeper)).toEqual({ fresh: 3, changed: 0, same: 0, rejected: 0 });
    expect(await keeper.text()).toContain('1 个小区（银杏苑），1 幢楼，2 个门');
    await keeper.expectAccessible();
    await keeper.expectPlainWords();
    await commit(keeper, 3);
  });

  it('a messy one: a title above, full-width digits, several owners in a cell, areas in words', async () => {
    await upload(
      keeper,
      await workbook('二号楼 最新.xlsx', [
        ['银杏苑业主名册（2026年11月）'],
        ['小　区', '楼号', '门号', '室号', '面积（平方米）', '业主', '电话'],
        ['银杏苑', '１号楼', '１号', '１０１室', '８８．４０', '测试张三', '１３８０００００１０１'],
        ['银杏苑', '１号楼', '１号', '１０２', '93.15平方米', '测试李四', '138-0000-0102'],
        ['银杏苑', '２号楼', '３号', '２０１', '101.5㎡', '测试赵六、测试钱七', '13800000104、13800000105'],
      ]),
    );
    expect(await compare(keeper)).toEqual({ fresh: 1, changed: 1, same: 1, rejected: 0 });
    expect(await keeper.text()).toContain('92.15 → 93.15');
    await keeper.page.getByRole('link', { name: '新的' }).click();
    const text = await keeper.text();
    for (const name of ['测试赵六', '测试钱七']) expect(text).toContain(name);
    expect(text).not.toContain('13800000104');
    await keeper.expectPlainWords();
    await commit(keeper, 2);
  });

  it('a wrong one: what is no spreadsheet is refused in words, and nothing is kept of it', async () => {
    const buffer = Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Buffer.alloc(600, 7)]);
    await upload(keeper, { name: '名册照片.xlsx', mimeType: 'image/jpeg', buffer });
    expect(keeper.status).toBe(422);
    await keeper.page.getByRole('alert').getByText('这不是能读的表格').waitFor();
    await keeper.expectPlainWords();
    await keeper.goto('/desk/registry/import');
    expect(await keeper.text()).not.toContain('名册照片');
  });

  it('and rows that cannot be read come back in the same sheet, each with its reason', async () => {
    const wrong = [
      ['银杏苑', '3', '5', '', '80', '测试孙八', '13800000106'],
      ['银杏苑', '3', '5', '302', '很大', '测试周九', '13800000107'],
      ['银杏苑', '3', '5', '303', '80', '测试吴十', '138000010'],
    ];
    const right = ['银杏苑', '3', '5', '301', '80', '测试郑一', '13800000108'];
    await upload(keeper, await workbook('三号楼.xlsx', [HEAD, ...wrong, right]));
    expect(await compare(keeper)).toEqual({ fresh: 1, changed: 0, same: 0, rejected: 3 });
    expect(await keeper.text()).toContain('看不懂面积「很大」');
    const [head, ...rows] = await rejectedRows(keeper);
    expect(head).toEqual([...HEAD, '收不了的原因']);
    expect(rows.map((row) => row[5])).toEqual(wrong.map((row) => row[5]));
    expect(rows.map((row) => row[7])).toEqual([
      expect.stringContaining('没有写室号'),
      expect.stringContaining('看不懂面积「很大」'),
      expect.stringContaining('电话「138000010」不对'),
    ]);
    await commit(keeper, 1);
  });

  it('the register shows them, and nobody else does', async () => {
    await keeper.goto('/desk/registry/people?q=测试赵六');
    expect(await keeper.text()).toContain('测试赵六');
    const stranger = await neighbor();
    await stranger.goto('/desk/registry/people');
    expect(new URL(stranger.page.url()).pathname).toBe('/login');
    await stranger.leave();
  });
});

describe('who holds which post', () => {
  it('is entered with a property company and a manager who does not live here', async () => {
    const { page } = keeper;
    await keeper.goto('/desk/registry/organisations');
    await page.getByRole('link', { name: '添加单位' }).click();
    await page.getByLabel('种类').selectOption({ label: '物业公司' });
    await page.getByLabel('名称', { exact: true }).fill('测试银杏物业');
    await page.getByText('银杏苑', { exact: true }).click();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('已经添加。接着设岗位、安排人。').waitFor();
    await page.getByRole('link', { name: '设岗位' }).click();
    await page.getByLabel('岗位编号').fill('PC-MGR');
    await page.getByLabel('名称', { exact: true }).fill('项目经理');
    await page.getByLabel('职责类别').selectOption({ label: '负责人' });
    await page.getByRole('button', { name: '设岗位' }).click();
    await page.getByText('岗位已设好，现在空缺。').waitFor();
    await page.getByRole('link', { name: '项目经理' }).click();
    await page.getByRole('link', { name: '安排上岗' }).click();
    await page.getByText('不在底册里的人').click();
    await page.getByLabel('姓名').fill('测试秦经理');
    await keeper.expectAccessible();
    await page.getByRole('button', { name: '登记并安排上岗' }).click();
    await page.getByText('已经登记，并安排上岗。').waitFor();
    expect(await keeper.text()).toContain('测试秦经理');
    await keeper.expectPlainWords();
  });

  it('and every page of the program opens for the keeper and for a stranger', async () => {
    const stranger = await neighbor();
    for (const [pattern, rule] of Object.entries(routeRules)) {
      if (/[:*]|^\/(logout|setup|settings|sorry|cast|acting|login|neighborhoods|account)/.test(pattern))
        continue;
      // Downloads are not pages, and what leads on ends on another page.
      if (/sheet|download|export|\.(ics|rss)$/.test(pattern)) continue;
      if (opensFor(rule, 'RC', true)) {
        await keeper.goto(pattern);
        await keeper.expectPlainWords();
      }
      if (rule === 'EVERYBODY') {
        await stranger.goto(pattern);
        await stranger.expectPlainWords();
      }
    }
    await stranger.leave();
  });
});

describe('the first matter', () => {
  it('is reported from an entrance of the sheet, without JavaScript and without an account', async () => {
    const resident = await neighbor();
    slip = await report(resident, {
      words: '二号门的门禁坏了，门关不上',
      place: '1号楼 2号门',
      name: '测试王五',
      phone: '13800000103',
    });
    expect(slip.code).toMatch(/^YX-/);
    await resident.expectPlainWords();
    await resident.leave();
  });

  it('is seen on the desk and accepted; the resident’s page says so', async () => {
    await keeper.goto('/desk');
    expect(await keeper.page.locator('[data-list] li').filter({ hasText: slip.code }).innerText()).toContain(
      '门禁坏了',
    );
    await act(keeper, slip.code, '受理');
    await keeper.expectPlainWords();
    const resident = await neighbor();
    await lookUp(resident, slip);
    expect(await resident.text()).toContain(`${NEW_PLACE.name}居委会受理了`);
    await resident.expectPlainWords();
    await resident.leave();
  });
});
