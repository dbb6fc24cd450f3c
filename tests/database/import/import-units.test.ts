import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemActor } from '#kernel/actor.ts';
import { submitMatter } from '#modules/matters/facade.server.ts';
import { submitForm } from '#modules/matters/forms/intake.ts';
import { commitImport, discardImport, undoImport } from '#modules/registry/commands/import/decide-import.ts';
import { workOnImport } from '#modules/registry/commands/import/engine/work-on-import.ts';
import { expireImports } from '#modules/registry/commands/import/expire-imports.ts';
import { uploadSheet } from '#modules/registry/commands/import/upload-sheet.ts';
import { holdUnit } from '#modules/registry/commands/people/hold-unit.ts';
import { importView } from '#modules/registry/queries/import/import-batches.ts';
import { importRows, rejectedRows } from '#modules/registry/queries/import/import-rows.ts';
import {
  does,
  good,
  refusal,
  type SmallNeighborhood,
  smallNeighborhood,
  submitted,
} from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { batchOf, countsOf, imported, mapped, previewed, sheetOf, uploaded, workedOff } from './sheets.ts';

let t: TestDatabase;
let n: SmallNeighborhood;
beforeAll(async () => {
  t = await testDatabase();
});
beforeEach(async () => {
  n = await smallNeighborhood(t);
});
afterAll(() => t.close());

const HEAD = ['小区', '楼栋', '门牌号', '室号', '建筑面积', '业主', '联系电话'];
const row = (room: string, area: string, owner: string, phone = '', gate = '1号') => [
  '测试小区',
  '1幢',
  gate,
  room,
  area,
  owner,
  phone,
];

/** What the register holds, behind the wall: units with who holds them today. */
async function register() {
  const { rows } = await t.ownerPool.query(
    `select u.code, u.area, h.relation, p.name, h.from_day, h.to_day, p.phone_cipher
       from registry.unit u left join registry.unit_holder h on h.unit_id = u.id
       left join registry.person p on p.id = h.person_id
      where u.neighborhood_id = $1 order by u.code, h.from_day, p.name`,
    [n.id],
  );
  return rows as {
    code: string;
    area: number;
    relation: string;
    name: string;
    from_day: string;
    to_day: string | null;
    phone_cipher: string | null;
  }[];
}
const today = async (code: string) =>
  (await register())
    .filter((one) => one.code === code && one.to_day === null)
    .map((one) => `${one.relation} ${one.name}`);
/** Everything the import may touch, as one text. */
async function state(): Promise<string> {
  const tables = ['estate', 'building', 'stairwell', 'unit', 'person', 'unit_holder'];
  const parts = await Promise.all(
    tables.map((table) =>
      t.ownerPool.query(`select * from registry.${table} where neighborhood_id = $1 order by id`, [n.id]),
    ),
  );
  return JSON.stringify(parts.map((part) => part.rows.map(({ version: _version, ...row }) => row)));
}

