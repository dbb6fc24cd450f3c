import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '#kernel/actor.ts';
import { foundingNames, setUpNeighborhood } from '#modules/access/facade.server.ts';
import { giveStaffAccount } from '#platform/auth/accounts.ts';
import { makeSetupCode } from '#platform/auth/neighborhoods/setup-code.ts';
import { startSession, tokenHash } from '#platform/auth/sessions.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { action as accept } from '#web/account/invitation/invitation.page.server.ts';
import { NOWHERE, neighborhoodsOf, placeOfVisit } from '#web/neighborhoods.ts';
import type { PlaceEntry } from '#web/page/page-context.ts';
import { action as arrive } from '#web/places/arrive.page.server.ts';
import { action as choose, loader as chooser, goElsewhere } from '#web/places/choose.page.server.ts';
import { loader as enter } from '#web/places/enter.ts';
import { action as setUp } from '#web/places/setup.page.server.ts';
import { loader as setUpDone } from '#web/places/setup-done.page.server.ts';
import { good, refusal, type SmallNeighborhood, smallNeighborhood } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { placeOfTest, productionServices, TestBrowser } from './browser.ts';

const START = new Date('2026-11-23T02:00:00Z');

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase(START);
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.now = START;
  await t.ownerPool.query('delete from platform.neighborhood_address');
});

const entry = (slug: string, more: Partial<PlaceEntry> = {}): PlaceEntry => ({
  id: randomUUID(),
  slug,
  host: null,
  isDefault: false,
  isDemo: false,
  ...more,
});

describe('an address means', () => {
  const [a, b] = [entry('a'), entry('b')];
  const own = entry('own', { host: 'own.example' });
  it.each([
    ['nothing while there is no neighborhood', [], 'x.example', null, 'none'],
    ['the only neighborhood, at any host', [a], 'x.example', null, a],
    ['the neighborhood whose host it is, with any port', [a, own], 'own.example:8080', 'a', own],
    ['the chosen one where several share it', [a, b], 'x.example', 'b', b],
    ['a choice while nobody chose', [a, b], 'x.example', null, 'choose'],
    ['a choice when what was chosen is gone', [a, b], 'x.example', 'gone', 'choose'],
    ['never by choice the one with a host of its own', [a, b, own], 'x.example', 'own', 'choose'],
    ['nothing when all have other hosts', [own], 'x.example', null, 'unknown'],
  ] as const)('%s', (_sentence, all, host, chosen, expected) => {
    expect(placeOfVisit(all, host, chosen)).toEqual(expected);
  });

  it('the default one while nobody chose', () => {
    const usual = entry('usual', { isDefault: true });
    expect(placeOfVisit([a, usual], 'x.example', null)).toBe(usual);
    expect(placeOfVisit([a, usual], 'x.example', 'a')).toBe(a);
  });
});

