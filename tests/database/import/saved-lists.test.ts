import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskList } from '#modules/matters/queries/desk/desk-list.ts';
import { board } from '#modules/matters/queries/public/board.ts';
import { peopleList } from '#modules/registry/queries/people/people-list.ts';
import { unitLines } from '#modules/registry/queries/sheets/unit-lines.ts';
import {
  good,
  refusal,
  type SmallNeighborhood,
  smallNeighborhood,
  submitted,
} from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';

let t: TestDatabase;
let n: SmallNeighborhood;
beforeAll(async () => {
  t = await testDatabase();
  n = await smallNeighborhood(t);
});
afterAll(() => t.close());

const linesFor = (actor: SmallNeighborhood['as']['RC']) => t.database.inTransaction(actor, unitLines);

describe('a list saved as a spreadsheet', () => {
  test('of units names owners to the committee, with a mask to the property company, and to nobody else', async () => {
    const owners = async (actor: SmallNeighborhood['as']['RC']) => good(await linesFor(actor))[0]?.owners;
    expect(await owners(n.as.RC)).toEqual(['住户测试1']);
    expect(await owners(n.as.PC)).toEqual(['住**']);
    expect(await owners(n.as.AG)).toEqual([]);
    expect(refusal(await linesFor(n.residents[0]!))).toBe('registry.not-a-reader');
  });

  test('holds every unit once, in the order of the codes', async () => {
    const codes = good(await linesFor(n.as.RC)).map((line) => line.code);
    expect(codes).toEqual(['0101', '0102', '0201', '0202'].map((room) => `ZJ-B01-S01-${room}`));
  });

  test('of people goes on where a page ends, and nobody is missing or there twice', async () => {
    const names: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = good(
        await t.database.inTransaction(n.as.RC, (tx) => peopleList(tx, { words: '', after, most: 3 })),
      );
      names.push(...page.people.map((one) => one.id));
      after = page.next;
      if (after === null) break;
    }
    const { rows } = await t.ownerPool.query(
      'select count(*)::int as n from registry.person where neighborhood_id = $1',
      [n.id],
    );
    expect([names.length, new Set(names).size]).toEqual([rows[0].n, rows[0].n]);
    expect(
      refusal(await t.database.inTransaction(n.as.PC, (tx) => peopleList(tx, { words: '', after: null }))),
    ).toBe('registry.not-a-reader');
  });

  test('of matters goes beyond the page of the desk, and the public one holds what the board holds', async () => {
    for (let i = 0; i < 5; i++) await submitted(t, n, { description: `楼道灯不亮了 ${i}` });
    const all = {
      chip: 'all',
      words: '',
      estateId: null,
      level: null,
      group: null,
      leadOrgId: null,
      after: null,
    } as const;
    const list = await t.database.inTransaction(n.as.RC, (tx) => deskList(tx, all, 2));
    expect([list.items.length, list.next === null]).toEqual([2, false]);
    const rest = await t.database.inTransaction(n.as.RC, (tx) =>
      deskList(tx, { ...all, after: list.next }, 2_000),
    );
    expect([rest.items.length, rest.next]).toEqual([3, null]);
    const filter = { estateId: null, group: null, state: null, month: null, after: null };
    const page = await t.database.inTransaction(n.anonymous, (tx) => board(tx, filter));
    const sheet = await t.database.inTransaction(n.anonymous, (tx) => board(tx, filter, 1_000));
    expect(sheet.items).toEqual(page.items);
  });
});
