import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { addPerson } from '#modules/registry/commands/people/add-person.ts';
import { chooseRepresentative } from '#modules/registry/commands/people/choose-representative.ts';
import { correctPerson } from '#modules/registry/commands/people/correct-person.ts';
import { endHolding } from '#modules/registry/commands/people/end-holding.ts';
import { holdUnit } from '#modules/registry/commands/people/hold-unit.ts';
import { nameHolder } from '#modules/registry/commands/people/name-holder.ts';
import { revealPhone } from '#modules/registry/commands/people/reveal-phone.ts';
import { transferUnit } from '#modules/registry/commands/people/transfer-unit.ts';
import type { UnitRelation } from '#modules/registry/contract.ts';
import { type PeopleList, peopleList } from '#modules/registry/queries/people/people-list.ts';
import { personFile } from '#modules/registry/queries/people/person-file.ts';
import { unitPeople } from '#modules/registry/queries/people/unit-people.ts';
import { does, good, refusal, type SmallNeighborhood, smallNeighborhood } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';

let t: TestDatabase;
let n: SmallNeighborhood;
let unit: string;
beforeAll(async () => {
  t = await testDatabase();
});
beforeEach(async () => {
  n = await smallNeighborhood(t);
  unit = n.units[0]!;
});
afterAll(() => t.close());

const clerk = () => n.as.RC2;
const person = async (name: string, phone: string | null = null) =>
  good(await does(t, clerk(), (tx) => addPerson(tx, { name, phone })));
const hold = (personId: string, relation: UnitRelation, more = {}) =>
  does(t, clerk(), (tx) =>
    holdUnit(tx, { unitId: unit, personId, relation, fromDay: '2026-01-01', ...more }),
  );
const seenBy = (actor: Actor) =>
  t.database.inTransaction(actor, (tx) =>
    unitPeople(tx, [{ id: unit, estateId: n.estateId, stairwellId: n.stairwellId }]),
  );
const list = async (words: string, actor: Actor = clerk()) =>
  good(await t.database.inTransaction(actor, (tx) => peopleList(tx, { words, after: null })));

describe('a sale', () => {
  it('ends the old owner the day before and begins the new ones, and the tenant stays', async () => {
    const [a, b, tenant] = [await person('测试买家甲'), await person('测试买家乙'), await person('测试租户')];
    good(await hold(tenant, 'TENANT'));
    const buyers = [
      { personId: a, share: { numerator: 1, denominator: 2 } },
      { personId: b, share: { numerator: 1, denominator: 2 } },
    ];
    good(await does(t, clerk(), (tx) => transferUnit(tx, { unitId: unit, day: '2026-06-01', buyers })));
    const rows = (await seenBy(clerk())).map((one) => [
      one.name,
      one.relation,
      one.fromDay,
      one.toDay,
      one.endedBecause,
    ]);
    expect(rows.toSorted()).toEqual(
      [
        ['住户测试1', 'OWNER', '2020-01-01', '2026-05-31', 'SOLD'],
        ['测试买家甲', 'CO_OWNER', '2026-06-01', null, null],
        ['测试买家乙', 'CO_OWNER', '2026-06-01', null, null],
        ['测试租户', 'TENANT', '2026-01-01', null, null],
      ].toSorted(),
    );
  });

  it('changes nothing when a buyer does not fit', async () => {
    const a = await person('测试买家甲');
    const sale = { unitId: unit, day: '2026-06-01', buyers: [{ personId: a }, { personId: a }] };
    expect(refusal(await does(t, clerk(), (tx) => transferUnit(tx, sale)))).toBe('registry.holds-already');
    expect((await seenBy(clerk())).map((one) => one.toDay)).toEqual([null]);
    const nobody = { ...sale, buyers: [] };
    expect(refusal(await does(t, clerk(), (tx) => transferUnit(tx, nobody)))).toBe('registry.nobody-buys');
    const before = { ...sale, day: '2019-01-01', buyers: [{ personId: a }] };
    expect(refusal(await does(t, clerk(), (tx) => transferUnit(tx, before)))).toBe(
      'registry.sold-before-bought',
    );
  });
});

