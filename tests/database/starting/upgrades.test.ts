import { once } from 'node:events';
import { createServer } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { versionRefusal } from '#platform/db/connect.ts';
import { type Embedded, startEmbedded } from '#platform/db/embedded/start-embedded.ts';
import { migrate, migrationsCurrent } from '#platform/db/migrate.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { prepareDatabase, prepareOrdinaryDatabase } from '#platform/db/roles.ts';
import { Bench, run } from './data-folders.ts';

const SECRET = 'one-secret-for-all-copies-of-the-program';
let bench: Bench;
let server: Embedded;
beforeAll(async () => {
  bench = new Bench();
  server = await startEmbedded({ dataDir: bench.data('server'), log: () => undefined });
});
afterAll(async () => {
  await server.stop();
  await bench.close();
});

const admin = (sql: string) => run(server.admin, sql);
/** The address of a database of the test server, as a district's administrator would write it. */
const address = (user: string, database: string) =>
  `postgresql://${user}:word@/${database}?host=${encodeURIComponent(String(server.admin.host))}`;
const prepare = (user: string, database: string, secret = SECRET) =>
  prepareOrdinaryDatabase(address(user, database), { secret });

describe('an ordinary PostgreSQL', () => {
  beforeAll(async () => {
    await admin(`create role plain login password 'word'`);
    await admin(`create role maker login createrole password 'word'`);
    await admin('create database district owner plain');
  });

  test('of version 14 is too old, of 15 and 18 is not', () => {
    expect(versionRefusal(140_022)).toMatchObject({
      code: 'start.database-too-old',
      params: { found: 14, needed: 15 },
    });
    expect(versionRefusal(150_000)).toBeNull();
    expect(versionRefusal(180_004)).toBeNull();
  });

  test('that does not answer is named without its password', async () => {
    const listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as { port: number };
    listener.close();
    await once(listener, 'close');
    const databaseUrl = `postgres://xieshou:hush@127.0.0.1:${port}/xieshou`;
    const opened = openDatabase(
      { dataDir: bench.data('none'), databaseUrl, secret: SECRET },
      () => undefined,
    );
    const refusal = await opened.then(
      () => null,
      (error) => error,
    );
    expect(refusal).toMatchObject({
      code: 'start.database-unreachable',
      params: { server: `127.0.0.1:${port}` },
    });
    expect(refusal.sentence).not.toContain('hush');
  });

  test('that does not know the user or the database says which', async () => {
    await expect(prepare('nobody_known', 'district')).rejects.toMatchObject({
      code: 'start.database-sign-in',
      params: { user: 'nobody_known' },
    });
    await expect(prepare('plain', 'nowhere')).rejects.toMatchObject({
      code: 'start.database-missing',
      params: { database: 'nowhere' },
    });
  });

  test('where the user may not make tables gives the statement that helps', async () => {
    const refusal = await prepare('maker', 'district').catch((error) => error);
    expect(refusal).toMatchObject({ code: 'start.database-no-create' });
    await admin(refusal.params.sql);
    await admin('revoke create on database district from maker');
  });

  test('where the user may not make accounts gives the statement that helps, without the password', async () => {
    const refusal = await prepare('plain', 'district').catch((error) => error);
    expect(refusal).toMatchObject({ code: 'start.database-role-missing', params: { role: 'xieshou_app' } });
    await admin(refusal.params.sql);
    const { app } = await prepare('plain', 'district');
    expect(refusal.sentence).not.toContain(new pg.Client(app).password);
    expect(await run(app, 'select current_user::text as name')).toEqual([{ name: 'xieshou_app' }]);
    await admin('drop role xieshou_app');
  });

  test('where the user may make accounts is prepared by several copies at once', async () => {
    await admin('create database together owner maker');
    const all = await Promise.all([1, 2, 3].map(() => prepare('maker', 'together')));
    for (const { app } of all) {
      expect(await run(app, 'select current_user::text as name')).toEqual([{ name: 'xieshou_app' }]);
    }
  });

  test('with another secret is refused, and the account keeps its password', async () => {
    await expect(prepare('maker', 'together', `${SECRET}!`)).rejects.toMatchObject({
      code: 'start.database-role-password',
    });
    await prepare('maker', 'together');
  });

  test.each([
    ['passes row-level security', 'alter role xieshou_app bypassrls', 'alter role xieshou_app nobypassrls'],
    ['is a superuser', 'alter role xieshou_app superuser', 'alter role xieshou_app nosuperuser'],
    ['belongs to the owner', 'grant plain to xieshou_app', 'revoke plain from xieshou_app'],
  ])('where the account of the program %s is refused', async (_what, give, take) => {
    await admin(give);
    await expect(prepare('plain', 'district')).rejects.toMatchObject({ code: 'start.database-role-strong' });
    await admin(take);
    await prepare('plain', 'district');
  });

  test('cannot be used with the everyday account as its owner', async () => {
    const { app } = await prepare('plain', 'district');
    await admin('grant create on database district to xieshou_app');
    const asOwner = prepareOrdinaryDatabase(String(app.connectionString), { secret: SECRET });
    await expect(asOwner).rejects.toMatchObject({ code: 'start.database-owner-is-app' });
  });
});