describe('somebody who belongs to two neighborhoods', () => {
  let here: SmallNeighborhood;
  let there: SmallNeighborhood;
  let other: SmallNeighborhood;
  let browser: TestBrowser;
  let accountId: string;

  beforeEach(async () => {
    [here, there, other] = [
      await smallNeighborhood(t, 'AA'),
      await smallNeighborhood(t, 'BB'),
      await smallNeighborhood(t, 'CC'),
    ];
    const staff = { loginName: `two-${randomUUID()}`, password: 'a horse, a stable' };
    accountId = await giveStaffAccount(
      t.database,
      { ...staff, neighborhoodId: here.id, personId: here.as.RC.personId ?? '' },
      START,
    );
    await t.ownerPool.query('insert into platform.account_person values ($1, $2, $3)', [
      accountId,
      there.id,
      there.as.PC.personId,
    ]);
    browser = new TestBrowser(productionServices(t), placeOfTest(here.id));
    const session = {
      accountId,
      personId: here.as.RC.personId ?? '',
      neighborhoodId: here.id,
      actingPostId: here.as.RC.post?.postId ?? null,
      device: '',
      secondFactorAt: START,
    };
    browser.cookies.set('xs_session', await startSession(t.database, session, 'staff', START));
  });

  it('moves without typing again, acts there as who they are there, and the session from before ends', async () => {
    const before = browser.session ?? '';
    const moved = await browser.post(choose, '/neighborhoods', { to: there.id });
    expect(moved).toMatchObject({ status: 303, to: '/desk' });
    expect(browser.cookies.get('xs_place')).toBe(there.id);
    browser.neighborhood = placeOfTest(there.id);
    expect((await browser.whoAmI())?.actor).toMatchObject({ role: 'PC', personId: there.as.PC.personId });
    browser.cookies.set('xs_session', before);
    browser.neighborhood = placeOfTest(here.id);
    expect(await browser.whoAmI()).toBeNull();
  });

  it('is not signed in where they only look, and still signed in on coming back', async () => {
    expect((await browser.get(enter, `/n/${there.id}/notices`, { slug: there.id, '*': 'notices' })).to).toBe(
      '/notices',
    );
    browser.neighborhood = placeOfTest(there.id);
    expect(await browser.whoAmI()).toBeNull();
    browser.neighborhood = placeOfTest(here.id);
    expect((await browser.whoAmI())?.actor.role).toBe('RC');
  });

  it('cannot move to one they do not belong to, which answers as one that does not exist', async () => {
    for (const to of [other.id, 'made-up']) {
      expect((await browser.post(choose, '/neighborhoods', { to })).status).toBe(404);
    }
    const list = (await browser.get(chooser, '/neighborhoods')).data as { own: { slug: string }[] };
    expect(list.own.map(({ slug }) => slug).toSorted()).toEqual([here.id, there.id].toSorted());
  });

  it('is carried to another host by a ticket that works once, there only, within a minute', async () => {
    await t.ownerPool.query(
      `update platform.neighborhood_address set host = slug || '.example' where neighborhood_id = any($1)`,
      [[there.id, other.id]],
    );
    const fresh = new TestBrowser(productionServices(t), placeOfTest(here.id));
    fresh.cookies.set('xs_session', browser.session ?? '');
    const ticketOf = async () => {
      const gone = await fresh.get(goElsewhere, `/neighborhoods/go/${there.id}`, { slug: there.id });
      expect(gone.to).toMatch(new RegExp(`^https://${there.id}.example/neighborhoods/arrive\\?ticket=`));
      return new URL(gone.to ?? '').searchParams.get('ticket') ?? '';
    };
    const arriving = async (ticket: string, n = there) => {
      const visitor = new TestBrowser(productionServices(t), placeOfTest(n.id));
      const answer = await visitor.post(arrive, '/neighborhoods/arrive', { ticket });
      return { to: answer.to, role: (await visitor.whoAmI())?.actor.role ?? null };
    };
    const ticket = await ticketOf();
    expect(await arriving(ticket, other)).toEqual({ to: '/login?as=staff', role: null });
    expect(await arriving(ticket)).toEqual({ to: '/desk', role: 'PC' });
    expect(await arriving(ticket)).toEqual({ to: '/login?as=staff', role: null });
    const late = await ticketOf();
    t.clock.now = new Date(START.getTime() + 60_001);
    expect(await arriving(late)).toEqual({ to: '/login?as=staff', role: null });
  });

  it('a path after the slug leads to no other site', async () => {
    const odd = await browser.get(enter, `/n/${there.id}//evil.example`, {
      slug: there.id,
      '*': '/evil.example',
    });
    expect(odd.to).toBe('/');
  });
});

