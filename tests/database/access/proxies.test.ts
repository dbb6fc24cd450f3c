import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, ROLES, type Role } from '#kernel/actor.ts';
import { joinHome } from '#modules/access/commands/joining/join-home.ts';
import { leaveHome } from '#modules/access/commands/joining/leave-home.ts';
import { endProxy } from '#modules/access/commands/proxies/end-proxy.ts';
import { type RecordProxy, recordProxy } from '#modules/access/commands/proxies/record-proxy.ts';
import { reviewProxy } from '#modules/access/commands/proxies/review-proxy.ts';
import { action as myHomePage } from '#modules/access/pages/joining/my-home.page.server.ts';
import { principalsOf, proxyList } from '#modules/access/queries/proxies/proxies.ts';
import { changeConsent } from '#modules/matters/commands/citizen/change-consent.ts';
import { progress } from '#modules/matters/queries/resident/progress.ts';
import { demoAccount } from '#platform/auth/accounts.ts';
import { startSession } from '#platform/auth/sessions.ts';
import type { Tx } from '#platform/db/database.ts';
import { placeOfTest, productionServices, TestBrowser } from '../signing-in/browser.ts';
import {
  does,
  good,
  refusal,
  type SmallNeighborhood,
  smallNeighborhood,
  submitted,
} from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';

const START = new Date('2026-11-23T02:00:00Z');
const DAY = 86_400_000;
const daysOn = (days: number) => new Date(START.getTime() + days * DAY);

let t: TestDatabase;
let n: SmallNeighborhood;
let there: SmallNeighborhood;
/** The elder, who lives in the first flat, and the child, of the second. */
let elder: Actor;
let child: Actor;
beforeAll(async () => {
  t = await testDatabase(START);
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.now = START;
  n = await smallNeighborhood(t, 'AA');
  there = await smallNeighborhood(t, 'BB');
  [elder, child] = n.residents as [Actor, Actor];
});

const records = (by: Actor = n.as.RC, more: Partial<RecordProxy> = {}) =>
  does(t, by, (tx) =>
    recordProxy(tx, {
      principalId: elder.personId ?? '',
      proxyId: child.personId ?? '',
      consentKind: 'SPOKEN',
      consentWords: '电话里念了，她说好',
      ...more,
    }),
  );
const ends = (by: Actor, proxyId: string) => does(t, by, (tx) => endProxy(tx, { proxyId }));
const read = <T>(who: Actor, query: (tx: Tx) => Promise<T>) =>
  t.database.inTransaction(who, query, { now: t.clock.now });
/** The child as every page finds them while they act for the elder. */
const standingIn = (): Actor => ({
  ...child,
  role: 'RES',
  householdUnitIds: elder.householdUnitIds,
  onBehalfOf: elder.personId,
});

/** The child's phone, signed in. */
async function childsPhone(): Promise<TestBrowser> {
  const browser = new TestBrowser(productionServices(t), placeOfTest(n.id));
  const personId = child.personId ?? '';
  const accountId = await demoAccount(t.database, n.id, personId, START);
  const session = { accountId, neighborhoodId: n.id, personId, actingPostId: null, device: '' };
  browser.cookies.set('xs_session', await startSession(t.database, session, 'resident', START));
  return browser;
}
const chooses = (browser: TestBrowser) =>
  browser.post(myHomePage, '/my-home', { do: 'act-for', id: elder.personId ?? '' });

