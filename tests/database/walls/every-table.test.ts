import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { type Table, tablesOf, UNWALLED } from './catalogue.ts';
import { dropConstraints, madeInsert } from './made-rows.ts';

// Every table of a neighborhood holds one row of this neighborhood and one of another, made from the catalogue:
// a table somebody adds tomorrow is tried without anybody thinking of it.

const HERE = randomUUID();
const THERE = randomUUID();
const INSUFFICIENT = '42501';

/** Tables in which nothing may be changed or taken back by the program. */
const APPEND_ONLY = ['platform.event', 'platform.contact_read', 'platform.request_key'];

let t: TestDatabase;
let tables: Table[];

beforeAll(async () => {
  t = await testDatabase();
  await dropConstraints(t.ownerPool);
  tables = (await tablesOf(t.ownerPool)).filter(({ name, owned }) => owned && !UNWALLED.has(name));
  for (const { name } of tables) {
    for (const id of [HERE, THERE]) await t.ownerPool.query(...(await madeInsert(t.ownerPool, name, id)));
  }
});
afterAll(() => t.close());

/** As the program's role in one neighborhood; taken back afterwards. */
async function here<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await t.appPool.connect();
  try {
    await client.query(`begin; set local xieshou.neighborhood = '${HERE}'`);
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** The rows a statement touched or gave, or the code it was refused with. */
async function tried(client: pg.PoolClient, sql: string, values: unknown[] = []): Promise<string | number> {
  await client.query('savepoint try');
  try {
    return (await client.query(sql, values)).rowCount ?? 0;
  } catch (error) {
    await client.query('rollback to savepoint try');
    return (error as pg.DatabaseError).code ?? 'unknown';
  }
}

/** What a statement answers for every table. */
async function ofEveryTable(ask: (table: string) => string): Promise<Map<string, string | number>> {
  const answers = new Map<string, string | number>();
  for (const { name } of tables) answers.set(name, await here((client) => tried(client, ask(name))));
  return answers;
}

const not = (allowed: readonly (string | number)[], answers: ReadonlyMap<string, string | number>) =>
  [...answers].filter(([, answer]) => !allowed.includes(answer));

describe("with a row of this and of another neighborhood in every table, the program's role", () => {
  test('has every such table tried', async () => {
    expect(tables.length).toBeGreaterThan(35);
    for (const { name } of tables) {
      const { rows } = await t.ownerPool.query(`select count(*)::int as n from ${name}`);
      expect([name, rows[0].n]).toEqual([name, 2]);
    }
  });

  test('sees its own row and no other', async () => {
    expect(not([1, INSUFFICIENT], await ofEveryTable((name) => `select 1 from ${name}`))).toEqual([]);
    const foreign = await ofEveryTable((name) => `select 1 from ${name} where neighborhood_id = '${THERE}'`);
    expect(not([0, INSUFFICIENT], foreign)).toEqual([]);
  });

  test('may read nearly all of them, so that seeing nothing is the wall and not a missing grant', async () => {
    const closed = not([1], await ofEveryTable((name) => `select 1 from ${name}`));
    expect(closed.map(([name]) => name)).toEqual([]);
  });

  test('counts one', async () => {
    for (const { name } of tables) {
      const answer = await here((client) => client.query(`select count(*)::int as n from ${name}`));
      expect([name, answer.rows[0].n]).toEqual([name, 1]);
    }
  });

  test('changes nothing of the other', async () => {
    const changed = await ofEveryTable(
      (name) => `update ${name} set neighborhood_id = neighborhood_id where neighborhood_id = '${THERE}'`,
    );
    expect(not([0, INSUFFICIENT], changed)).toEqual([]);
  });

  test('deletes nothing of the other, not even with all', async () => {
    const deleted = await ofEveryTable((name) => `delete from ${name}`);
    expect(not([1, INSUFFICIENT], deleted)).toEqual([]);
    for (const { name } of tables) {
      const { rows } = await t.ownerPool.query(`select count(*)::int as n from ${name}`);
      expect([name, rows[0].n]).toEqual([name, 2]);
    }
  });

  test('carries no row over to the other', async () => {
    const moved = await ofEveryTable((name) => `update ${name} set neighborhood_id = '${THERE}'`);
    expect(not([INSUFFICIENT], moved)).toEqual([]);
  });

  test('puts nothing into the other', async () => {
    for (const { name } of tables) {
      const insert = await madeInsert(t.ownerPool, name, THERE);
      expect([name, await here((client) => tried(client, ...insert))]).toEqual([name, INSUFFICIENT]);
    }
  });

  test('changes and takes back nothing where things are only added, its own included', async () => {
    for (const name of APPEND_ONLY) {
      for (const sql of [
        `update ${name} set neighborhood_id = neighborhood_id`,
        `delete from ${name}`,
        `truncate ${name}`,
      ]) {
        expect([sql, await here((client) => tried(client, sql))]).toEqual([sql, INSUFFICIENT]);
      }
      const insert = await madeInsert(t.ownerPool, name, HERE);
      expect([name, await here((client) => tried(client, ...insert))]).toEqual([name, 1]);
    }
  });
});

describe('a new table', () => {
  const made = async (walls: string) => {
    await t.ownerPool.query(
      `create schema fresh; grant usage on schema fresh to xieshou_app;
       create table fresh.thing (neighborhood_id uuid, id uuid, primary key (neighborhood_id, id));
       grant select on fresh.thing to xieshou_app; ${walls}`,
    );
    try {
      for (const id of [HERE, THERE])
        await t.ownerPool.query(...(await madeInsert(t.ownerPool, 'fresh.thing', id)));
      return await here((client) => tried(client, 'select 1 from fresh.thing'));
    } finally {
      await t.ownerPool.query('drop schema fresh cascade');
    }
  };

  test('without a wall gives both rows away, and this is how it would be found', async () => {
    expect(await made('')).toBe(2);
  });

  test('with a wall and no policy gives nothing', async () => {
    expect(await made('alter table fresh.thing enable row level security')).toBe(0);
  });

  test('walled as migrations do gives its own row', async () => {
    expect(await made("call platform.wall_schema('fresh')")).toBe(1);
  });
});
