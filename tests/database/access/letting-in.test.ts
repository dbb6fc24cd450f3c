import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, ROLES, type Role } from '#kernel/actor.ts';
import { closeCards } from '#modules/access/commands/joining/close-cards.ts';
import { decideRequest } from '#modules/access/commands/joining/decide-request.ts';
import { type JoinHome, joinHome } from '#modules/access/commands/joining/join-home.ts';
import { leaveHome } from '#modules/access/commands/joining/leave-home.ts';
import { makeCards } from '#modules/access/commands/joining/make-cards.ts';
import { withdrawRequest } from '#modules/access/commands/joining/withdraw-request.ts';
import { loader as joinForm, action as joinPage } from '#modules/access/pages/joining/join.page.server.ts';
import { cardsOf } from '#modules/access/queries/joining/cards-of.ts';
import { joinQueue, waitingToJoin } from '#modules/access/queries/joining/join-queue.ts';
import { myHome } from '#modules/access/queries/joining/my-home.ts';
import { PHONE_TAIL_INDEX } from '#modules/registry/contract.ts';
import { householdUnitsOf, isOwner, personForPhone } from '#modules/registry/facade.server.ts';
import { demoAccount } from '#platform/auth/accounts.ts';
import { startSession } from '#platform/auth/sessions.ts';
import type { Tx } from '#platform/db/database.ts';
import { placeOfTest, productionServices, TestBrowser } from '../signing-in/browser.ts';
import { does, good, refusal, type SmallNeighborhood, smallNeighborhood } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';

const START = new Date('2026-11-23T02:00:00Z');
const DAY = 86_400_000;

let t: TestDatabase;
let n: SmallNeighborhood;
let there: SmallNeighborhood;
beforeAll(async () => {
  t = await testDatabase(START);
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.now = START;
  n = await smallNeighborhood(t, 'AA');
  there = await smallNeighborhood(t, 'BB');
});

/** Somebody who has signed in with a phone nobody knew, as an actor without a home. */
async function signedIn(phone: string, place = n): Promise<Actor> {
  const known = good(await does(t, place.anonymous, (tx) => personForPhone(tx, { phone })));
  return { ...place.anonymous, role: 'RES', personId: known.personId };
}

/** Gives the register a phone for the owner of a flat. */
async function phoneOfOwner(flat: number, phone: string): Promise<void> {
  await t.ownerPool.query(`update registry.person set phone_tail_index = $2 where id = $1`, [
    n.residents[flat]?.personId,
    t.vault.index(PHONE_TAIL_INDEX, phone.slice(-4)),
  ]);
}

const joins = (who: Actor, more: Partial<JoinHome> = {}, now?: Date) =>
  does(
    t,
    who,
    (tx) =>
      joinHome(tx, {
        unitId: n.units[0]!,
        name: '住户测试1',
        relation: 'OWNER',
        note: '',
        code: '',
        ...more,
      }),
    now,
  );
const read = <T>(who: Actor, query: (tx: Tx) => Promise<T>) =>
  t.database.inTransaction(who, query, { now: t.clock.now });
const homes = (who: Actor, day = '2026-11-23') =>
  read(who, (tx) => householdUnitsOf(tx, who.personId ?? '', day));
const cards = async (by = n.as.RC, unitIds: readonly string[] = []) =>
  good(await does(t, by, (tx) => makeCards(tx, { stairwellId: n.stairwellId, unitIds })));
const requestOf = async (who: Actor): Promise<string> =>
  (await read(who, (tx) => myHome(tx, who.personId ?? ''))).requests[0]?.id ?? '';
const decides = (by: Actor, requestId: string, admit = true) =>
  does(t, by, (tx) =>
    decideRequest(
      tx,
      admit ? { requestId, admit } : { requestId, admit: false, because: 'WRONG_UNIT', text: '像是二楼' },
    ),
  );