describe('somebody who acts for an elder', () => {
  it('chooses it, has the elder’s home and no post, and goes back to being themselves', async () => {
    good(await records());
    const browser = await childsPhone();
    expect(await browser.whoAmI()).toMatchObject({ actor: { onBehalfOf: null, role: 'OWN' } });
    expect((await chooses(browser)).status).toBe(303);
    const acting = await browser.whoAmI();
    expect(acting?.actor).toEqual(standingIn());
    expect(acting?.session).toMatchObject({ actingFor: { personId: elder.personId }, posts: [] });
    await browser.post(myHomePage, '/my-home', { do: 'act-self' });
    expect(await browser.whoAmI()).toMatchObject({ actor: { onBehalfOf: null, personId: child.personId } });
  });

  it('cannot choose somebody who agreed to nothing', async () => {
    const browser = await childsPhone();
    expect(await chooses(browser)).toMatchObject({ status: 422, refused: ['access.proxy-unknown'] });
    expect(await browser.whoAmI()).toMatchObject({ actor: { onBehalfOf: null } });
  });

  it('is only themselves with the next request after one call to the desk', async () => {
    const proxyId = good(await records());
    const browser = await childsPhone();
    await chooses(browser);
    good(await ends(n.as.RC2, proxyId));
    expect(await browser.whoAmI()).toMatchObject({ actor: { onBehalfOf: null, role: 'OWN' } });
    expect((await chooses(browser)).status).toBe(422);
  });

  it('reports for the elder: hers to see, marked in every event, and lost to the child when it ends', async () => {
    const proxyId = good(await records());
    const { matterId, code } = await submitted(
      t,
      n,
      { publishConsent: true, revealReporter: true },
      standingIn(),
    );
    const { rows } = await t.ownerPool.query(
      `select e.person_id, e.on_behalf_of, m.reporter_person_id, m.entered_by_person_id, m.publish_consent
         from platform.event e join matters.matter m on m.id = e.subject_id
        where m.id = $1 and e.kind = 'matters.submitted'`,
      [matterId],
    );
    expect(rows).toEqual([
      {
        person_id: child.personId,
        on_behalf_of: elder.personId,
        reporter_person_id: elder.personId,
        entered_by_person_id: null,
        // Ticked by the child, but a consent is the elder's own to give.
        publish_consent: false,
      },
    ]);
    const hers = await read(elder, (tx) => progress(tx, code, false));
    expect(hers?.timeline[0]).toMatchObject({ key: 'submitted', byProxy: true });
    expect(await read(standingIn(), (tx) => progress(tx, code, false))).not.toBeNull();
    good(await ends(elder, proxyId));
    expect(await read(child, (tx) => progress(tx, code, false))).toBeNull();
  });

  it('gives and takes back no consent, not even dressed up as the desk’s', async () => {
    good(await records());
    const { matterId, code } = await submitted(t, n, {}, elder);
    const consent = { matterId, purpose: 'PUBLISH_MATTER', state: 'GIVEN' } as const;
    const plain = await does(t, standingIn(), (tx) => changeConsent(tx, consent));
    const witnessPostId = n.as.RC.post?.postId ?? '';
    const dressed = await does(t, standingIn(), (tx) =>
      changeConsent(tx, { ...consent, how: 'PAPER', witnessPostId }),
    );
    expect([refusal(plain), refusal(dressed)]).toEqual(
      Array.from({ length: 2 }, () => 'matters.consent-is-ones-own'),
    );
    const offered = await read(standingIn(), (tx) => progress(tx, code, false));
    expect(offered?.actions).not.toContain('change-consent');
    expect((await read(elder, (tx) => progress(tx, code, false)))?.actions).toContain('change-consent');
  });

  it('joins and leaves no home for the elder, and names no other proxy', async () => {
    good(await records());
    const home = { unitId: n.units[3]!, name: '住户测试1', relation: 'TENANT', note: '', code: '' } as const;
    expect(refusal(await does(t, standingIn(), (tx) => joinHome(tx, home)))).toBe('access.not-for-others');
    const leave = await does(t, standingIn(), (tx) => leaveHome(tx, { unitId: n.units[0]! }));
    expect(refusal(leave)).toBe('access.not-for-others');
    const other = { proxyId: n.residents[2]?.personId ?? '' };
    expect(refusal(await records(standingIn(), other))).toBe('access.not-the-desk');
  });
});

