import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { progressLine, type StartLog, StartRefusal } from '#platform/config/start-refusal.ts';
import { connectOrRefuse } from './connect.ts';
import { START_LOCK } from './roles.ts';

/** One upgrade of the database: a file `NNNN-name.sql`. */
type Migration = { readonly name: string; readonly sha256: string; readonly sql: string };
type Recorded = { readonly name: string; readonly sha256: string };

/** The upgrades this program knows, in order. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-[\w-]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Which upgrades are still to be done: those after the recorded ones, which must be the first ones of the
 * program, unchanged.
 *
 * @throws StartRefusal `start.database-newer`, `start.migration-changed`, `start.migration-order`.
 */
export function pendingMigrations(known: readonly Migration[], recorded: readonly Recorded[]): Migration[] {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const { name, sha256 } of recorded) {
    const migration = byName.get(name);
    if (!migration) throw new StartRefusal('start.database-newer', { name });
    if (migration.sha256 !== sha256) throw new StartRefusal('start.migration-changed', { name });
    byName.delete(name);
  }
  const pending = [...byName.values()];
  const last =
    recorded
      .map(({ name }) => name)
      .sort()
      .at(-1) ?? '';
  const late = pending.find(({ name }) => name < last);
  if (late) throw new StartRefusal('start.migration-order', { name: late.name, last });
  return pending;
}

/**
 * Brings the database up to the program: forward only, in order, each upgrade in a transaction of its own
 * together with its record in `platform.migration`. Copies that start together wait for one another.
 *
 * @param owner connects as the owner of the schemas.
 * @param appRole may read the record.
 * @returns the names of the upgrades done now.
 * @throws StartRefusal as {@link pendingMigrations}, and `start.migration-failed`.
 */
export async function migrate(
  owner: pg.ClientConfig,
  folder: string,
  appRole: string,
  log: StartLog = () => undefined,
): Promise<string[]> {
  const known = await readMigrations(folder);
  const client = await connectOrRefuse(owner);
  try {
    await client.query('select pg_advisory_lock($1)', [START_LOCK]);
    await client.query(`
      create schema if not exists platform;
      create table if not exists platform.migration (
        name text primary key,
        sha256 text not null,
        done_at timestamptz not null default now()
      );
      grant usage on schema platform to ${pg.escapeIdentifier(appRole)};
      grant select on platform.migration to ${pg.escapeIdentifier(appRole)};
    `);
    const { rows } = await client.query<Recorded>(
      'select name, sha256 from platform.migration order by name',
    );
    const pending = pendingMigrations(known, rows);
    for (const migration of pending) {
      log(progressLine('start.migrating', { name: migration.name }));
      await apply(client, migration);
    }
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function apply(client: pg.Client, { name, sha256, sql }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query('insert into platform.migration (name, sha256) values ($1, $2)', [name, sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    const { message, detail } = error as pg.DatabaseError;
    throw new StartRefusal('start.migration-failed', {
      name,
      reason: detail ? `${message} (${detail})` : message,
    });
  }
}

/** Whether the database has exactly the upgrades this program knows, for `GET /readyz`. */
export async function migrationsCurrent(pool: pg.Pool, folder: string): Promise<boolean> {
  const known = await readMigrations(folder);
  const { rows } = await pool.query<Recorded>('select name, sha256 from platform.migration order by name');
  return (
    rows.length === known.length &&
    rows.every((row, i) => row.name === known[i]!.name && row.sha256 === known[i]!.sha256)
  );
}
