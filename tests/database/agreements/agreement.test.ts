import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '#kernel/actor.ts';
import { askNewCommittee } from '#modules/agreements/commands/agreement/ask-parties-anew.ts';
import { leaveAgreement } from '#modules/agreements/commands/agreement/leave-agreement.ts';
import { subscriptions } from '#modules/agreements/subscriptions.server.ts';
import { tellPassedOn } from '#modules/registry/commands/organisations/replace-property-company.ts';
import { readOn } from '#platform/outbox/subscription.ts';
import { does, good, refusal, type SmallNeighborhood, smallNeighborhood } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { agreeing, at } from './agreement-draft.ts';

let t: TestDatabase;
let n: SmallNeighborhood;
let a: ReturnType<typeof agreeing>;
beforeAll(async () => {
  t = await testDatabase(at('2026-01-01'));
});
beforeEach(async () => {
  n = await smallNeighborhood(t);
  a = agreeing(t, n);
});
afterAll(() => t.close());

const asked = () =>
  a.rows(
    'select organisation_id from agreements.party where asked_at is not null and neighborhood_id = $1',
    n.id,
  );

describe('the co-building agreement', () => {
  it('is drafted by the general branch alone, for one to three years, and says what it does not replace', async () => {
    for (const actor of [n.as.RC, n.as.OC, n.as.PC, n.residents[0]!, n.anonymous])
      expect(refusal(await a.draft({}, actor))).toBe('agreements.agreement-not-yours');
    expect(refusal(await a.draft({ statement: ' ' }))).toBe('agreements.statement-missing');
    for (const endsOn of ['2027-01-06', '2029-01-09'])
      expect(refusal(await a.draft({ endsOn }))).toBe('agreements.term-length');
    good(await a.draft({}, n.as.GB2));
  });

  it('opens for signing after everybody had seven days and with two parties at least', async () => {
    const { id } = good(await a.draft());
    const open = { id, step: 'open-signing' as const, explanation: '没有不同意见，照原稿签。' };
    expect(refusal(await a.move({ ...open, version: 1 }, '2026-01-08'))).toBe(
      'agreements.agreement-step-impossible',
    );
    const consult = { id, step: 'consult-agreement' as const };
    expect(refusal(await a.move({ ...consult, version: 1, until: '2026-01-04' }, '2025-12-30'))).toBe(
      'agreements.consultation-too-short',
    );
    good(await a.move({ ...consult, version: 1, until: '2026-01-07' }, '2025-12-30'));
    expect(refusal(await a.move({ ...open, version: 2 }, '2026-01-07'))).toBe('agreements.still-consulting');
    expect(refusal(await a.move({ ...open, version: 2 }, '2026-01-08'))).toBe('agreements.two-parties');
  });

  it('changed while people comment goes back to a draft, and never changes once signing has opened', async () => {
    const { id } = good(await a.draft());
    good(await a.move({ id, version: 1, step: 'consult-agreement', until: '2026-01-07' }, '2025-12-30'));
    expect(refusal(await a.party(id, 2, n.org.PC))).toBe('agreements.not-a-draft');
    good(await a.draft({ id, version: 2, aims: '改过的目标：一起把事办好。' }));
    expect(await a.state(id)).toBe('DRAFTING');
    good(await a.move({ id, version: 3, step: 'withdraw-agreement' }, '2026-01-02'));
  });

  it('once signing has opened changes no more', async () => {
    const id = await a.opened();
    expect(refusal(await a.draft({ id, version: await a.version(id) }))).toBe(
      'agreements.agreement-sealed-already',
    );
    expect(refusal(await a.party(id, await a.version(id), n.org.HO))).toBe('agreements.not-a-draft');
    expect(refusal(await a.commitment(id, await a.version(id), n.as.PC))).toBe('agreements.not-a-draft');
  });

  it('binds nobody with one signature, and those who signed from the second on', async () => {
    const id = await a.opened();
    good(await a.sign(id, n.as.GB));
    expect(await a.state(id)).toBe('SIGNING');
    good(await a.sign(id, n.as.PC));
    expect(await a.state(id)).toBe('EFFECTIVE');
    good(await a.sign(id, n.as.OC, { day: '2026-03-02' }));
    expect(refusal(await a.sign(id, n.as.OC, { day: '2026-03-02' }))).toBe('agreements.signed-already');
  });

  it('is signed by heads of its parties, and only as they saw it', async () => {
    const id = await a.opened();
    expect(refusal(await a.sign(id, n.as.GB2))).toBe('agreements.agreement-not-yours');
    expect(refusal(await a.sign(id, n.residents[0]!))).toBe('agreements.agreement-not-yours');
    expect(refusal(await a.sign(id, n.as.HO))).toBe('agreements.not-a-party');
    expect(refusal(await a.sign(id, n.as.PC, { seal: 'of another text' }))).toBe('agreements.another-text');
    expect(refusal(await a.sign(id, n.as.PC, { day: '2027-01-08' }))).toBe('agreements.not-open-for-signing');
    const other = await smallNeighborhood(t);
    expect(refusal(await a.sign(id, other.as.PC))).toBe('agreements.agreement-not-found');
  });

  it('keeps with each signature a hash of exactly what was signed, the annex with its reservation included', async () => {
    const id = await a.opened();
    good(await a.sign(id, n.as.GB));
    good(await a.sign(id, n.as.OC, { reservation: '第三条：停车费另议。' }));
    const signed = await a.rows(
      'select sealed, reservation, post_id from agreements.signature where agreement_id = $1',
      id,
    );
    expect(new Set(signed.map((one) => one.sealed)).size).toBe(2);
    expect(signed.map((one) => one.reservation)).toContain('第三条：停车费另议。');
    await expect(
      t.database.inTransaction(n.as.GB, (tx) =>
        tx
          .schema('agreements')
          .updateTable('agreements.signature' as never)
          .set({ reservation: '' } as never)
          .execute(),
      ),
    ).rejects.toThrow(/permission denied/);
  });

  it('is left by giving notice: bound for thirty days more, and by nothing after', async () => {
    const id = await a.opened();
    good(await a.sign(id, n.as.GB));
    good(await a.sign(id, n.as.PC));
    const leave = (actor = n.as.PC) =>
      does(t, actor, (tx) => leaveAgreement(tx, { id, reason: '公司业务调整' }), at('2026-03-10'));
    expect(refusal(await leave(n.as.OC))).toBe('agreements.not-a-party');
    good(await leave());
    const [party] = await a.rows(
      'select last_day::text as day from agreements.party where agreement_id = $1 and organisation_id = $2',
      id,
      n.org.PC,
    );
    expect(party!.day).toBe('2026-04-09');
    expect((await a.times(n.org.PC)).map((one) => one.state)).toEqual([
      'ACTIVE',
      'DROPPED',
      'DROPPED',
      'DROPPED',
      'DROPPED',
    ]);
    expect(refusal(await leave())).toBe('agreements.not-a-party');
    expect(refusal(await a.sign(id, n.as.PC, { day: '2026-03-11' }))).toBe('agreements.not-a-party');
  });

  it('is reviewed and kept, or ended with a reason by the secretary, and with it what would fall due', async () => {
    const id = await a.opened();
    good(await a.sign(id, n.as.GB));
    good(await a.sign(id, n.as.PC));
    good(
      await a.move({ id, version: await a.version(id), step: 'review-agreement' }, '2026-12-01', n.as.GB2),
    );
    const keep = { id, step: 'keep-agreement' as const, note: '各项承诺照旧。' };
    expect(refusal(await a.move({ ...keep, version: await a.version(id) }, '2026-12-10', n.as.GB2))).toBe(
      'agreements.agreement-not-yours',
    );
    good(await a.move({ ...keep, version: await a.version(id) }, '2026-12-10'));
    expect(await a.state(id)).toBe('EFFECTIVE');
    const end = { id, step: 'end-agreement' as const, reason: '居民区合并，另签一份。' };
    good(await a.move({ ...end, version: await a.version(id) }, '2026-12-20'));
    expect((await a.times(n.org.PC)).map((one) => one.state)).toEqual([
      'ACTIVE',
      'ACTIVE',
      'ACTIVE',
      'DROPPED',
      'DROPPED',
    ]);
  });

  it('renewed with the same substance is RENEWED, with another AMENDED, and its parties are carried over', async () => {
    for (const [label, aims, expected] of [
      ['v1', undefined, 'RENEWED'],
      ['v2', '另外的目标：老人食堂也一起办。', 'AMENDED'],
    ] as const) {
      n = await smallNeighborhood(t);
      a = agreeing(t, n);
      const first = await a.opened();
      good(await a.sign(first, n.as.GB));
      good(await a.sign(first, n.as.PC));
      const next = { label: `${label}-next`, followsId: first, startsOn: '2027-01-08', endsOn: '2028-01-07' };
      const { id } = good(await a.draft({ ...next, ...(aims && { aims }) }, n.as.GB, '2026-12-01'));
      good(await a.move({ id, version: 1, step: 'consult-agreement', until: '2026-12-10' }, '2026-12-01'));
      await a.heard(id, '2026-12-05');
      const explanation = '照上一年的签，没有不同意见。';
      good(await a.move({ id, version: 2, step: 'open-signing', explanation }, '2026-12-11'));
      for (const actor of [n.as.GB, n.as.OC]) good(await a.sign(id, actor, { day: '2026-12-20' }));
      expect(await a.state(first)).toBe(expected);
      const drafts = await a.rows(
        "select 1 from agreements.commitment where agreement_id = $1 and state = 'DRAFT'",
        id,
      );
      expect(drafts).toHaveLength(1);
    }
  });
});

