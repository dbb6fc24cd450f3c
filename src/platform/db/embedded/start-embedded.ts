import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import { loadOrMakeSecretFile } from '#platform/config/secret.ts';
import type { StartLog } from '#platform/config/start-refusal.ts';
import { progressLine } from '#platform/config/start-refusal.ts';
import { chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { findOrMakeDatabaseFolder, SUPERUSER } from './database-folder.ts';
import { takeDataFolder } from './folder-lock.ts';
import { stopLeftovers } from './leftovers.ts';
import { runServer } from './run-server.ts';
import { socketFolder } from './socket-folder.ts';

export type Embedded = {
  /** Connects as the superuser to the database `postgres`, over the socket. */
  readonly admin: ClientConfig;
  /** Shuts the database down and gives the data folder back. */
  stop(): Promise<void>;
};

/**
 * Starts the embedded PostgreSQL on a data folder: makes the database the first time, ends what a killed
 * program left behind, recovers, and waits until it answers. No network port is opened.
 *
 * @throws StartRefusal with what somebody can do about it.
 */
export async function startEmbedded(wanted: { dataDir: string; log: StartLog }): Promise<Embedded> {
  const { log } = wanted;
  const release = takeDataFolder(wanted.dataDir);
  try {
    const dataDir = realpathSync(wanted.dataDir);
    const binaries = findBinaries();
    const password = await loadOrMakeSecretFile(join(dataDir, 'postgres-password'));
    const account = chooseAccount([join(dataDir, 'postgres'), dataDir]);
    const { folder, launcher } = await findOrMakeDatabaseFolder({
      dataDir,
      account,
      binaries,
      password,
      log,
    });
    await stopLeftovers(folder, log);
    const socket = socketFolder(dataDir, account);
    const admin = { host: socket, port: 5432, user: SUPERUSER, password, database: 'postgres', ssl: false };
    log(progressLine('start.starting-database'));
    const server = await runServer({
      dataDir,
      folder,
      socket,
      postgres: binaries.postgres,
      launcher,
      admin,
      log,
    });
    return {
      admin,
      async stop() {
        await server.stop();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}
