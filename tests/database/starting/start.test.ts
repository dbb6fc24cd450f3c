import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { isAlive, processIdentity } from '#platform/db/embedded/process-facts.ts';
import { Bench, killNow, run } from './data-folders.ts';

let bench: Bench;
beforeAll(() => {
  bench = new Bench();
});
afterAll(() => bench.close());

const SOON = { timeout: 15_000, interval: 20 };
const notes = async (config: Parameters<typeof run>[0]) =>
  (await run<{ text: string }>(config, 'select text from platform.note order by text')).map(
    ({ text }) => text,
  );

describe('the first start', () => {
  test('makes everything, and the second finds it again, within 5 seconds', async () => {
    const first = await bench.open('plain');
    await run(first.appConfig, `insert into platform.note values ('kept')`);
    await first.stop();
    const started = performance.now();
    const second = await bench.open('plain');
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(await notes(second.appConfig)).toEqual(['kept']);
    expect(second.secret).toBe(first.secret);
    await second.stop();
    expect(readdirSync(bench.data('plain')).sort()).toEqual([
      'postgres',
      'postgres-password',
      'postgres-start.log',
      'secret',
      'socket',
    ]);
  });

  test('keeps its secrets to itself and opens no port', async () => {
    const database = await bench.open('plain');
    for (const file of ['secret', 'postgres-password']) {
      expect(statSync(join(bench.data('plain'), file)).mode & 0o777).toBe(0o600);
    }
    const [row] = await run<{ addresses: string; sync: string }>(
      database.appConfig,
      `select current_setting('listen_addresses') as addresses, current_setting('synchronous_commit') as sync`,
    );
    expect(row).toEqual({ addresses: '', sync: 'on' });
    await database.stop();
  });

  test('connects the program as a role that owns nothing and cannot make tables', async () => {
    const database = await bench.open('plain');
    const [role] = await run<Record<string, unknown>>(
      database.appConfig,
      `select current_user as name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
              (select count(*)::int from pg_class where relowner = r.oid) as owned
         from pg_roles r where rolname = current_user`,
    );
    expect(role).toEqual({
      name: 'xieshou_app',
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      owned: 0,
    });
    await expect(run(database.appConfig, 'create table platform.mine (a int)')).rejects.toThrow(
      /permission denied/,
    );
    await expect(run(database.appConfig, 'create table public.mine (a int)')).rejects.toThrow(
      /permission denied/,
    );
    await expect(run(database.appConfig, 'set role xieshou_owner')).rejects.toThrow(/permission denied/);
    await database.stop();
  });

  test('sorts and splits Chinese as Chinese', async () => {
    const database = await bench.open('plain');
    const [row] = await run<{ sorted: string; word: boolean }>(
      database.appConfig,
      `select (select string_agg(w, '' order by w) from unnest(array['中', '阿', '王']) w) as sorted,
              '电' ~ '[[:alpha:]]' as word`,
    );
    expect(row).toEqual({ sorted: '阿王中', word: true });
    await database.stop();
  });

  test('interrupted half-way leaves nothing the next one trips over', async () => {
    for (const trace of ['postgres.making/data', 'postgres.making/data/base']) {
      const child = bench.begin('half');
      await vi.waitUntil(() => existsSync(join(bench.data('half'), trace)), SOON);
      await killNow(child);
      expect(existsSync(join(bench.data('half'), 'postgres'))).toBe(false);
    }
    const database = await bench.open('half');
    expect(await notes(database.appConfig)).toEqual([]);
    expect(existsSync(join(bench.data('half'), 'postgres.making'))).toBe(false);
    await database.stop();
  });
});