describe('upgrades', () => {
  const TWO = {
    '0001-first.sql': 'create table platform.one (a int);',
    '0002-second.sql': 'create table platform.two (a int);',
  };
  /** A fresh database on the test server and its owner. */
  async function fresh(name: string): Promise<pg.ClientConfig> {
    const { owner } = await prepareDatabase(server.admin, { secret: SECRET });
    await admin(`create database ${name} owner xieshou_owner`);
    return { ...owner, database: name };
  }
  const tables = async (owner: pg.ClientConfig) =>
    (
      await run<{ name: string }>(
        owner,
        `select tablename as name from pg_tables where schemaname = 'platform' order by 1`,
      )
    ).map(({ name }) => name);

  test('are done once, in order, when two copies start at the same time', async () => {
    const owner = await fresh('twice');
    const folder = bench.migrationsFolder('twice', TWO);
    const done = await Promise.all([1, 2, 3].map(() => migrate(owner, folder, 'xieshou_app')));
    expect(done.flat()).toEqual(['0001-first.sql', '0002-second.sql']);
    expect(await tables(owner)).toEqual(['migration', 'one', 'two']);
    expect(await migrate(owner, folder, 'xieshou_app')).toEqual([]);
  });

  test('newer than the program are refused, and readiness tells both sides', async () => {
    const owner = await fresh('newer');
    const folder = bench.migrationsFolder('newer', TWO);
    const older = bench.migrationsFolder('older', { '0001-first.sql': TWO['0001-first.sql'] });
    const pool = new pg.Pool({ ...owner, max: 1 });
    await migrate(owner, older, 'xieshou_app');
    expect(await migrationsCurrent(pool, folder)).toBe(false);
    await migrate(owner, folder, 'xieshou_app');
    expect(await migrationsCurrent(pool, folder)).toBe(true);
    expect(await migrationsCurrent(pool, older)).toBe(false);
    await pool.end();
    await expect(migrate(owner, older, 'xieshou_app')).rejects.toMatchObject({
      code: 'start.database-newer',
      params: { name: '0002-second.sql' },
    });
    expect(await tables(owner)).toEqual(['migration', 'one', 'two']);
  });

  test('edited after they were used are refused', async () => {
    const owner = await fresh('edited');
    await migrate(owner, bench.migrationsFolder('before', TWO), 'xieshou_app');
    const edited = bench.migrationsFolder('edited', {
      ...TWO,
      '0001-first.sql': 'create table platform.one (b int);',
    });
    await expect(migrate(owner, edited, 'xieshou_app')).rejects.toMatchObject({
      code: 'start.migration-changed',
      params: { name: '0001-first.sql' },
    });
  });

  test('that come in before one already used are refused', async () => {
    const owner = await fresh('late');
    const { '0001-first.sql': first, '0002-second.sql': second } = TWO;
    await migrate(owner, bench.migrationsFolder('late-a', { '0002-second.sql': second }), 'xieshou_app');
    const late = bench.migrationsFolder('late-b', { '0001-first.sql': first, '0002-second.sql': second });
    await expect(migrate(owner, late, 'xieshou_app')).rejects.toMatchObject({
      code: 'start.migration-order',
    });
  });

  test('that fail are undone as a whole and tried again at the next start', async () => {
    const owner = await fresh('failing');
    const broken = 'create table platform.two (a int); insert into platform.nowhere values (1);';
    const folder = bench.migrationsFolder('failing', { ...TWO, '0002-second.sql': broken });
    await expect(migrate(owner, folder, 'xieshou_app')).rejects.toMatchObject({
      code: 'start.migration-failed',
      params: { name: '0002-second.sql' },
    });
    expect(await tables(owner)).toEqual(['migration', 'one']);
    expect(await migrate(owner, bench.migrationsFolder('mended', TWO), 'xieshou_app')).toEqual([
      '0002-second.sql',
    ]);
  });
});