describe('a register from a spreadsheet', () => {
  test('is shown before anything is written: what is new, changed, the same, rejected', async () => {
    const before = await state();
    const id = await previewed(t, n.as.RC, [
      HEAD,
      row('101', '88.40', '住户测试1'),
      row('102', '90', '住户测试2'),
      row('301', '96.60㎡', '测试张三、测试李四', '13800001111、13800002222'),
      row('401', '很大', '测试王五', '12345'),
    ]);
    expect(await countsOf(t, n.as.RC, id)).toEqual([1, 1, 1, 1]);
    expect((await batchOf(t, n.as.RC, id)).state).toBe('PREVIEWED');
    expect(await state()).toBe(before);
    const [changed] = good(await t.database.inTransaction(n.as.RC, (tx) => importRows(tx, id, 'CHANGED', 1)));
    expect(changed?.unit?.area).toEqual({ from: 8840, to: 9000 });
    const [fresh] = good(await t.database.inTransaction(n.as.RC, (tx) => importRows(tx, id, 'NEW', 1)));
    expect(fresh?.unit?.begins.map((one) => [one.name, one.phone])).toEqual([
      ['测试张三', '138****1111'],
      ['测试李四', '138****2222'],
    ]);
  });

  test('is written as it was shown, with phones encrypted', async () => {
    await imported(t, n.as.RC, [HEAD, row('301', '96.60', '测试张三、测试李四', '13800001111、13800002222')]);
    expect((await today('ZJ-B01-S01-0301')).toSorted()).toEqual(['CO_OWNER 测试张三', 'CO_OWNER 测试李四']);
    const cipher = (await register()).find((one) => one.name === '测试张三')!.phone_cipher!;
    expect(t.vault.decrypt(cipher)).toBe('13800001111');
  });

  test('taken in a second time changes nothing', async () => {
    const rows = [
      HEAD,
      row('101', '88.40', '住户测试1', '13800003333'),
      row('102', '90', '测试张三 测试李四', '13800001111 13800002222'),
      row('301', '96.60', '测试张三', '13800001111'),
    ];
    await imported(t, n.as.RC, rows);
    const before = await state();
    const again = await previewed(t, n.as.RC, rows);
    expect(await countsOf(t, n.as.RC, again)).toEqual([0, 0, 3, 0]);
    expect(refusal(await does(t, n.as.RC, (tx) => commitImport(tx, again)))).toBe(
      'registry.import-changes-nothing',
    );
    expect(await state()).toBe(before);
  });

  test('one person with two flats is one person, known by phone and name', async () => {
    await imported(t, n.as.RC, [
      HEAD,
      row('301', '80', '测试张三', '13800001111'),
      row('302', '80', '测试张三', '13800001111'),
    ]);
    const { rows } = await t.ownerPool.query(
      'select id from registry.person where neighborhood_id = $1 and name = $2',
      [n.id, '测试张三'],
    );
    expect(rows).toHaveLength(1);
  });

  test('a sale ends one holding the day before and begins another', async () => {
    await imported(t, n.as.RC, [HEAD, row('101', '', '测试买家', '13800004444')], { fromDay: '2026-11-23' });
    const holdings = (await register()).filter((one) => one.code === 'ZJ-B01-S01-0101');
    expect(holdings.map((one) => [one.name, one.from_day, one.to_day])).toEqual([
      ['住户测试1', '2020-01-01', '2026-11-22'],
      ['测试买家', '2026-11-23', null],
    ]);
  });

  test('the same unit twice in a sheet is taken once, and the second row is given back', async () => {
    const id = await previewed(t, n.as.RC, [
      HEAD,
      row('301', '80', '测试张三'),
      row('0301', '81', '测试李四'),
    ]);
    expect(await countsOf(t, n.as.RC, id)).toEqual([1, 0, 0, 1]);
    const given = good(await t.database.inTransaction(n.as.RC, (tx) => rejectedRows(tx, id)));
    expect(given.rows[0]).toMatchObject({
      reasons: [{ code: 'unit-twice', params: { row: 2 } }],
      cells: row('0301', '81', '测试李四').slice(0, 6),
    });
    expect(given.head).toEqual([HEAD]);
  });

  test('estates, buildings and entrances that are missing are made with their units', async () => {
    await imported(t, n.as.RC, [
      ['小区', '幢', '单元', '室', '面积', '产权人'],
      ['新测试花园', '3幢', '1单元', '101', '100', '测试甲'],
      ['新测试花园', '3幢', '2单元', '101', '100', '测试乙'],
    ]);
    expect(await today('NB-B03-S01-0101')).toEqual(['OWNER 测试甲']);
    expect(await today('NB-B03-S02-0101')).toEqual(['OWNER 测试乙']);
  });

  test('the rows nobody could take in come back after the commit, and nothing else of the sheet is kept', async () => {
    const id = await imported(t, n.as.RC, [HEAD, row('301', '80', '测试张三'), row('', '80', '测试李四')]);
    const given = good(await t.database.inTransaction(n.as.RC, (tx) => rejectedRows(tx, id)));
    expect(given.rows.map((one) => one.reasons[0]?.code)).toEqual(['room-missing']);
    const { rows } = await t.ownerPool.query(
      'select sum(rows)::int as n from registry.import_piece where batch_id = $1',
      [id],
    );
    expect(rows[0].n).toBe(1);
  });

  test('a column the program did not know is learnt for the next sheet', async () => {
    const sheet = [
      ['小区', '楼栋', '门牌号', '室号', '平方', '业主'],
      ['测试小区', '1幢', '1号', '301', '80', '测试张三'],
    ];
    const id = await uploaded(t, n.as.RC, sheet);
    expect((await batchOf(t, n.as.RC, id)).mapping[4]).toBeNull();
    await mapped(t, n.as.RC, id, { mapping: ['estate', 'building', 'stairwell', 'room', 'area', 'owner'] });
    const next = await uploaded(t, n.as.RC, sheet);
    expect((await batchOf(t, n.as.RC, next)).mapping[4]).toBe('area');
  });
});

