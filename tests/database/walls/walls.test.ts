import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addNote } from '#modules/matters/commands/handling/add-note.ts';
import type { SchemaHandle, Tx } from '#platform/db/database.ts';
import { does, good, type SmallNeighborhood, smallNeighborhood, submitted } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { gapsIn, keysOf, loneKeys, REFERENCE, type Table, tablesOf, UNWALLED } from './catalogue.ts';

let t: TestDatabase;
let here: SmallNeighborhood;
let there: SmallNeighborhood;
let tables: Table[];

const walledTables = () => tables.filter(({ name, owned }) => owned && !UNWALLED.has(name));

beforeAll(async () => {
  t = await testDatabase();
  here = await smallNeighborhood(t, 'AA');
  there = await smallNeighborhood(t, 'BB');
  for (const n of [here, there]) {
    const { matterId } = await submitted(t, n);
    await does(t, n.as.RC, (tx) => addNote(tx, { matterId, text: '测试', visibility: 'INTERNAL' }));
  }
  tables = await tablesOf(t.ownerPool);
});
afterAll(() => t.close());

/** As the program's role, in a transaction that is rolled back, with a neighborhood set or none. */
async function inside<T>(
  neighborhood: string | null,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await t.appPool.connect();
  try {
    await client.query('begin');
    if (neighborhood) await client.query(`set local xieshou.neighborhood = '${neighborhood}'`);
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** What a statement was refused with, or how many rows it touched. */
async function tried(client: pg.PoolClient, sql: string, values: unknown[] = []): Promise<string | number> {
  await client.query('savepoint try');
  try {
    return (await client.query(sql, values)).rowCount ?? 0;
  } catch (error) {
    await client.query('rollback to savepoint try');
    return (error as pg.DatabaseError).code ?? 'unknown';
  }
}

/** One whole row of a neighborhood, without what is computed, as the owner of the table reads it. */
async function rowOf(table: string, neighborhood: string): Promise<Record<string, unknown> | null> {
  const { rows } = await t.ownerPool.query(
    `select to_jsonb(r) - array(select attname::text from pg_attribute
                                 where attrelid = '${table}'::regclass and attgenerated <> '') as row
       from ${table} r where neighborhood_id = $1 limit 1`,
    [neighborhood],
  );
  return rows[0]?.row ?? null;
}

const INSUFFICIENT = '42501';

describe('every table of a neighborhood', () => {
  test('is walled by row-level security with a policy, unless it is named with a reason', () => {
    expect(gapsIn(tables)).toEqual([]);
    const names = new Set(tables.map(({ name }) => name));
    expect([...UNWALLED.keys(), ...REFERENCE.keys()].filter((name) => !names.has(name))).toEqual([]);
    expect(walledTables().length).toBeGreaterThan(35);
  });

  test('that is new and has no wall is named', async () => {
    await t.ownerPool.query('create schema gap');
    await t.ownerPool.query('create table gap.bare (neighborhood_id uuid, id uuid, primary key (id))');
    await t.ownerPool.query('create table gap.half (neighborhood_id uuid primary key)');
    await t.ownerPool.query('alter table gap.half enable row level security');
    await t.ownerPool.query('create table gap.nobodys (id uuid primary key)');
    try {
      const found = await tablesOf(t.ownerPool);
      expect(gapsIn(found)).toEqual([
        'gap.bare has no row-level security',
        'gap.half has no policy',
        'gap.nobodys has no neighborhood_id',
      ]);
      expect(loneKeys(found, await keysOf(t.ownerPool))).toEqual(['gap.bare: bare_pkey']);
    } finally {
      await t.ownerPool.query('drop schema gap cascade');
    }
  });

  test('begins its primary key with the neighborhood, and no unique or foreign key leaves it out', async () => {
    expect(loneKeys(tables, await keysOf(t.ownerPool))).toEqual([]);
  });

  test('gives nothing without the setting', async () => {
    for (const { name } of walledTables()) {
      const count = await inside(
        null,
        async (client) => (await client.query(`select 1 from ${name}`)).rowCount,
      );
      expect([name, count]).toEqual([name, 0]);
    }
  });

  test('takes nothing without the setting, and nothing for another neighborhood', async () => {
    let rowsTried = 0;
    for (const { name } of walledTables()) {
      const row = await rowOf(name, there.id);
      if (!row) continue;
      rowsTried += 1;
      for (const setting of [null, here.id]) {
        const answer = await inside(setting, (client) => tried(client, ...insertOf(name, row)));
        expect([name, setting, answer]).toEqual([name, setting, INSUFFICIENT]);
      }
    }
    expect(rowsTried).toBeGreaterThan(12);
  });

  test('shows and gives up nothing of another neighborhood', async () => {
    for (const { name } of walledTables()) {
      await inside(here.id, async (client) => {
        const where = `where neighborhood_id = '${there.id}'`;
        expect([name, await tried(client, `select 1 from ${name} ${where}`)]).toEqual([name, 0]);
        const changed = await tried(client, `update ${name} set neighborhood_id = neighborhood_id ${where}`);
        expect([name, changed]).toSatisfy(([, answer]) => answer === 0 || answer === INSUFFICIENT);
        const deleted = await tried(client, `delete from ${name} ${where}`);
        expect([name, deleted]).toSatisfy(([, answer]) => answer === 0 || answer === INSUFFICIENT);
      });
    }
  });

  test('lets no row be carried over to another neighborhood', async () => {
    const moved = await inside(here.id, (client) =>
      tried(client, 'update registry.person set neighborhood_id = $1', [there.id]),
    );
    expect(moved).toBe(INSUFFICIENT);
  });
});

/** Puts the same row in again, as the program would. */
function insertOf(table: string, row: Record<string, unknown>): [string, unknown[]] {
  const names = Object.keys(row).join(', ');
  return [
    `insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table}, $1)`,
    [JSON.stringify(row)],
  ];
}

describe("the program's role cannot", () => {
  const refused = (sql: string) => inside(here.id, (client) => tried(client, sql));

  test('own, bypass or become anything', async () => {
    const { rows } = await t.appPool.query(
      `select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication as strong,
              (select count(*)::int from pg_class where relowner = r.oid) as owned,
              (select count(*)::int from pg_namespace where nspowner = r.oid) as schemas,
              (select count(*)::int from pg_auth_members where member = r.oid) as memberships
         from pg_roles r where rolname = current_user`,
    );
    expect(rows).toEqual([{ strong: false, owned: 0, schemas: 0, memberships: 0 }]);
    expect(await refused('set role xieshou_owner')).toBe(INSUFFICIENT);
    expect(await refused('set session authorization xieshou_owner')).toBe(INSUFFICIENT);
  });

  test('switch the walls off', async () => {
    expect(await refused('alter table matters.matter disable row level security')).toBe(INSUFFICIENT);
    expect(await refused('drop policy own_neighborhood on matters.matter')).toBe(INSUFFICIENT);
    const read = await inside(here.id, async (client) => {
      await client.query('set local row_security = off');
      return tried(client, 'select 1 from matters.matter');
    });
    expect(read).toBe(INSUFFICIENT);
  });

  test('make tables, schemas or functions anywhere', async () => {
    for (const schema of ['public', 'platform', 'registry', 'matters', 'notices']) {
      expect(await refused(`create table ${schema}.mine (a int)`)).toBe(INSUFFICIENT);
      const routine = `create function ${schema}.mine() returns int language sql as 'select 1'`;
      expect(await refused(routine)).toBe(INSUFFICIENT);
    }
    expect(await refused('create schema mine')).toBe(INSUFFICIENT);
  });

  test('change or take back what happened, or who read a contact', async () => {
    for (const table of ['platform.event', 'platform.contact_read', 'platform.request_key']) {
      expect(await refused(`update ${table} set neighborhood_id = neighborhood_id`)).toBe(INSUFFICIENT);
      expect(await refused(`delete from ${table}`)).toBe(INSUFFICIENT);
      expect(await refused(`truncate ${table}`)).toBe(INSUFFICIENT);
    }
  });

  test('delete a matter or anything said about it', async () => {
    for (const table of ['matters.matter', 'matters.note', 'matters.contact', 'matters.follow_up']) {
      expect(await refused(`delete from ${table}`)).toBe(INSUFFICIENT);
    }
  });

  test('write the record of upgrades', async () => {
    expect(await refused("insert into platform.migration (name, sha256) values ('x', 'x')")).toBe(
      INSUFFICIENT,
    );
  });
});

describe('a transaction', () => {
  test('ends with its setting: the next one on the connection sees nothing', async () => {
    const client = await t.appPool.connect();
    try {
      await client.query(`begin; set local xieshou.neighborhood = '${here.id}'`);
      expect((await client.query('select 1 from matters.matter')).rowCount).toBe(1);
      await client.query('commit');
      expect((await client.query('select 1 from matters.matter')).rowCount).toBe(0);
    } finally {
      client.release();
    }
  });

  test('is not opened for something that is no neighborhood', async () => {
    const actor = { ...here.as.RC, neighborhoodId: "x'; drop schema matters; --" };
    await expect(t.database.inTransaction(actor, async () => 1)).rejects.toThrow(/not a UUID/);
    await expect(
      t.database.inTransaction({ ...here.as.RC, neighborhoodId: randomUUID() }, (tx) =>
        tx.schema('registry').selectFrom('registry.person').select('id').execute(),
      ),
    ).resolves.toEqual([]);
  });
});

/** Never run: what it must not be possible to write. The type check of the tests is the test. */
function _anotherModulesTables(tx: Tx, matters: SchemaHandle<'matters'>): unknown[] {
  return [
    matters.selectFrom('matters.matter').select('id'),
    // @ts-expect-error a module's handle does not know another module's tables
    matters.selectFrom('registry.person').select('id'),
    // @ts-expect-error nor may they be joined
    matters.selectFrom('matters.matter').innerJoin('registry.unit', 'registry.unit.id', 'unit_id'),
    // @ts-expect-error nor written
    tx.schema('matters').insertInto('platform.event').values({}),
    // @ts-expect-error there is no handle for all schemas
    tx.schema('public'),
  ];
}

test('somebody with every post still sees one neighborhood only', async () => {
  const codes = good(
    await does(t, here.as.RC, async (tx) => ({
      ok: true as const,
      value: await tx.schema('matters').selectFrom('matters.matter').select('code').execute(),
    })),
  );
  expect(codes.map(({ code }) => code.slice(0, 2))).toEqual(['AA']);
});