describe('setting up a neighborhood', () => {
  const typed = {
    nameZh: '梧桐居民区',
    nameEn: 'Wutong',
    letters: 'wt',
    keeperName: '测试周',
    keeperPhone: '13800000001',
    slug: 'wutong',
    host: '',
  };
  const newBrowser = () => new TestBrowser(productionServices(t), NOWHERE);
  const newCode = () => makeSetupCode({ database: t.database, vault: t.vault, now: t.clock.now });
  const send = (browser: TestBrowser, form: Record<string, string>) => browser.post(setUp, '/setup', form);
  const rows = async () =>
    (await t.ownerPool.query('select slug, host from platform.neighborhood_address order by slug')).rows;

  it('takes four steps and ends with the link of the first keeper, who comes in by it', async () => {
    const browser = newBrowser();
    expect((await send(browser, { code: ` ${(await newCode()).toLowerCase()} ` })).to).toBe('/setup');
    expect((await send(browser, { ...typed, step: 'names' })).data).toMatchObject({ step: 'keeper' });
    expect((await send(browser, { ...typed, step: 'keeper' })).data).toMatchObject({ step: 'address' });
    expect((await send(browser, { ...typed, step: 'address' })).to).toBe('/setup/done');
    const done = (await browser.get(setUpDone, '/setup/done')).data as { link: string };
    const { id } = (await neighborhoodsOf(productionServices(t)).all())[0]!;
    const token = done.link.split('/').at(-1) ?? '';
    expect(done.link).toBe(`https://zj.example/invitation/${token}`);
    const keeper = new TestBrowser(productionServices(t), placeOfTest(id));
    const form = {
      way: 'new',
      login: 'keeper',
      'new-password': 'a horse, a stable',
      'new-password-again': 'a horse, a stable',
    };
    expect((await keeper.post(accept, `/invitation/${token}`, form, { token })).status).toBe(303);
    const who = await keeper.whoAmI();
    expect(who?.session.heldBack).toMatchObject([
      { nameZh: '主任', orgNameZh: '梧桐居民区居委会', isHead: true },
    ]);
  });

  it('keeps what was typed when a step is refused, and leads back to the step it belongs to', async () => {
    const browser = newBrowser();
    await send(browser, { code: await newCode() });
    const cases = [
      [{ nameZh: ' ' }, 'names', 'access.neighborhood-name-missing', 'names'],
      [{ letters: '1' }, 'names', 'access.code-unreadable', 'names'],
      [{ keeperName: '' }, 'keeper', 'access.keeper-name-missing', 'keeper'],
      [{ keeperPhone: '123' }, 'keeper', 'access.phone-unreadable', 'keeper'],
      [{ slug: 'Ä' }, 'address', 'access.slug-unreadable', 'address'],
      [{ host: 'a b' }, 'address', 'access.host-unreadable', 'address'],
      [{ keeperName: '' }, 'address', 'access.keeper-name-missing', 'keeper'],
    ] as const;
    for (const [wrong, step, code, shown] of cases) {
      const answer = await send(browser, { ...typed, ...wrong, step });
      expect(answer).toMatchObject({ status: 422, refused: [code] });
      expect(answer.data).toMatchObject({ step: shown, values: { ...typed, ...wrong } });
    }
    expect(await rows()).toEqual([]);
  });

  it('does nothing without the code, with a wrong one, a used one, or one of yesterday', async () => {
    const code = await newCode();
    const browser = newBrowser();
    expect((await send(browser, { ...typed, step: 'address' })).refused).toEqual(['access.setup-code-wrong']);
    await send(browser, { code });
    const copy = newBrowser();
    await send(copy, { code });
    expect((await send(browser, { ...typed, step: 'address' })).to).toBe('/setup/done');
    expect((await send(copy, { ...typed, slug: 'second', step: 'address' })).refused).toEqual([
      'access.setup-code-over',
    ]);
    expect((await send(newBrowser(), { code })).refused).toEqual(['access.setup-code-wrong']);
    const old = await newCode();
    t.clock.now = new Date(START.getTime() + 24 * 3_600_000);
    expect((await send(newBrowser(), { code: old })).refused).toEqual(['access.setup-code-wrong']);
    expect(await rows()).toEqual([{ slug: 'wutong', host: null }]);
  });

  it('stops guessing of codes', async () => {
    t.clock.now = new Date(START.getTime() + 7_200_000);
    const code = await newCode();
    for (let i = 0; i < 30; i++) await send(newBrowser(), { code: 'AAAA-AAAA-AAAA' });
    expect((await send(newBrowser(), { code })).refused).toEqual(['access.setup-code-wrong']);
  });

  it('is all or nothing, takes no name twice, and is not for people', async () => {
    const make = (more: object, actor = systemActor(randomUUID())) => {
      const { letters, keeperPhone, ...text } = typed;
      const names = foundingNames(text.nameZh, text.nameEn);
      const given = { ...text, code: letters, host: 'wt.example', keeperPhone, names, ...more };
      return runCommand(t.database, actor, (tx) =>
        setUpNeighborhood(tx, { ...given, tokenHash: tokenHash(randomUUID()), setupCode: null }),
      );
    };
    good(await make({}));
    expect(refusal(await make({}))).toBe('access.slug-taken');
    expect(refusal(await make({ slug: 'next', host: 'WT.example' }))).toBe('access.host-taken');
    expect(refusal(await make({ slug: 'next', host: null, keeperPhone: 'x' }))).toBe(
      'access.phone-unreadable',
    );
    const person = { ...systemActor(randomUUID()), role: 'GB' as const };
    expect(refusal(await make({ slug: 'next', host: null }, person))).toBe('access.not-a-head');
    expect(await rows()).toEqual([{ slug: 'wutong', host: 'wt.example' }]);
  });
});
