import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { readContact } from '#modules/matters/commands/handling/read-contact.ts';
import { acceptMatter } from '#modules/matters/commands/triage/accept-matter.ts';
import { exportTrail } from '#modules/oversight/commands/export-trail.ts';
import { recordVerification } from '#modules/oversight/commands/record-verification.ts';
import { levels } from '#modules/oversight/queries/levels.ts';
import { chainState } from '#modules/oversight/queries/trail-choices.ts';
import { trailList } from '#modules/oversight/queries/trail-list.ts';
import { exportedQuestion, trailLines } from '#modules/oversight/queries/trail-sheet.ts';
import { readCursor, type TrailQuestion, trailQuestion } from '#modules/oversight/rules/trail-question.ts';
import { verifyNeighborhood } from '#platform/audit/verify-neighborhoods.ts';
import {
  does,
  good,
  refusal,
  type SmallNeighborhood,
  smallNeighborhood,
  submitted,
} from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { postOfAuditor, postOfStreet } from './overseers.ts';

let t: TestDatabase;
let n: SmallNeighborhood;
let auditor: Actor;
let matterId: string;
let code: string;

const ask = (fields: Record<string, string>): TrailQuestion => trailQuestion((name) => fields[name] ?? null);
const list = (actor: Actor, fields: Record<string, string> = {}, after: string | null = null, limit = 50) =>
  t.database.inTransaction(actor, (tx) => trailList(tx, ask(fields), readCursor(after), limit));
const lines = async (actor: Actor, fields: Record<string, string> = {}) =>
  good(await list(actor, fields)).lines;

beforeAll(async () => {
  t = await testDatabase();
  n = await smallNeighborhood(t);
  auditor = await postOfAuditor(t, n);
  ({ matterId, code } = await submitted(t, n, { complainedOrgId: n.org.RC }));
  good(await does(t, n.as.GB, (tx) => acceptMatter(tx, { matterId, version: 1 })));
  t.clock.now = new Date('2026-11-23T03:00:00Z');
  good(await does(t, n.as.GB, (tx) => readContact(tx, { matterId, version: 2, reason: '约上门时间' })));
});
afterAll(() => t.close());