describe('a household card', () => {
  it('is made for every dwelling of the entrance, and only its hash is kept', async () => {
    const made = await cards();
    expect(made.map((card) => card.room)).toEqual(['0101', '0102', '0201', '0202']);
    expect(new Set(made.map((card) => card.code)).size).toBe(4);
    const { rows } = await t.ownerPool.query(
      'select * from access.household_card where neighborhood_id = $1',
      [n.id],
    );
    const { rows: events } = await t.ownerPool.query(
      `select data from platform.event where neighborhood_id = $1 and kind = 'access.cards-made'`,
      [n.id],
    );
    expect(rows).toHaveLength(4);
    for (const { code } of made) expect(JSON.stringify([rows, events])).not.toContain(code);
  });

  it('lets the family in, one after the other, as the register then says', async () => {
    const [card] = await cards();
    const daughter = await signedIn('13800001111');
    const tenant = await signedIn('13800002222');
    const typed = `${card!.code.slice(0, 4).toLowerCase()} - ${card!.code.slice(4)}`;
    expect(
      good(await joins(daughter, { code: typed, name: '测试女儿', relation: 'HOUSEHOLD_MEMBER' })),
    ).toEqual({ kind: 'IN' });
    expect(good(await joins(tenant, { code: card!.code, name: '测试租客', relation: 'TENANT' }))).toEqual({
      kind: 'IN',
    });
    for (const who of [daughter, tenant]) {
      expect(await homes(who)).toEqual([n.units[0]]);
      expect(await read(who, (tx) => isOwner(tx, who.personId ?? '', '2026-11-23'))).toBe(false);
    }
    const page = await read(n.as.RC, (tx) => cardsOf(tx, n.stairwellId));
    expect(page?.chosen?.homes.map((home) => home.uses)).toEqual([2, 0, 0, 0]);
    expect(refusal(await joins(tenant, { code: card!.code, name: '测试租客' }))).toBe('access.home-already');
  });

  it('makes nobody an owner whom the register does not know', async () => {
    const [card] = await cards();
    const stranger = await signedIn('13800001111');
    expect(good(await joins(stranger, { code: card!.code, name: '测试路人' }))).toEqual({ kind: 'ASKED' });
    expect(await homes(stranger)).toEqual([]);
  });

  it('stands for the phone of an owner whose phone the register has not', async () => {
    const [card] = await cards();
    const owner = await signedIn('13800001111');
    expect(good(await joins(owner, { code: card!.code }))).toEqual({ kind: 'IN' });
    expect(await read(owner, (tx) => isOwner(tx, owner.personId ?? '', '2026-11-23'))).toBe(true);
  });

  it('opens only its own home, whatever unit is sent along', async () => {
    const [, second] = await cards();
    const who = await signedIn('13800001111');
    const given = { code: second!.code, name: '测试儿子', relation: 'HOUSEHOLD_MEMBER' } as const;
    good(await joins(who, { ...given, unitId: n.units[3]! }));
    expect(await homes(who)).toEqual([n.units[1]]);
  });

  it('is over when a new one is made, when the desk closes it, and after sixty days, always in the same words', async () => {
    const who = await signedIn('13800001111');
    const tries = (code: string, now?: Date) =>
      joins(who, { code, name: '测试儿子', relation: 'HOUSEHOLD_MEMBER' }, now);
    const [old] = await cards();
    const [fresh] = await cards(n.as.GB, [n.units[0]!]);
    const answers = [await tries(old!.code)];
    answers.push(await tries(fresh!.code, new Date(START.getTime() + 60 * DAY)));
    expect(good(await does(t, n.as.RC2, (tx) => closeCards(tx, { stairwellId: n.stairwellId })))).toBe(4);
    answers.push(await tries(fresh!.code), await tries('ACDE-FGHJ'), await tries('0000-0000'));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(refusal(answers[0]!)).toBe('access.card-unknown');
    expect(await homes(who)).toEqual([]);
  });

  it('opens nothing in another neighborhood', async () => {
    const [card] = await cards();
    const who = await signedIn('13800001111', there);
    const given = { code: card!.code, name: '测试儿子', relation: 'HOUSEHOLD_MEMBER' } as const;
    expect(refusal(await joins(who, given))).toBe('access.card-unknown');
    const foreign = () =>
      does(t, there.as.RC, (tx) => makeCards(tx, { stairwellId: n.stairwellId, unitIds: [] }));
    expect(refusal(await foreign())).toBe('access.no-homes-here');
    expect((await read(there.as.RC, (tx) => cardsOf(tx, n.stairwellId)))?.chosen).toBeNull();
  });

  it('is not guessed: after twelve tries in an hour nobody is told anything, not even with the right code', async () => {
    const [card] = await cards();
    const browser = new TestBrowser(productionServices(t), placeOfTest(n.id));
    const who = await signedIn('13800001111');
    const personId = who.personId ?? '';
    const accountId = await demoAccount(t.database, n.id, personId, START);
    const session = { accountId, neighborhoodId: n.id, personId, actingPostId: null, device: '' };
    browser.cookies.set('xs_session', await startSession(t.database, session, 'resident', START));
    const form = { name: '测试儿子', relation: 'HOUSEHOLD_MEMBER', requestKey: randomUUID() };
    for (let tries = 0; tries < 12; tries += 1) {
      const answer = await browser.post(joinPage, '/join', {
        ...form,
        code: `ACDE-FGH${'ACDEFGHJKMNP'[tries]}`,
      });
      expect(answer).toMatchObject({ status: 422, refused: ['access.card-unknown'] });
    }
    const right = await browser.post(joinPage, '/join', { ...form, code: card!.code });
    expect(right).toMatchObject({ status: 429, refused: ['access.too-many-tries'] });
    const scanned = await browser.get(joinForm, `/join?c=${card!.code}`);
    expect(scanned.data).toMatchObject({ home: null });
    expect(await homes(who)).toEqual([]);
  });
});