describe('an import that is taken back', () => {
  test('leaves the register as it was before, to the last column', async () => {
    const before = await state();
    const id = await imported(t, n.as.RC, [
      HEAD,
      row('101', '90', '测试买家', '13800004444'),
      row('102', '88.4', '住户测试2', '13800005555'),
      row('301', '80', '测试张三', '13800001111'),
      ['新测试花园', '2幢', '5号', '101', '70', '测试甲', ''],
    ]);
    expect(await state()).not.toBe(before);
    good(await does(t, n.as.RC, (tx) => undoImport(tx, id)));
    await workedOff(t, n.id);
    expect((await batchOf(t, n.as.RC, id)).state).toBe('UNDONE');
    expect(await state()).toBe(before);
  });

  test('stays when somebody has moved into a unit it made, and says so', async () => {
    const id = await imported(t, n.as.RC, [HEAD, row('301', '80', '测试张三')]);
    const { rows } = await t.ownerPool.query(
      "select id from registry.unit where neighborhood_id = $1 and code = 'ZJ-B01-S01-0301'",
      [n.id],
    );
    const personId = n.residents[0]!.personId!;
    good(
      await does(t, n.as.RC, (tx) =>
        holdUnit(tx, { unitId: rows[0].id, personId, relation: 'TENANT', fromDay: '2026-11-23' }),
      ),
    );
    const before = await state();
    good(await does(t, n.as.RC, (tx) => undoImport(tx, id)));
    await workedOff(t, n.id);
    const batch = await batchOf(t, n.as.RC, id);
    expect([batch.state, batch.refusal?.code]).toEqual(['COMMITTED', 'registry.import-in-use']);
    expect(await state()).toBe(before);
  });

  test.each([
    ['a unit', row('301', '80', '测试张三'), 'unit'],
    ['an estate', ['新测试花园', '2幢', '5号', '101', '70', '测试甲', ''], 'estate'],
  ])('stays when a matter was reported from %s it made', async (_what, made, from) => {
    const id = await imported(t, n.as.RC, [HEAD, made]);
    const { rows } = await t.ownerPool.query(
      from === 'unit'
        ? "select id from registry.unit where neighborhood_id = $1 and code = 'ZJ-B01-S01-0301'"
        : "select id from registry.estate where neighborhood_id = $1 and name_zh = '新测试花园'",
      [n.id],
    );
    const before = await state();
    const report = submitForm.parse({
      channel: 'WEB',
      description: '一楼大门的门禁坏了，关不上',
      category: 'A09',
      estateId: from === 'estate' ? rows[0].id : n.estateId,
      ...(from === 'unit' ? { unitId: rows[0].id } : {}),
      reporter: 'SELF',
    });
    good(await does(t, n.residents[0]!, (tx) => submitMatter(tx, report)));
    good(await does(t, n.as.RC, (tx) => undoImport(tx, id)));
    await workedOff(t, n.id);
    const batch = await batchOf(t, n.as.RC, id);
    expect([batch.state, batch.refusal?.code]).toEqual(['COMMITTED', 'registry.import-in-use']);
    expect(await state()).toBe(before);
  });

  test('stays when what it changed has been changed again', async () => {
    const id = await imported(t, n.as.RC, [HEAD, row('101', '90', '')]);
    await imported(t, n.as.RC, [HEAD, row('101', '91', '')]);
    good(await does(t, n.as.RC, (tx) => undoImport(tx, id)));
    await workedOff(t, n.id);
    expect((await batchOf(t, n.as.RC, id)).refusal?.code).toBe('registry.import-changed-since');
  });
});

