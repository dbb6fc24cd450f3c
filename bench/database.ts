/** The embedded PostgreSQL of a benchmark, with as many databases as it likes. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { connectDatabase, type Database } from '#platform/db/database.ts';
import { startEmbedded } from '#platform/db/embedded/start-embedded.ts';
import { migrate } from '#platform/db/migrate.ts';
import { rolePassword } from '#platform/db/role-password.ts';
import { APP_ROLE, OWNER_ROLE, prepareDatabase } from '#platform/db/roles.ts';
import { makeVault } from '#platform/vault/vault.ts';

const SECRET = 'only-for-benchmarks-only-for-benchmarks';
const MIGRATIONS = join(import.meta.dirname, '../db/migrations');

export type BenchDatabase = {
  readonly database: Database;
  /** The same program connected as the owner of the tables, for whom row-level security does not count. */
  readonly unwalled: Database;
  readonly owner: pg.Pool;
};

export type BenchServer = {
  /** A migrated, empty database. */
  create(name: string): Promise<BenchDatabase>;
  /** Everything written so far is on disk, so that nothing of it is written during a measurement. */
  settle(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts a server with the settings of the program; everything is gone after `stop`. */
export async function benchServer(): Promise<BenchServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'xieshou-bench-'));
  chmodSync(dataDir, 0o755);
  const embedded = await startEmbedded({ dataDir, log: () => undefined });
  const { owner } = await prepareDatabase(embedded.admin, { secret: SECRET });
  await migrate(owner, MIGRATIONS, APP_ROLE);
  const admin = new pg.Client(embedded.admin);
  await admin.connect();
  const opened: BenchDatabase[] = [];
  return {
    async create(name) {
      await admin.query(`create database ${name} template xieshou owner ${OWNER_ROLE}`);
      const as = (user: string) => ({
        ...embedded.admin,
        user,
        password: rolePassword(SECRET, user),
        database: name,
      });
      const vault = makeVault(SECRET);
      const made = {
        database: connectDatabase(as(APP_ROLE), vault),
        unwalled: connectDatabase(as(OWNER_ROLE), vault),
        owner: new pg.Pool(as(OWNER_ROLE)),
      };
      made.owner.on('error', () => undefined);
      opened.push(made);
      return made;
    },
    async settle() {
      await admin.query('checkpoint');
    },
    async stop() {
      for (const { database, unwalled, owner: pool } of opened)
        await Promise.all([database.close(), unwalled.close(), pool.end()]);
      await admin.end();
      await embedded.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