describe('without a card', () => {
  it('name and phone tail of the register let in at once; the phone of the session counts, not a typed one', async () => {
    await phoneOfOwner(0, '13900004321');
    const owner = await signedIn('13800004321');
    expect(good(await joins(owner, { name: '住户 测试1' }))).toEqual({ kind: 'IN' });
    expect(await homes(owner)).toEqual([n.units[0]]);
    expect(await read(owner, (tx) => isOwner(tx, owner.personId ?? '', '2026-11-23'))).toBe(true);
  });

  it('everybody else waits, and is told the same whatever the register says', async () => {
    await phoneOfOwner(0, '13900004321');
    const otherPhone = await joins(await signedIn('13800009999'));
    const otherName = await joins(await signedIn('13800004321'), { name: '测试路人' });
    const neither = await joins(await signedIn('13800008888'), { name: '测试路人' });
    for (const answer of [otherPhone, otherName, neither])
      expect(answer).toEqual({ ok: true, value: { kind: 'ASKED' } });
    const queue = await read(n.as.RC, joinQueue);
    expect(queue?.waiting.map((one) => one.finding)).toEqual([
      'PHONE_DIFFERS',
      'NAME_UNKNOWN',
      'NAME_AND_PHONE_DIFFER',
    ]);
    expect(queue?.waiting[0]?.maskedPhone).toMatch(/^138\*+9999$/);
  });

  it('one asks once for a home, and five times a day', async () => {
    const who = await signedIn('13800001111');
    const asks = (unit: number, minute: number) =>
      joins(who, { unitId: n.units[unit]!, name: '测试路人' }, new Date(START.getTime() + minute * 60_000));
    const withdraws = async () => {
      const requestId = await requestOf(who);
      good(await does(t, who, (tx) => withdrawRequest(tx, { requestId })));
    };
    for (const unit of [0, 1, 2, 3]) good(await asks(unit, unit));
    expect(refusal(await asks(0, 4))).toBe('access.asked-already');
    await withdraws();
    good(await asks(3, 5));
    await withdraws();
    expect(refusal(await asks(3, 6))).toBe('access.too-many-asked');
    good(await asks(3, 24 * 60 + 1));
  });

  it('a home of another neighborhood is not there', async () => {
    const who = await signedIn('13800001111', there);
    const answer = await joins(who);
    expect(await read(n.as.RC, joinQueue)).toMatchObject({ n: 0 });
    expect(refusal(answer)).toBe('access.home-unknown');
  });
});