describe('people of a unit', () => {
  it('are heirs with a quarter each and one who speaks for them', async () => {
    const [owner] = await seenBy(clerk());
    good(
      await does(t, clerk(), (tx) =>
        endHolding(tx, { holdingId: owner!.id, lastDay: '2025-12-31', because: 'DEATH' }),
      ),
    );
    const share = { numerator: 1, denominator: 4 };
    const ids: string[] = [];
    for (const name of ['甲', '乙', '丙', '丁']) {
      ids.push(good(await hold(await person(`测试继承人${name}`), 'CO_OWNER', { share })));
    }
    expect(refusal(await hold(await person('测试外人'), 'CO_OWNER', { share }))).toBe(
      'registry.shares-exceed',
    );
    good(await does(t, clerk(), (tx) => chooseRepresentative(tx, { holdingId: ids[1]! })));
    good(await does(t, clerk(), (tx) => chooseRepresentative(tx, { holdingId: ids[2]! })));
    expect((await seenBy(clerk())).filter((one) => one.isRepresentative).map((one) => one.name)).toEqual([
      '测试继承人丙',
    ]);
  });

  it('end once, and what ended stays as history', async () => {
    const [owner] = await seenBy(clerk());
    const end = () =>
      does(t, clerk(), (tx) =>
        endHolding(tx, { holdingId: owner!.id, lastDay: '2026-03-01', because: 'SOLD' }),
      );
    good(await end());
    expect(refusal(await end())).toBe('registry.holding-ended');
    expect((await seenBy(clerk())).map((one) => one.toDay)).toEqual(['2026-03-01']);
  });

  it('are seen by the committee, masked by company and auditor, and not by others', async () => {
    expect((await seenBy(clerk())).map((one) => one.name)).toEqual(['住户测试1']);
    expect((await seenBy(n.as.PC)).map((one) => [one.name, one.personId])).toEqual([['住**', null]]);
    for (const actor of [n.as.HO, n.as.AG, n.residents[1]!, n.anonymous])
      expect(await seenBy(actor)).toEqual([]);
    const tenant = await person('测试租户');
    good(await hold(tenant, 'TENANT'));
    expect(await seenBy(n.as.PC)).toHaveLength(1);
  });

  it('are not entered by those who only read', async () => {
    const anybody = await person('测试');
    for (const actor of [n.as.PC, n.as.OC, n.as.HO, n.residents[0]!]) {
      const held = does(t, actor, (tx) =>
        holdUnit(tx, { unitId: unit, personId: anybody, relation: 'TENANT', fromDay: '2026-01-01' }),
      );
      expect(refusal(await held)).toBe('registry.not-a-keeper');
    }
  });
});

