import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import {
  act,
  atDesk,
  contactAndFinish,
  handToPropertyCompany,
  inDays,
  openAction,
  PROPERTY_COMPANY,
} from './desk-stories.ts';
import { lookUp, newPhone, report } from './resident-stories.ts';
import { Visitor } from './visitor.ts';

let browser: Browser;
let clerk: Visitor;
let manager: Visitor;
let branch: Visitor;
beforeAll(async () => {
  browser = await openBrowser();
  [clerk, manager, branch] = await Promise.all([
    atDesk(browser, 'xiaoChen'),
    atDesk(browser, 'luo'),
    atDesk(browser, 'zhou'),
  ]);
});
afterAll(async () => {
  for (const visitor of [clerk, manager, branch]) await visitor.leave();
  await browser.close();
});

async function reported(words: string, place?: string) {
  const neighbor = await Visitor.open(browser);
  const slip = await report(neighbor, {
    words,
    name: '测试邻居丙',
    phone: newPhone(),
    ...(place ? { place } : {}),
  });
  await neighbor.leave();
  return slip;
}

/** The reporter says on their own page whether it is solved. */
async function answer(
  slip: { code: string; pin: string },
  resolved: string,
  satisfaction: string,
): Promise<void> {
  const neighbor = await Visitor.open(browser, { javaScript: false });
  await lookUp(neighbor, slip);
  const form = neighbor.page.locator('#answer-follow-up');
  await form.getByText(resolved, { exact: true }).click();
  await form.getByText(satisfaction, { exact: true }).click();
  await form.getByRole('button', { name: '提交回答' }).click();
  await neighbor.page.getByText('记下了，谢谢您的回答').waitFor();
  await neighbor.leave();
}

describe('a matter is carried to a result the resident confirms', () => {
  it('two tracks must both close; another organisation asks; the resident confirmed', async () => {
    const slip = await reported('小区里晚上停车太乱，消防通道被占，希望和停车场协调');
    const { code } = slip;
    await handToPropertyCompany(clerk, manager, code);
    await act(manager, code, '记一次联系', {
      tick: ['电话', '联系上了'],
      write: { 说了什么: '问清了时间和位置' },
    });
    await act(clerk, code, '兵分两路', {
      choose: { 居民这一路由谁负责: /小陈/, 单位这一路由谁负责: /罗/ },
      write: { 居民这一路哪天前: inDays(7), 单位这一路哪天前: inDays(10) },
    });

    await manager.goto(`/desk/matters/${code}`);
    const offers = manager.page.getByRole('region', { name: '现在能做的' });
    const done = offers.getByRole('listitem').filter({ hasText: '报办结' });
    expect(await done.innerText()).toMatch(/两路|一路/);
    await manager.goto(`/desk/matters/${code}/do/report-done`);
    await manager.page.getByLabel('做了什么').fill('都谈好了');
    await manager.page.getByRole('button', { name: '报办结' }).click();
    await manager.page.getByRole('alert').first().waitFor();
    expect(manager.status).toBe(422);
    expect(await manager.page.getByLabel('做了什么').inputValue()).toBe('都谈好了');
    await manager.expectPlainWords();

    await act(clerk, code, '结束一路', {
      tick: ['居民这一路：听意见、作说明'],
      write: { 这一路的结果: '听了六户意见，说明了安排' },
    });
    await act(manager, code, '结束一路', {
      tick: ['单位这一路：协调解决'],
      write: { 这一路的结果: '停车场夜间开放二十个车位' },
    });
    await act(manager, code, '报办结', { write: { 做了什么: '消防通道划线，夜间车位已开放' } });
    await act(clerk, code, '我来回访');
    await act(clerk, code, '记回访', { tick: ['接通了', '是', '满意'], write: { 居民怎么说: '好多了' } });
    await clerk.goto(`/desk/matters/${code}`);
    expect(await clerk.text()).toContain('居民已确认');
    await clerk.expectPlainWords();

    const neighbor = await Visitor.open(browser);
    await lookUp(neighbor, slip);
    expect(await neighbor.text()).toContain('居民已确认');
    await neighbor.expectPlainWords();
    await neighbor.expectAccessible();
    await neighbor.leave();
  });

  it('not solved twice: the second time the general branch decides how to go on', async () => {
    const slip = await reported('单元门的门禁刷卡没反应');
    const { code } = slip;
    await handToPropertyCompany(clerk, manager, code);
    await contactAndFinish(manager, code, '重启了门禁');
    await answer(slip, '没解决', '不满意');
    await contactAndFinish(manager, code, '换了读卡器');
    await answer(slip, '没解决', '很不满意');
    await branch.goto('/desk');
    const row = branch.page.locator('[data-list] li').filter({ hasText: code });
    expect(await row.innerText()).toContain('研究重办');
    await act(branch, code, '定重办', {
      choose: { 牵头单位: PROPERTY_COMPANY },
      write: { 裁定理由: '请厂家到场，书记到场看' },
    });
    await clerk.goto(`/desk/matters/${code}`);
    expect(await clerk.text()).toContain('请厂家到场，书记到场看');
  });

  it('nine reports of one thing are merged; each keeps a code and an answer of their own', async () => {
    const slips = [];
    for (let n = 1; n <= 9; n += 1) {
      slips.push(await reported(`二号楼停水第${n}户反映，水龙头一点水都没有`, '2号楼'));
    }
    const [main, ...others] = slips;
    for (const other of others) await act(clerk, other.code, '并案', { write: { 或写编号: main!.code } });
    await clerk.goto(`/desk/matters/${main!.code}`);
    for (const other of others) expect(await clerk.text()).toContain(other.code);
    await handToPropertyCompany(clerk, manager, main!.code);
    await contactAndFinish(manager, main!.code, '总阀修好，恢复供水');
    for (const slip of [slips[1]!, slips[8]!]) {
      const neighbor = await Visitor.open(browser);
      await lookUp(neighbor, slip);
      const text = await neighbor.text();
      expect(text).toContain(slip.code);
      expect(text).toContain('和邻居反映的同一件事并在一起办');
      await neighbor.expectPlainWords();
      await neighbor.leave();
      await answer(slip, '解决了', '很满意');
    }
  });
});

