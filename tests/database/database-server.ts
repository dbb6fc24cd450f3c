import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#platform/db/embedded/start-embedded.ts';
import { migrate } from '#platform/db/migrate.ts';
import { APP_ROLE, prepareDatabase } from '#platform/db/roles.ts';

/** Where the tests' server is and how to sign in; made here, used by {@link ./test-database.ts}. */
export type TestServer = {
  readonly admin: { host: string; port: number; user: string; password: string; database: string };
  readonly secret: string;
};

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));

/** Known to tests only, so that a failing one can be looked at with psql. */
const SECRET = 'only-for-tests-only-for-tests-only-for-tests';

/** Starts one embedded PostgreSQL for a test run, migrates the template of all test databases, stops it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'xieshou-tests-'));
  // Everybody may pass, so that a run as root needs no special right for its database.
  chmodSync(dataDir, 0o755);
  const embedded = await startEmbedded({ dataDir, log: () => undefined });
  try {
    await hurry(embedded.admin);
    const { owner } = await prepareDatabase(embedded.admin, { secret: SECRET });
    await migrate(owner, MIGRATIONS, APP_ROLE);
    project.provide('testServer', { admin: embedded.admin as TestServer['admin'], secret: SECRET });
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  return async () => {
    await embedded.stop();
    rmSync(dataDir, { recursive: true });
  };
}

/** A test database need not survive a crash of the machine. */
async function hurry(admin: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(admin);
  await client.connect();
  await client.query('alter system set fsync = off');
  await client.query('alter system set synchronous_commit = off');
  await client.query('alter system set full_page_writes = off');
  await client.query('select pg_reload_conf()');
  await client.end();
}