describe('a data folder', () => {
  test('used by another running copy is refused with its process, and that copy is not disturbed', async () => {
    const other = await bench.copy('plain');
    expect(other.said).toBe('open');
    const server = bench.server('plain');
    await expect(bench.open('plain')).rejects.toMatchObject({
      code: 'start.data-folder-used',
      params: { pid: other.process.pid },
    });
    expect(bench.server('plain')).toBe(server);
    expect(isAlive(server!)).toBe(true);
    other.process.kill('SIGTERM');
    await once(other.process, 'exit');
    expect(existsSync(join(bench.data('plain'), 'xieshou.lock'))).toBe(false);
  });

  test('whose lock is of a dead process goes to exactly one of several that come at once', async () => {
    const dead = spawn(process.execPath, ['-e', '']);
    const identity = processIdentity(dead.pid!)!;
    await once(dead, 'exit');
    writeFileSync(join(bench.data('plain'), 'xieshou.lock'), identity);
    const copies = await Promise.all(Array.from({ length: 5 }, () => bench.copy('plain')));
    const said = copies.map((copy) => copy.said).sort();
    expect(said).toEqual(['open', ...Array(4).fill('start.data-folder-used')].sort());
    const winner = copies.find((copy) => copy.said === 'open')!.process;
    winner.kill('SIGTERM');
    await once(winner, 'exit');
  });

  test('that cannot be written is refused', async () => {
    writeFileSync(bench.data('file'), '');
    await expect(bench.open('file/below')).rejects.toMatchObject({ code: 'start.data-folder-unwritable' });
  });

  test('with something else in the place of the database is refused and left as it is', async () => {
    mkdirSync(bench.data('strange/postgres'), { recursive: true });
    writeFileSync(bench.data('strange/postgres/letter.txt'), 'dear');
    await expect(bench.open('strange')).rejects.toMatchObject({ code: 'start.database-folder-strange' });
    expect(readdirSync(bench.data('strange/postgres'))).toEqual(['letter.txt']);
  });

  test('of another PostgreSQL version is refused', async () => {
    mkdirSync(bench.data('old/postgres'), { recursive: true });
    writeFileSync(bench.data('old/postgres/PG_VERSION'), '14\n');
    await expect(bench.open('old')).rejects.toMatchObject({
      code: 'start.database-folder-version',
      params: { found: '14', expected: '18' },
    });
  });

  test('in a folder that only its owner may enter works, for root too', async () => {
    mkdirSync(bench.data('closed'), { mode: 0o700 });
    const database = await bench.open('closed/data');
    expect(await notes(database.appConfig)).toEqual([]);
    await database.stop();
  });

  test('with a path too long for a socket works', async () => {
    const name = 'long-'.repeat(24);
    const database = await bench.open(name);
    expect(`${database.appConfig.host}/.s.PGSQL.5432`.length).toBeLessThanOrEqual(107);
    expect(await notes(database.appConfig)).toEqual([]);
    await database.stop();
  });
});

describe('after a death without warning', () => {
  test('of the program, the database it left is stopped and nothing is lost', async () => {
    const copy = await bench.copy('plain');
    const orphan = bench.server('plain')!;
    await killNow(copy.process);
    expect(isAlive(orphan)).toBe(true);
    const lines: string[] = [];
    const database = await bench.open('plain', bench.migrations, lines);
    expect(isAlive(orphan)).toBe(false);
    expect(lines.join('\n')).toContain(`process ${orphan}`);
    expect(await notes(database.appConfig)).toEqual(['kept']);
    await database.stop();
  });

  test('of program and database together, the next start recovers what was acknowledged', async () => {
    const before = await bench.open('plain');
    const app = before.appConfig;
    await before.stop();
    const copy = await bench.copy('plain');
    await run(app, `insert into platform.note values ('acknowledged')`);
    process.kill(bench.server('plain')!, 'SIGKILL');
    await killNow(copy.process);
    const database = await bench.open('plain');
    expect(await notes(database.appConfig)).toEqual(['acknowledged', 'kept']);
    await database.stop();
  });

  test('of the database alone, the running program starts it again', async () => {
    const lines: string[] = [];
    const database = await bench.open('plain', bench.migrations, lines);
    const killed = bench.server('plain')!;
    process.kill(killed, 'SIGKILL');
    await vi.waitUntil(() => ![null, killed].includes(bench.server('plain')), SOON);
    const found = await vi.waitFor(() => notes(database.appConfig), SOON);
    expect(found).toContain('kept');
    expect(lines.join('\n')).toContain('stopped unexpectedly');
    await database.stop();
    expect(bench.server('plain')).toBeNull();
  });

  test('of a program that fails by itself, the database goes along', async () => {
    const copy = await bench.copy('plain');
    const server = bench.server('plain')!;
    copy.process.kill('SIGUSR2');
    expect(await once(copy.process, 'exit')).toEqual([3, null]);
    await vi.waitUntil(() => !isAlive(server), SOON);
  });

  test('a process number that now belongs to somebody else does not stop the start, nor is that one harmed', async () => {
    const stranger = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const folder = join(bench.data('plain'), 'postgres');
    const file = join(folder, 'postmaster.pid');
    writeFileSync(file, `${stranger.pid}\n${folder}\n1\n5432\n/tmp\n\n  1 1\nready   \n`, { mode: 0o600 });
    const owner = statSync(folder);
    chownSync(file, owner.uid, owner.gid);
    const database = await bench.open('plain');
    expect(await notes(database.appConfig)).toContain('kept');
    expect(isAlive(stranger.pid!)).toBe(true);
    await database.stop();
    await killNow(stranger);
  });
});