describe('the work', () => {
  const many = () => [
    HEAD,
    ...Array.from({ length: 4200 }, (_, at) =>
      row(String(1000 + at), '80', `测试${at}`, `1380${String(at).padStart(7, '0')}`),
    ),
  ];

  test('goes on where it stopped when the program ends between two pieces', async () => {
    const id = await uploaded(t, n.as.RC, many());
    await mapped(t, n.as.RC, id);
    expect(await workOnImport(t.database, n.id, t.clock.now)).toBe(1);
    const half = await batchOf(t, n.as.RC, id);
    expect([half.state, half.doneRows]).toEqual(['READING', 4000]);
    await workedOff(t, n.id);
    expect(await countsOf(t, n.as.RC, id)).toEqual([4200, 0, 0, 0]);
    good(await does(t, n.as.RC, (tx) => commitImport(tx, id)));
    expect(await workOnImport(t.database, n.id, t.clock.now)).toBe(1);
    expect((await register()).length).toBe(4004);
    await workedOff(t, n.id);
    expect((await register()).length).toBe(4204);
    expect((await batchOf(t, n.as.RC, id)).state).toBe('COMMITTED');
  });

  test('is done once by two copies of the program at the same time', async () => {
    const id = await uploaded(t, n.as.RC, many());
    await mapped(t, n.as.RC, id);
    const copy = async () => {
      while ((await batchOf(t, n.as.RC, id)).state === 'READING')
        await workOnImport(t.database, n.id, t.clock.now);
    };
    await Promise.all([copy(), copy()]);
    expect(await countsOf(t, n.as.RC, id)).toEqual([4200, 0, 0, 0]);
  });

  test('a commit that is sent twice writes once', async () => {
    const id = await previewed(t, n.as.RC, [HEAD, row('301', '80', '测试张三')]);
    good(await does(t, n.as.RC, (tx) => commitImport(tx, id)));
    good(await does(t, n.as.RC, (tx) => commitImport(tx, id)));
    await workedOff(t, n.id);
    good(await does(t, n.as.RC, (tx) => commitImport(tx, id)));
    await workedOff(t, n.id);
    expect(await today('ZJ-B01-S01-0301')).toEqual(['OWNER 测试张三']);
  });

  test('a row whose unit changed between preview and commit is given back instead of written', async () => {
    const id = await previewed(t, n.as.RC, [HEAD, row('101', '95', ''), row('102', '95', '')]);
    await t.ownerPool.query(
      "update registry.unit set area = 9999 where neighborhood_id = $1 and room = '0101'",
      [n.id],
    );
    good(await does(t, n.as.RC, (tx) => commitImport(tx, id)));
    await workedOff(t, n.id);
    const given = good(await t.database.inTransaction(n.as.RC, (tx) => rejectedRows(tx, id)));
    expect(given.rows.map((one) => one.reasons[0]?.code)).toEqual(['changed-meanwhile']);
    expect((await register()).find((one) => one.code === 'ZJ-B01-S01-0102')?.area).toBe(9500);
  });
});

describe('personal data', () => {
  test('of an uploaded sheet is never readable in the database', async () => {
    const id = await previewed(t, n.as.RC, [HEAD, row('301', '80', '测试张三', '13800001111')]);
    const { rows } = await t.ownerPool.query(
      `select (select string_agg(to_jsonb(p)::text, '') from registry.import_piece p where batch_id = $1)
           || (select string_agg(to_jsonb(r)::text, '') from registry.import_row r where batch_id = $1)
           || (select to_jsonb(b)::text from registry.import_batch b where id = $1) as all`,
      [id],
    );
    expect(rows[0].all).not.toMatch(/测试张三|13800001111/);
  });

  test('is gone when the sheet is thrown away, or nobody decides for two weeks', async () => {
    const id = await previewed(t, n.as.RC, [HEAD, row('301', '80', '测试张三', '13800001111')]);
    const other = await previewed(t, n.as.RC, [HEAD, row('302', '80', '测试李四')]);
    good(await does(t, n.as.RC, (tx) => discardImport(tx, id)));
    const later = new Date(t.clock.now.getTime() + 15 * 86_400_000);
    await t.database.inTransaction(systemActor(n.id), expireImports, { now: later });
    const { rows } = await t.ownerPool.query(
      `select (select count(*) from registry.import_piece where batch_id = any($1))::int
            + (select count(*) from registry.import_row where batch_id = any($1))::int as n`,
      [[id, other]],
    );
    expect(rows[0].n).toBe(0);
    expect((await batchOf(t, n.as.RC, other)).state).toBe('DISCARDED');
  });
});

describe('nobody else', () => {
  test('than the heads of the residents’ committee and the general branch may import', async () => {
    const bytes = await sheetOf([HEAD, row('301', '80', '测试张三')]);
    for (const who of [
      n.as.RC2,
      n.as.GB2,
      n.as.PC,
      n.as.OC,
      n.as.HO,
      n.as.AG,
      n.residents[0]!,
      n.anonymous,
    ]) {
      expect(refusal(await does(t, who, (tx) => uploadSheet(tx, { fileName: 'x.xlsx', bytes })))).toBe(
        'registry.not-a-keeper',
      );
    }
    good(await does(t, n.as.GB, (tx) => uploadSheet(tx, { fileName: 'x.xlsx', bytes })));
  });

  test('of another neighborhood finds the batch, its rows or its rejected rows', async () => {
    const id = await previewed(t, n.as.RC, [HEAD, row('', '80', '测试张三')]);
    const other = await smallNeighborhood(t);
    const asked = [
      (tx: never) => importView(tx, id),
      (tx: never) => importRows(tx, id, 'REJECTED', 1),
      (tx: never) => rejectedRows(tx, id),
      (tx: never) => commitImport(tx, id),
      (tx: never) => discardImport(tx, id),
      (tx: never) => undoImport(tx, id),
    ];
    for (const ask of asked) {
      expect(refusal(await does(t, other.as.RC, ask as never))).toBe('registry.import-unknown');
    }
  });
});
