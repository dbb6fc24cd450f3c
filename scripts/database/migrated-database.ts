/** An embedded PostgreSQL of its own with all migrations done, for looking at what they make. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import { openDatabase } from '#platform/db/open-database.ts';

/** Runs `look` on a fresh, migrated database as the owner of its tables, and takes the database away again. */
export async function onMigratedDatabase<T>(look: (owner: ClientConfig) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'xieshou-schema-'));
  // Everybody may pass, so that a run as root needs no special right for its database.
  chmodSync(dataDir, 0o755);
  try {
    const opened = await openDatabase({ dataDir, databaseUrl: null, secret: null }, () => undefined);
    try {
      return await look(opened.ownerConfig);
    } finally {
      await opened.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