describe('a person', () => {
  it('named with a known phone is not entered twice', async () => {
    const id = await person('测试王阿姨', '13800001234');
    const named = (name: string, phone: string) =>
      does(t, clerk(), (tx) => nameHolder(tx, { organisationId: '', name, phone }));
    expect(good(await named('测试王阿姨', '138 0000 1234'))).toEqual({ personId: id });
    expect(good(await named('测试王叔叔', '13800001234'))).not.toEqual({ personId: id });
    expect(refusal(await named('', ''))).toBe('registry.name-missing');
    expect(refusal(await named('测试', '123'))).toBe('registry.phone-unreadable');
  });

  it('is found by part of the name, tail of the phone, the whole phone, or the room', async () => {
    await person('测试王阿姨', '13800001234');
    for (const words of ['王阿', '1234', '13800001234']) {
      expect([words, (await list(words)).people.map((one) => one.name)]).toEqual([words, ['测试王阿姨']]);
    }
    expect((await list('1号楼102')).people.map((one) => one.name)).toEqual([]);
    expect((await list('%')).people).toEqual([]);
    for (const actor of [n.as.PC, n.as.AG, n.residents[0]!]) {
      const asked = t.database.inTransaction(actor, (tx) => peopleList(tx, { words: '', after: null }));
      expect(refusal(await asked)).toBe('registry.not-a-reader');
    }
  });

  it('comes page by page in the order of names, nobody twice and nobody left out', async () => {
    await t.ownerPool.query(
      `insert into registry.person (neighborhood_id, id, name) select $1, gen_random_uuid(), '测试' || (i % 40) from generate_series(1, 120) i`,
      [n.id],
    );
    const seen: string[] = [];
    const pageFrom = async (after: string | null): Promise<PeopleList> =>
      good(await t.database.inTransaction(clerk(), (tx) => peopleList(tx, { words: '测试', after })));
    for (let page = await pageFrom(null); ; page = await pageFrom(page.next)) {
      seen.push(...page.people.map((one) => one.id));
      if (page.next === null) break;
    }
    const { rows } = await t.ownerPool.query(
      `select count(*)::int as n from registry.person where neighborhood_id = $1 and name like '%测试%'`,
      [n.id],
    );
    expect([seen.length, new Set(seen).size]).toEqual([rows[0].n, rows[0].n]);
  });

  it('shows the phone for a reason only, and the reading is written down', async () => {
    const id = await person('测试王阿姨', '13800001234');
    expect((await t.database.inTransaction(clerk(), (tx) => personFile(tx, id)))?.maskedPhone).toBe(
      '138****1234',
    );
    const reveal = (reason: string, actor = clerk()) =>
      does(t, actor, (tx) => revealPhone(tx, { personId: id, reason }));
    expect(refusal(await reveal(' '))).toBe('registry.reason-missing');
    expect(good(await reveal('约上门时间'))).toBe('13800001234');
    expect(refusal(await reveal('好奇', n.as.PC))).toBe('registry.not-a-keeper');
    const { rows } = await t.ownerPool.query(
      'select reason, reader_person_id from platform.contact_read where neighborhood_id = $1 and subject_id = $2',
      [n.id, id],
    );
    expect(rows).toEqual([{ reason: '约上门时间', reader_person_id: clerk().personId }]);
  });

  it('is corrected on what was seen; the event tells the fields and not what they say', async () => {
    const id = await person('测试王阿姨', '13800001234');
    const correct = (version: number, more = {}) =>
      does(t, clerk(), (tx) =>
        correctPerson(tx, {
          personId: id,
          version,
          name: '测试王老师',
          nameEn: '',
          phone: '13900005678',
          removePhone: false,
          ...more,
        }),
      );
    good(await correct(1));
    expect(refusal(await correct(1))).toBe('registry.changed-meanwhile');
    expect(refusal(await correct(2, { phone: '12' }))).toBe('registry.phone-unreadable');
    expect((await list('5678')).people.map((one) => one.name)).toEqual(['测试王老师']);
    expect((await list('1234')).people).toEqual([]);
    const { rows } = await t.ownerPool.query(
      `select data::text from platform.event where neighborhood_id = $1 and kind = 'registry.person-corrected'`,
      [n.id],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].data).not.toMatch(/王|139/);
    good(await correct(2, { phone: '', removePhone: true }));
    expect((await t.database.inTransaction(clerk(), (tx) => personFile(tx, id)))?.maskedPhone).toBeNull();
  });

  it('of another neighborhood is not there', async () => {
    const id = await person('测试王阿姨', '13800001234');
    const stranger = (await smallNeighborhood(t, 'QX')).as.RC;
    expect(await t.database.inTransaction(stranger, (tx) => personFile(tx, id))).toBeNull();
    expect((await list('1234', stranger)).people).toEqual([]);
    for (const personId of [id, randomUUID()]) {
      expect(refusal(await does(t, stranger, (tx) => revealPhone(tx, { personId, reason: '试试' })))).toBe(
        'registry.person-unknown',
      );
    }
  });
});