describe('when a party changes', () => {
  const hear = async (day: string) => {
    for (const subscription of subscriptions)
      while ((await readOn(t.database, n.id, subscription, at(day))) > 0);
  };

  it('a new company inherits nothing: it is asked to sign, and the old one owes no more', async () => {
    const id = await a.opened();
    good(await a.sign(id, n.as.GB));
    good(await a.sign(id, n.as.PC));
    const successor = randomUUID();
    await t.ownerPool.query(
      "insert into registry.organisation (neighborhood_id, id, kind, name_zh, name_en) values ($1, $2, 'PROPERTY_COMPANY', '测试新物业', 'New')",
      [n.id, successor],
    );
    const passed = { estateId: n.estateId, fromOrgId: n.org.PC, toOrgId: successor, day: '2026-05-01' };
    await t.database.inTransaction(systemActor(n.id), (tx) => tellPassedOn(tx, passed), {
      now: at('2026-05-01'),
    });
    await hear('2026-05-01');
    expect(await asked()).toEqual([{ organisation_id: successor }]);
    expect((await a.times(n.org.PC)).map((one) => one.state)).toEqual([
      'ACTIVE',
      'DROPPED',
      'DROPPED',
      'DROPPED',
      'DROPPED',
    ]);
    expect(await a.times(successor)).toEqual([]);
    const manager = { ...n.as.PC, post: { ...n.as.PC.post!, orgId: successor } };
    expect(refusal(await a.sign(id, n.as.PC, { day: '2026-05-02' }))).toBe('agreements.not-a-party');
    good(await a.sign(id, manager, { day: '2026-05-06' }));
    const seals = await a.rows(
      'select distinct sealed from agreements.signature where agreement_id = $1',
      id,
    );
    expect(seals).toHaveLength(3);
  });

  it('a new committee confirms what the one before it signed, once', async () => {
    const id = await a.opened();
    good(await a.sign(id, n.as.GB));
    good(await a.sign(id, n.as.OC));
    await t.database.inTransaction(systemActor(n.id), (tx) => askNewCommittee(tx, n.org.OC), {
      now: at('2026-06-01'),
    });
    expect(await asked()).toEqual([{ organisation_id: n.org.OC }]);
    good(await a.sign(id, n.as.OC, { day: '2026-06-03' }));
    expect(await asked()).toEqual([]);
    expect(refusal(await a.sign(id, n.as.OC, { day: '2026-06-03' }))).toBe('agreements.signed-already');
  });
});
