import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UnitRelation } from '../../contract.ts';
import { nameKey } from './cells.ts';
import {
  compareUnit,
  type KnownHolder,
  type KnownUnit,
  type ProposedUnit,
  type UnitChange,
} from './compare-unit.ts';

const proposed = (more: Partial<ProposedUnit> = {}): ProposedUnit => ({
  kind: 'DWELLING',
  area: 8840,
  areaSource: 'REGISTRY',
  owners: [{ name: '张三', phoneIndex: 'p1', speaks: false }],
  tenants: [],
  ...more,
});
const holder = (name: string, more: Partial<KnownHolder> = {}): KnownHolder => ({
  holdingId: `h-${name}`,
  personId: `p-${name}`,
  organisationId: null,
  name,
  phoneIndex: null,
  relation: 'OWNER',
  ...more,
});
const known = (...holders: KnownHolder[]): KnownUnit => ({ unitId: 'u', area: 8840, holders });

function changeOf(row: ProposedUnit, unit: KnownUnit | null): UnitChange {
  const compared = compareUnit(row, unit);
  if (!compared.ok) throw new Error(compared.reason.code);
  return compared.change;
}

describe('a row is compared with the register', () => {
  it('a unit that is not there is new, with its owners', () => {
    expect(changeOf(proposed(), null)).toMatchObject({
      outcome: 'NEW',
      begins: [{ name: '张三', relation: 'OWNER' }],
    });
  });

  it('a new unit without an area is rejected', () => {
    expect(compareUnit(proposed({ area: null }), null)).toEqual({
      ok: false,
      reason: { code: 'area-missing' },
    });
  });

  it('what says the same changes nothing, however the name is spelt', () => {
    expect(changeOf(proposed(), known(holder('张 三', { phoneIndex: 'p1' }))).outcome).toBe('UNCHANGED');
  });

  it('another owner means a sale: one holding ends, one begins', () => {
    const change = changeOf(proposed(), known(holder('李四')));
    expect([change.outcome, change.ends.map((h) => h.name), change.begins.map((b) => b.name)]).toEqual([
      'CHANGED',
      ['李四'],
      ['张三'],
    ]);
  });

  it('the same phone in the same unit is the same person with a name put right', () => {
    const change = changeOf(proposed(), known(holder('张先生', { phoneIndex: 'p1' })));
    expect(change).toMatchObject({ begins: [], ends: [], names: [{ to: '张三' }] });
  });

  it('a second owner makes both co-owners, and the first one stays the same person', () => {
    const owners = [
      { name: '张三', phoneIndex: null, speaks: false },
      { name: '李四', phoneIndex: null, speaks: false },
    ];
    const change = changeOf(proposed({ owners }), known(holder('张三')));
    expect(change.begins).toMatchObject([
      { name: '张三', relation: 'CO_OWNER', from: { personId: 'p-张三' } },
      { name: '李四', relation: 'CO_OWNER', from: null },
    ]);
    expect(change.ends.map((h) => h.name)).toEqual(['张三']);
  });

  it('a row that names nobody leaves the people alone, and household members always stay', () => {
    const people = known(
      holder('张三'),
      holder('李四', { relation: 'TENANT' }),
      holder('小张', { relation: 'HOUSEHOLD_MEMBER' }),
    );
    expect(changeOf(proposed({ owners: [] }), people).outcome).toBe('UNCHANGED');
    expect(
      changeOf(proposed({ owners: [{ name: '王五', phoneIndex: null, speaks: false }] }), people).ends.map(
        (h) => h.name,
      ),
    ).toEqual(['张三']);
  });

  it('a developer who is named stays a developer, and leaves when somebody has bought', () => {
    const developer = holder('测试开发公司', { relation: 'DEVELOPER_UNSOLD', personId: null });
    const named = proposed({ owners: [{ name: '测试开发公司', phoneIndex: null, speaks: false }] });
    expect(changeOf(named, known(developer)).outcome).toBe('UNCHANGED');
    expect(changeOf(proposed(), known(developer)).ends).toEqual([developer]);
  });
});

/** The unit after a change, as the register would hold it. */
function applied(row: ProposedUnit, unit: KnownUnit | null, change: UnitChange): KnownUnit {
  const stays = (unit?.holders ?? []).filter((h) => !change.ends.includes(h));
  const list = (relation: UnitRelation) => (relation === 'TENANT' ? row.tenants : row.owners);
  return {
    unitId: 'u',
    area: row.area ?? unit!.area,
    holders: [
      ...stays.map((h) => ({
        ...h,
        name: change.names.find((n) => n.holder === h)?.to ?? h.name,
        phoneIndex: (() => {
          const phone = change.phones.find((p) => p.holder === h);
          return phone ? list(phone.relation)[phone.at]!.phoneIndex : h.phoneIndex;
        })(),
      })),
      ...change.begins.map((b, at) => {
        const before = unit?.holders.find((h) => h === b.from);
        const phone = list(b.relation)[b.at]!.phoneIndex ?? before?.phoneIndex ?? null;
        return holder(b.name, {
          holdingId: `n${at}`,
          personId: b.from?.personId ?? `n${at}`,
          relation: b.relation,
          phoneIndex: phone,
        });
      }),
    ],
  };
}

describe('for any row and any unit', () => {
  const name = fc.constantFrom('张三', '李四', '王五', '赵六', '测试开发公司');
  const phone = fc.constantFrom(null, 'p1', 'p2', 'p3');
  const person = fc.record({ name, phoneIndex: phone, speaks: fc.boolean() });
  const people = fc.uniqueArray(person, { maxLength: 3, selector: (one) => nameKey(one.name) });
  const relation = fc.constantFrom<UnitRelation>(
    'OWNER',
    'CO_OWNER',
    'TENANT',
    'HOUSEHOLD_MEMBER',
    'DEVELOPER_UNSOLD',
  );
  const holders = fc.uniqueArray(fc.record({ name, phoneIndex: phone, relation }), {
    maxLength: 4,
    selector: (one) => `${one.name}${one.relation === 'TENANT'}`,
  });
  const row = fc.record({ owners: people, tenants: people, area: fc.constantFrom(8840, 9660) }).map(proposed);
  const unit = fc.option(
    holders.map((some) =>
      known(...some.map((one, at) => holder(one.name, { ...one, holdingId: `h${at}`, personId: `p${at}` }))),
    ),
  );

  it('a second import of the same row changes nothing', () => {
    fc.assert(
      fc.property(row, unit, (given, before) => {
        const after = applied(given, before, changeOf(given, before));
        expect(changeOf(given, after)).toMatchObject({ outcome: 'UNCHANGED' });
      }),
    );
  });

  it('nobody ends whom the row names in the same relation, and each name of it holds the unit afterwards', () => {
    fc.assert(
      fc.property(row, unit, (given, before) => {
        const after = applied(given, before, changeOf(given, before));
        const owners = after.holders.filter(
          (h) => h.relation !== 'TENANT' && h.relation !== 'HOUSEHOLD_MEMBER',
        );
        for (const one of given.owners)
          expect(owners.map((h) => nameKey(h.name))).toContain(nameKey(one.name));
      }),
    );
  });
});
