import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { readContact } from '#modules/matters/commands/handling/read-contact.ts';
import { answerRequest } from '#modules/privacy/commands/answer-request.ts';
import { askRequest } from '#modules/privacy/commands/ask-request.ts';
import { changeMyConsent } from '#modules/privacy/commands/change-my-consent.ts';
import { printOwnData } from '#modules/privacy/commands/print-own-data.ts';
import { withdrawRequest } from '#modules/privacy/commands/withdraw-request.ts';
import { myConsents } from '#modules/privacy/queries/my-consents.ts';
import { myData } from '#modules/privacy/queries/my-data.ts';
import { PERSON_COLUMNS } from '#modules/privacy/rules/coverage.ts';
import { verifyChain } from '#platform/audit/events.ts';
import {
  does,
  good,
  refusal,
  type SmallNeighborhood,
  smallNeighborhood,
  submitted,
} from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';

let t: TestDatabase;
let n: SmallNeighborhood;
let me: Actor;
let you: Actor;

beforeAll(async () => {
  t = await testDatabase();
});
afterAll(async () => {
  await t.close();
});
beforeEach(async () => {
  n = await smallNeighborhood(t);
  [me, you] = [n.residents[0]!, n.residents[1]!];
});

const PHONE = '13800001234';
const mine = { reporterPhone: PHONE, reporterName: '住户测试1' };
const dataOf = async (actor: Actor) => good(await t.database.inTransaction(actor, myData));
const part = async (actor: Actor, kind: string) =>
  (await dataOf(actor)).parts.find((one) => one.kind === kind)?.rows ?? [];
const ask = (actor: Actor, kind: 'CORRECT' | 'DELETE' | 'EXPLAIN' = 'DELETE') =>
  does(t, actor, (tx) => askRequest(tx, { kind, text: '请删掉我的电话' }));
const answer = (actor: Actor, requestId: string, state: 'DONE' | 'PARTLY' | 'REFUSED' = 'DONE') =>
  does(t, actor, (tx) => answerRequest(tx, { requestId, version: 1, state, answer: '已经去掉了。' }));

describe('my data', () => {
  it('shows what is held, by kind, the phone in full to its owner', async () => {
    const { code } = await submitted(t, n, mine);
    expect(await part(me, 'person')).toMatchObject([{ name: '住户测试1' }]);
    expect(await part(me, 'homes')).toMatchObject([{ code: 'ZJ-B01-S01-0101' }]);
    expect(await part(me, 'matters')).toMatchObject([{ code, phone: PHONE, reporterName: '住户测试1' }]);
  });

  it('cannot show another person’s', async () => {
    await submitted(t, n, mine);
    expect(JSON.stringify(await dataOf(you))).not.toContain(PHONE);
    expect(await part(you, 'matters')).toEqual([]);
  });

  it('cannot be seen by a proxy, nor by somebody who has not signed in', async () => {
    const proxy = { ...you, onBehalfOf: me.personId };
    expect(refusal(await t.database.inTransaction(proxy, myData))).toBe('privacy.not-by-proxy');
    expect(refusal(await t.database.inTransaction(n.anonymous, myData))).toBe('privacy.not-yours');
  });

  it('says who saw how to reach me: post and organisation, the name masked, when and why', async () => {
    const { matterId } = await submitted(t, n, mine);
    good(await does(t, n.as.RC, (tx) => readContact(tx, { matterId, reason: '回电话' })));
    const { reads } = await dataOf(me);
    expect(reads).toMatchObject([
      { org: { nameZh: '测试RC' }, post: { nameZh: 'RC岗' }, name: 'R**', about: 'matter', reason: '回电话' },
    ]);
    expect((await dataOf(you)).reads).toEqual([]);
  });

  it('in another neighborhood holds nothing of this one', async () => {
    await submitted(t, n, mine);
    const other = await smallNeighborhood(t, 'CS');
    const stray = { ...me, neighborhoodId: other.id };
    expect(await dataOf(stray)).toEqual({ parts: [], reads: [] });
  });
});

describe('printed at the desk', () => {
  const print = (actor: Actor, personId: string, reason = '本人到窗口要求') =>
    does(t, actor, (tx) => printOwnData(tx, { personId, reason }));

  it('the person sees that it was, and by which post', async () => {
    good(await print(n.as.RC, me.personId!));
    expect((await dataOf(me)).reads).toMatchObject([{ post: { nameZh: 'RC岗' }, about: 'person' }]);
  });

  it('cannot be done without a reason, by others, or for somebody of elsewhere', async () => {
    expect(refusal(await print(n.as.RC, me.personId!, ' '))).toBe('privacy.say-why');
    for (const who of ['PC', 'OC', 'HO', 'AG'] as const)
      expect(refusal(await print(n.as[who], me.personId!))).toBe('privacy.not-yours');
    expect(refusal(await print(you, me.personId!))).toBe('privacy.not-yours');
    const other = await smallNeighborhood(t, 'CS');
    expect(refusal(await print(other.as.RC, me.personId!))).toBe('privacy.person-not-found');
  });
});