describe('who may not see what', () => {
  it('a complaint about the property company stays hidden from its people', async () => {
    const neighbor = await Visitor.open(browser);
    await neighbor.goto('/report');
    await neighbor.page.getByLabel('什么事').fill('物业收了停车费不给收据，态度也不好，暗号紫藤花');
    await neighbor.page.getByLabel('在哪里').selectOption({ label: '紫荆小区（说不清具体位置）' });
    await neighbor.page.getByLabel('怎么称呼您').fill('测试邻居丁');
    await neighbor.page.locator('input[name=reporterPhone]').fill('13900001004');
    await neighbor.page.getByText('补充更多').click();
    await neighbor.page.getByLabel('要投诉的单位').selectOption({ label: PROPERTY_COMPANY });
    await neighbor.page.locator('input[type=file]').setInputFiles({
      name: 'receipt.png',
      mimeType: 'image/png',
      buffer: await picture(),
    });
    await neighbor.page.getByRole('button', { name: '提交', exact: true }).click();
    await neighbor.page.waitForURL(/\/report\/sent\//);
    const code = neighbor.page.url().match(/[A-Z]{2}-\d{4}-\d{4}/)?.[0] ?? '';
    await neighbor.goto(`/m/${code}`);
    const file = await neighbor.page.locator('main img[src^="/files/"]').getAttribute('src');
    expect(await neighbor.read(file ?? '')).toBe(200);
    await neighbor.leave();

    await clerk.goto(`/desk?q=${encodeURIComponent('紫藤花')}&chip=all`);
    expect(await clerk.text()).toContain(code);
    await manager.goto(`/desk/matters/${code}`, 404);
    await manager.goto(`/desk?q=${encodeURIComponent('紫藤花')}&chip=all`);
    expect(await manager.text()).not.toContain(code);
    await manager.goto(`/desk?q=${code}&chip=all`);
    expect(await manager.page.locator('[data-list] li').filter({ hasText: code }).count()).toBe(0);
    await manager.goto('/desk?chip=all');
    expect(await manager.text()).not.toContain(code);
    expect(await manager.read(file ?? '')).toBe(404);
    await manager.goto(`/desk/matters/${code}/slip`, 404);
  });

  it('a property manager reads no name or phone before they are needed, and each look is written down', async () => {
    const neighbor = await Visitor.open(browser);
    const phone = newPhone();
    const { code } = await report(neighbor, { words: '水表箱的盖子不见了', name: '测试邻居戊', phone });
    await neighbor.leave();
    await handToPropertyCompany(clerk, manager, code);
    await manager.goto(`/desk/matters/${code}`);
    expect(await manager.text()).not.toContain(phone);
    await manager.page.getByText('看电话', { exact: true }).first().click();
    await manager.page.getByRole('button', { name: '看电话' }).click();
    await manager.page.locator(`a[href="tel:${phone}"]`).waitFor();
  });
});

describe('the desk is for everybody who works there', () => {
  it('list, matter, form, call and calendar pass axe and speak plainly, in both languages', async () => {
    const { code } = await reported('垃圾桶满了两天没有人清');
    for (const locale of ['zh-CN', 'en']) {
      await clerk.choose({ locale });
      const pages = ['/desk', `/desk/matters/${code}`, `/desk/matters/${code}/do/assign`, '/desk/call'];
      for (const path of [...pages, `/desk/matters/${code}/slip`, '/desk/calendar', '/desk/notices']) {
        await clerk.goto(path);
        await clerk.expectAccessible();
        await clerk.expectPlainWords();
      }
    }
    await clerk.choose({ locale: 'zh-CN' });
  });

  it('two people press at once: the second is told who was first, and nothing is lost', async () => {
    const { code } = await reported('儿童滑梯有裂缝');
    await clerk.goto(`/desk/matters/${code}`);
    await act(branch, code, '受理');
    await openAction(clerk.page, '受理');
    await clerk.page.getByRole('alert').first().waitFor();
    expect(clerk.status).toBe(409);
    expect(await clerk.page.getByRole('alert').first().innerText()).toContain('周');
    await clerk.expectPlainWords();
  });
});

/** A picture as a phone would send it, made here so that no file of anybody's lies in the tree. */
async function picture(): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp({ create: { width: 640, height: 480, channels: 3, background: '#7a4a6a' } })
    .png()
    .toBuffer();
}