describe('a request', () => {
  it('is admitted: the home is theirs, the desk is named, the queue is empty', async () => {
    const who = await signedIn('13800001111');
    good(await joins(who, { name: '测试租客', relation: 'TENANT' }));
    t.clock.now = new Date(START.getTime() + 3 * DAY);
    expect(await read(n.as.RC, waitingToJoin)).toEqual({ n: 1, oldest: START });
    const requestId = await requestOf(who);
    good(await decides(n.as.RC, requestId));
    expect(await homes(who, '2026-11-26')).toEqual([n.units[0]]);
    expect(await read(n.as.RC, waitingToJoin)).toEqual({ n: 0, oldest: null });
    expect(refusal(await decides(n.as.GB, requestId, false))).toBe('access.request-decided');
    const { rows } = await t.ownerPool.query(
      `select person_id, post_id, from_state, to_state from platform.event where subject_id = $1 order by seq`,
      [requestId],
    );
    expect(rows[1]).toMatchObject({ person_id: n.as.RC.personId, post_id: n.as.RC.post?.postId });
    expect(rows.map((row) => [row.from_state, row.to_state])).toEqual([
      [null, 'REQUESTED'],
      ['REQUESTED', 'ADMITTED'],
    ]);
  });

  it('of an owner with a new phone makes them the owner of the register, not a second one', async () => {
    await phoneOfOwner(0, '13900004321');
    const who = await signedIn('13800001111');
    good(await joins(who));
    good(await decides(n.as.RC, await requestOf(who)));
    const { rows } = await t.ownerPool.query(
      'select person_id, relation from registry.unit_holder where unit_id = $1 and to_day is null',
      [n.units[0]],
    );
    expect(rows).toEqual([{ person_id: who.personId, relation: 'OWNER' }]);
  });

  it('of somebody who says they own what another owns is not admitted by mistake', async () => {
    const who = await signedIn('13800001111');
    good(await joins(who, { name: '测试路人' }));
    expect(refusal(await decides(n.as.RC, await requestOf(who)))).toBe('registry.owner-is-sole');
    expect(await read(n.as.RC, waitingToJoin)).toMatchObject({ n: 1 });
  });

  it('is refused with a reason the resident reads; "other" needs words', async () => {
    const who = await signedIn('13800001111');
    good(await joins(who));
    const requestId = await requestOf(who);
    const mute = { requestId, admit: false, because: 'OTHER', text: ' ' } as const;
    expect(refusal(await does(t, n.as.RC, (tx) => decideRequest(tx, mute)))).toBe(
      'access.refusal-words-missing',
    );
    good(await decides(n.as.RC, requestId, false));
    const mine = await read(who, (tx) => myHome(tx, who.personId ?? ''));
    expect(mine.requests[0]).toMatchObject({
      state: 'REFUSED',
      refusedBecause: 'WRONG_UNIT',
      refusedText: '像是二楼',
    });
    expect(await homes(who)).toEqual([]);
  });

  it('is nobody else’s to see, to withdraw or to decide', async () => {
    const who = await signedIn('13800001111');
    good(await joins(who));
    const requestId = await requestOf(who);
    const other = await signedIn('13800002222');
    expect(refusal(await does(t, other, (tx) => withdrawRequest(tx, { requestId })))).toBe(
      'access.request-unknown',
    );
    expect((await read(other, (tx) => myHome(tx, other.personId ?? ''))).requests).toEqual([]);
    expect(refusal(await decides(there.as.RC, requestId))).toBe('access.request-unknown');
    expect((await read(there.as.RC, joinQueue))?.waiting).toEqual([]);
    expect(refusal(await decides({ ...n.as.RC, personId: who.personId }, requestId))).toBe(
      'access.request-is-own',
    );
    good(await does(t, who, (tx) => withdrawRequest(tx, { requestId })));
    expect(refusal(await decides(n.as.RC, requestId))).toBe('access.request-decided');
  });

  it('two who decide at the same moment decide once', async () => {
    const who = await signedIn('13800001111');
    good(await joins(who, { name: '测试租客', relation: 'TENANT' }));
    const requestId = await requestOf(who);
    const answers = await Promise.all([decides(n.as.RC, requestId), decides(n.as.GB, requestId, false)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });
});

describe('a home', () => {
  it('is left by its tenant, never by its owner', async () => {
    const [card] = await cards();
    const tenant = await signedIn('13800001111');
    good(await joins(tenant, { code: card!.code, name: '测试租客', relation: 'TENANT' }));
    t.clock.now = new Date(START.getTime() + DAY);
    good(await does(t, tenant, (tx) => leaveHome(tx, { unitId: n.units[0]! })));
    expect(await read(tenant, (tx) => householdUnitsOf(tx, tenant.personId ?? '', '2026-11-25'))).toEqual([]);
    const owner = n.residents[0]!;
    expect(refusal(await does(t, owner, (tx) => leaveHome(tx, { unitId: n.units[0]! })))).toBe(
      'registry.owners-do-not-leave',
    );
    expect(refusal(await does(t, owner, (tx) => leaveHome(tx, { unitId: n.units[1]! })))).toBe(
      'registry.holding-unknown',
    );
  });
});

/** Written out from the brief: the desk of the committee and the branch, and the program. */
const LETS_IN: readonly Role[] = ['RC', 'GB', 'SYS'];

describe('who lets in', () => {
  for (const role of ROLES) {
    const may = LETS_IN.includes(role);
    it(`${role} ${may ? 'makes cards and decides' : 'makes no cards, decides nothing and sees no queue'}`, async () => {
      const as: Actor = { ...n.as.PC, role };
      const who = await signedIn('13800001111');
      good(await joins(who, { name: '测试租客', relation: 'TENANT' }));
      const made = await does(t, as, (tx) => makeCards(tx, { stairwellId: n.stairwellId, unitIds: [] }));
      const decided = await decides(as, await requestOf(who));
      const queue = await read(as, joinQueue);
      expect([made.ok, decided.ok, queue !== null]).toEqual([may, may, may]);
      if (!may) {
        expect([refusal(made), refusal(decided)]).toEqual(['access.not-the-desk', 'access.not-the-desk']);
        expect(await read(as, waitingToJoin)).toEqual({ n: 0, oldest: null });
      }
    });
  }
});