describe('the trail', () => {
  test('is read by auditors and the two heads, and by nobody else', async () => {
    for (const actor of [auditor, n.as.RC, n.as.GB]) expect((await list(actor)).ok).toBe(true);
    const others = [n.as.RC2, n.as.GB2, n.as.PC, n.as.OC, n.as.HO, n.as.AG, n.residents[0]!, n.anonymous];
    for (const actor of [...others, await postOfStreet(t, n)]) {
      expect(refusal(await list(actor))).toBe('oversight.not-yours-to-read');
    }
  });

  test('tells who looked at a contact, in which post and why, and who changed what', async () => {
    const [read] = await lines(auditor, { contacts: '1' });
    expect(read).toMatchObject({
      kind: null,
      reason: '约上门时间',
      who: { person: { name: 'GB测试', masked: false }, post: { nameZh: 'GB岗' } },
      subject: { name: { nameZh: code } },
    });
    const all = await lines(auditor, { code });
    expect(all.map(({ kind }) => kind)).toEqual([null, 'matters.accept', 'matters.submitted']);
  });

  test('names a resident by one character, and not at all to the organisation complained about', async () => {
    const submittedBy = async (actor: Actor) => {
      const found = await lines(actor, { kind: 'matters.submitted' });
      return found[0]!.who;
    };
    expect(await submittedBy(auditor)).toMatchObject({ person: { name: '住**' }, personId: null });
    expect(await submittedBy(n.as.RC)).toMatchObject({
      person: { name: null, masked: true },
      personId: null,
    });
    const reporter = n.residents[0]!.personId!;
    expect(await lines(n.as.RC, { person: reporter })).toEqual([]);
    expect(JSON.stringify(await lines(n.as.RC))).not.toContain(reporter);
  });

  test('is filtered by organisation, kind, code and day; what fits nothing finds nothing', async () => {
    expect((await lines(auditor, { org: n.org.GB })).map(({ kind }) => kind)).toEqual([
      null,
      'matters.accept',
    ]);
    expect(await lines(auditor, { org: n.org.PC })).toEqual([]);
    expect((await lines(auditor, { kind: 'matters.accept' })).length).toBe(1);
    expect(await lines(auditor, { code: 'ZJ-9999-0001' })).toEqual([]);
    expect(await lines(auditor, { code: "'; drop table x" })).toEqual([]);
    expect((await lines(auditor, { from: '2026-11-23', until: '2026-11-23' })).length).toBe(3);
    expect(await lines(auditor, { until: '2026-11-22' })).toEqual([]);
    expect(await lines(auditor, { behalf: '1' })).toEqual([]);
  });

  test('is turned over page by page without losing or repeating an entry', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { lines: readonly { id: string }[]; next: string | null } = good(
        await list(auditor, {}, after, 1),
      );
      seen.push(...page.lines.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(seen).toEqual((await lines(auditor)).map(({ id }) => id));
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('of another neighborhood is not there', async () => {
    const other = await smallNeighborhood(t, 'BB');
    const foreign = await postOfAuditor(t, other);
    expect(await lines(foreign)).toEqual([]);
    expect(await lines(foreign, { code })).toEqual([]);
    expect(await lines(foreign, { org: n.org.GB })).toEqual([]);
  });
});

describe('saving the trail', () => {
  test('needs a reason, is written down, and gives exactly what was asked, to that person, for a while', async () => {
    const question = ask({ contacts: '1' });
    expect(refusal(await does(t, auditor, (tx) => exportTrail(tx, { question, reason: ' ' })))).toBe(
      'oversight.export-needs-reason',
    );
    const { exportId } = good(
      await does(t, auditor, (tx) => exportTrail(tx, { question, reason: '信访核查' })),
    );
    const asked = (actor: Actor, id = exportId) =>
      t.database.inTransaction(actor, (tx) => exportedQuestion(tx, id));
    expect(await asked(auditor)).toEqual(question);
    expect(await asked(n.as.RC)).toBeNull();
    expect(await asked(auditor, randomUUID())).toBeNull();
    const rows = [];
    for await (const line of trailLines(t.database, auditor, question)) rows.push(line);
    expect(rows.map(({ reason }) => reason)).toEqual(['约上门时间']);
    const [logged] = await lines(auditor, { kind: 'oversight.trail-exported' });
    expect(logged).toMatchObject({ reason: '信访核查', who: { person: { name: '测试监督' } } });
    const before = t.clock.now;
    t.clock.now = new Date(before.getTime() + 16 * 60_000);
    expect(await asked(auditor)).toBeNull();
    t.clock.now = before;
  });
});

describe('the chain', () => {
  test('is checked on demand, and says when it was last, by whom, and where it broke', async () => {
    const check = async () => {
      const report = await verifyNeighborhood(t.database, n.id);
      good(await does(t, auditor, (tx) => recordVerification(tx, report)));
      return t.database.inTransaction(auditor, chainState);
    };
    expect(await check()).toMatchObject({ by: '测试监督', brokenAt: null });
    await t.ownerPool.query(
      "update platform.event set reason = 'never said' where neighborhood_id = $1 and seq = 2",
      [n.id],
    );
    expect(await check()).toMatchObject({ events: 1, brokenAt: '2' });
  });
});

describe('the levels below', () => {
  test('are the neighborhoods where the account holds such a post, each with its own counts', async () => {
    const second = await smallNeighborhood(t, 'CC');
    const third = await smallNeighborhood(t, 'DD');
    await submitted(t, second);
    await submitted(t, second);
    const account = randomUUID();
    await t.ownerPool.query(
      'insert into platform.account (id, login_name, password_hash, created_at) values ($1::uuid, $1::text, $2, now())',
      [account, 'x'],
    );
    const here = await postOfStreet(t, n);
    const there = await postOfAuditor(t, second);
    const belong = (neighborhood: string, person: string | null) =>
      t.ownerPool.query(
        'insert into platform.account_person (account_id, neighborhood_id, person_id) values ($1, $2, $3)',
        [account, neighborhood, person],
      );
    await belong(n.id, here.personId);
    await belong(second.id, there.personId);
    await belong(third.id, third.as.RC.personId);
    const seen = await levels(t.database, account, t.clock.now);
    expect(new Map(seen.map(({ neighborhoodId, counts }) => [neighborhoodId, counts.open]))).toEqual(
      new Map([
        [n.id, 1],
        [second.id, 2],
      ]),
    );
    expect(await levels(t.database, randomUUID(), t.clock.now)).toEqual([]);
  });
});