describe('requests', () => {
  it('are answered within 15 working days; a deletion takes me out of closed matters and leaves the chain whole', async () => {
    const { matterId } = await submitted(t, n, { ...mine, description: '楼下漏水，请打13800001234' });
    const open = await submitted(t, n, mine);
    await t.ownerPool.query(
      "update matters.matter set status = 'CLOSED_CONFIRMED', closed_at = $2 where id = $1",
      [matterId, t.clock.now],
    );
    const { id, dueOn } = good(await ask(me));
    expect(dueOn).toBe('2026-12-14');
    expect(good(await answer(n.as.RC, id)).matters).toBe(1);
    const row = async (which: string) =>
      (await t.ownerPool.query('select * from matters.matter where id = $1', [which])).rows[0];
    expect(await row(matterId)).toMatchObject({
      reporter_name: null,
      reporter_phone_cipher: null,
      reporter_phone_index: null,
      reporter_person_id: null,
      household_unit_id: null,
      status: 'CLOSED_CONFIRMED',
      reporter_kind: 'PERSON',
      description: '楼下漏水，请打***',
    });
    expect(await row(open.matterId)).toMatchObject({ reporter_name: '住户测试1' });
    expect((await t.database.inTransaction(n.as.GB, verifyChain)).brokenAt).toBeNull();
    expect(await part(me, 'requests')).toMatchObject([{ state: { code: 'DONE' }, answer: '已经去掉了。' }]);
  });

  it('cannot be answered twice, by oneself, by others than coordinators, or in another neighborhood', async () => {
    const { id } = good(await ask(me));
    for (const who of ['PC', 'OC'] as const)
      expect(refusal(await answer(n.as[who], id))).toBe('privacy.not-yours');
    const other = await smallNeighborhood(t, 'CS');
    expect(refusal(await answer(other.as.RC, id))).toBe('privacy.request-not-found');
    const own = good(await ask(n.as.RC, 'EXPLAIN'));
    expect(refusal(await answer(n.as.RC, own.id))).toBe('privacy.own-request');
    good(await answer(n.as.RC, id, 'REFUSED'));
    expect(refusal(await answer(n.as.GB, id))).toBe('privacy.request-answered');
  });

  it('cannot be taken back by somebody else, nor pile up', async () => {
    const { id } = good(await ask(me));
    expect(refusal(await does(t, you, (tx) => withdrawRequest(tx, { requestId: id })))).toBe(
      'privacy.request-not-found',
    );
    good(await does(t, me, (tx) => withdrawRequest(tx, { requestId: id })));
    for (let i = 0; i < 5; i++) good(await ask(me));
    expect(refusal(await ask(me))).toBe('privacy.too-many-requests');
  });
});

describe('consents in one place', () => {
  it('lists my matters on which a consent means something, and one tap changes it', async () => {
    const { matterId } = await submitted(t, n, {
      category: 'E01',
      description: '楼上太吵',
      publishConsent: true,
    });
    await submitted(t, n);
    const seen = await t.database.inTransaction(me, myConsents);
    expect(seen.matters).toMatchObject([
      { matterId, consents: [{ purpose: 'PUBLISH_MATTER', given: true }] },
    ]);
    const change = (actor: Actor) =>
      does(t, actor, (tx) =>
        changeMyConsent(tx, { matterId, purpose: 'PUBLISH_MATTER', state: 'WITHDRAWN' }),
      );
    expect(refusal(await change(you))).toBe('matters.not-yours-to-do');
    good(await change(me));
    expect((await t.database.inTransaction(me, myConsents)).matters).toMatchObject([
      { consents: [{ purpose: 'PUBLISH_MATTER', given: false }] },
    ]);
  });
});

describe('nothing is forgotten', () => {
  it('every column that names a person has its place in my data', async () => {
    const { rows } = await t.ownerPool.query<{ name: string }>(
      `select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
        where column_name ~ '(^|_)person_id$' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    expect(rows.map(({ name }) => name).filter((name) => !(name in PERSON_COLUMNS))).toEqual([]);
  });

  it('every place that opens a phone is known, and shows it only to its owner or logs the reading', () => {
    const root = join(import.meta.dirname, '../../../src');
    const opening = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.startsWith('modules/') && /\.ts$/.test(path) && !path.includes('.test.'))
      .filter((path) => /vault\s*\.decrypt\(/.test(readFileSync(join(root, path), 'utf8')));
    const logs = opening.filter((path) => readFileSync(join(root, path), 'utf8').includes('logContactRead('));
    expect(logs).toContain('modules/matters/commands/handling/read-contact.ts');
    // To the person themselves, after the caller logged the reading, or to write a staged row into the register.
    const shownToNobodyElse = [
      'modules/matters/queries/resident/own-data.ts',
      // Masked before it leaves the query.
      'modules/meetings/queries/hearing/desk-hearings.ts',
      // A name, never a phone: who objected, for the receiver alone, and to find it in an answer before it is public.
      'modules/notices/commands/public/unnamed.part.ts',
      'modules/notices/queries/public/public-notice-detail.ts',
      'modules/registry/commands/import/engine/commit-units.ts',
      'modules/registry/queries/people/own-register.ts',
      'modules/registry/queries/people/people.ts',
      // Masked before it leaves the query.
      'modules/registry/queries/people/person-file.ts',
      'modules/registry/store/import/staging.ts',
    ];
    expect(opening.filter((path) => !logs.includes(path)).sort()).toEqual(shownToNobodyElse);
  });
});