describe('the consent', () => {
  it('is written down with who heard it, and asked again in a year', async () => {
    const id = good(await records(n.as.GB));
    const { rows } = await t.ownerPool.query('select * from access.proxy where id = $1', [id]);
    expect(rows[0]).toMatchObject({
      consent_kind: 'SPOKEN',
      consent_words: '电话里念了，她说好',
      recorded_by: n.as.GB.personId,
      recorded_in_post: n.as.GB.post?.postId,
      review_due: '2027-11-23',
    });
  });

  it('needs words, two people of this neighborhood, and somebody else to write it down', async () => {
    const codes = [
      await records(n.as.RC, { consentWords: '  ' }),
      await records(n.as.RC, { proxyId: elder.personId ?? '' }),
      await records(n.as.RC, { principalId: there.residents[0]?.personId ?? '' }),
      await records(n.as.RC, { proxyId: 'nobody' }),
      await records(n.as.RC, { proxyId: n.as.RC.personId ?? '' }),
    ];
    expect(codes.map(refusal)).toEqual([
      'access.consent-words-missing',
      'access.proxy-oneself',
      'access.proxy-person-unknown',
      'access.proxy-person-unknown',
      'access.proxy-is-recorder',
    ]);
    good(await records());
    expect(refusal(await records())).toBe('access.proxy-already');
  });

  for (const role of ROLES) {
    const may = (['RC', 'GB', 'SYS'] satisfies readonly Role[] as readonly Role[]).includes(role);
    it(`is ${may ? '' : 'not '}for ${role} to record, to renew and to list`, async () => {
      const id = good(await records());
      const as: Actor = { ...n.as.PC, role };
      const other = await records(as, { proxyId: n.residents[2]?.personId ?? '' });
      const renewed = await does(t, as, (tx) => reviewProxy(tx, { proxyId: id, words: '还同意' }));
      expect([other.ok, renewed.ok, (await read(as, proxyList)) !== null]).toEqual([may, may, may]);
      const ended = await ends(as, id);
      expect(ended.ok ? 'ended' : refusal(ended)).toBe(may ? 'ended' : 'access.proxy-unknown');
    });
  }
});

describe('a proxy', () => {
  it('is ended by the elder, by whoever acts and by the desk, once, and by nobody else', async () => {
    const told: string[] = [];
    for (const by of [elder, child, n.as.RC]) {
      const id = good(await records());
      expect(refusal(await ends(n.residents[2]!, id))).toBe('access.proxy-unknown');
      expect(refusal(await ends(there.as.RC, id))).toBe('access.proxy-unknown');
      good(await ends(by, id));
      expect(refusal(await ends(by, id))).toBe('access.proxy-unknown');
      const { rows } = await t.ownerPool.query('select ended_by from access.proxy where id = $1', [id]);
      told.push(rows[0].ended_by);
    }
    expect(told).toEqual(['PRINCIPAL', 'PROXY', 'STAFF']);
  });

  it('stands first in the list when overdue, works for thirty days more, then not until asked again', async () => {
    const id = good(await records());
    t.clock.now = daysOn(200);
    good(await records(n.as.RC, { proxyId: n.residents[2]?.personId ?? '' }));
    const mine = () => read(child, (tx) => principalsOf(tx, child.personId ?? ''));
    const list = async () => (await read(n.as.RC, proxyList))?.map((one) => one.standing);
    t.clock.now = daysOn(365 + 30);
    expect(await list()).toEqual(['OVERDUE', 'IN_FORCE']);
    expect(await mine()).toHaveLength(1);
    t.clock.now = daysOn(365 + 31);
    expect(await list()).toEqual(['SUSPENDED', 'IN_FORCE']);
    expect(await mine()).toEqual([]);
    const again = { proxyId: id, words: '又念了一遍，她说继续' };
    expect(refusal(await does(t, n.as.RC, (tx) => reviewProxy(tx, { ...again, words: '' })))).toBe(
      'access.consent-words-missing',
    );
    good(await does(t, n.as.RC, (tx) => reviewProxy(tx, again)));
    expect(await mine()).toMatchObject([{ standing: 'IN_FORCE' }]);
    expect(refusal(await does(t, there.as.RC, (tx) => reviewProxy(tx, again)))).toBe('access.proxy-unknown');
  });

  it('is unknown in another neighborhood', async () => {
    good(await records());
    expect(await read(there.as.RC, proxyList)).toEqual([]);
    const abroad = { ...child, neighborhoodId: there.id };
    expect(await read(abroad, (tx) => principalsOf(tx, child.personId ?? ''))).toEqual([]);
  });
});
