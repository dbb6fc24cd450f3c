import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { connectDatabase, type Database } from '#platform/db/database.ts';
import { rolePassword } from '#platform/db/role-password.ts';
import { APP_ROLE, OWNER_ROLE } from '#platform/db/roles.ts';
import { makeVault, type Vault } from '#platform/vault/vault.ts';

export type TestDatabase = {
  /** As the program connects: `xieshou_app`, walled by row-level security. */
  readonly database: Database;
  /** The owner of the tables, for rows that no command makes and for looking behind the wall. */
  readonly ownerPool: pg.Pool;
  /** The program's role without the program, for tests of what it cannot do. */
  readonly appPool: pg.Pool;
  readonly vault: Vault;
  /** What `now` is for transactions that name no moment. */
  readonly clock: { now: Date };
  close(): Promise<void>;
};

// Deriving its keys takes a while, and it is the same for every database of the run.
let sharedVault: Vault | null = null;

/**
 * A migrated, empty database of its own; call it in `beforeAll` and `close()` it in `afterAll`, so that test
 * files can run at the same time.
 *
 * @param now where the clock stands; it moves only when a test sets `clock.now`.
 * @param ownVault with keys of its own, for tests of keys.
 */
export async function testDatabase(
  now: Date = new Date('2026-11-23T02:00:00Z'),
  ownVault?: Vault,
): Promise<TestDatabase> {
  const { admin, secret } = inject('testServer');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(admin, `create database ${name} template xieshou owner ${OWNER_ROLE}`);
  const as = (user: string) => ({ ...admin, user, password: rolePassword(secret, user), database: name });
  sharedVault ??= makeVault(secret);
  const vault = ownVault ?? sharedVault;
  const clock = { now };
  const database = connectDatabase({ ...as(APP_ROLE), max: 8 }, vault, () => clock.now);
  const ownerPool = new pg.Pool({ ...as(OWNER_ROLE), max: 3 });
  const appPool = new pg.Pool({ ...as(APP_ROLE), max: 3 });
  return {
    database,
    ownerPool,
    appPool,
    vault,
    clock,
    async close() {
      await Promise.all([database.close(), ownerPool.end(), appPool.end()]);
      await asAdmin(admin, `drop database ${name} with (force)`);
    },
  };
}

async function asAdmin(admin: pg.ClientConfig, sql: string): Promise<void> {
  const client = new pg.Client(admin);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
