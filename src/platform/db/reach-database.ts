import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import type { Config } from '#platform/config/config.ts';
import { loadOrMakeSecret } from '#platform/config/secret.ts';
import { type StartLog, StartRefusal } from '#platform/config/start-refusal.ts';
import { chooseAccount } from './embedded/account.ts';
import { socketFolder } from './embedded/socket-folder.ts';
import { openDatabase } from './open-database.ts';
import { rolePassword } from './role-password.ts';
import { APP_ROLE, DATABASE } from './roles.ts';

export type Reached = {
  /** The program's role, as in `OpenDatabase`. */
  readonly appConfig: ClientConfig;
  readonly secret: string;
  stop(): Promise<void>;
};

type Settings = Pick<Config, 'dataDir' | 'databaseUrl' | 'secret'>;

/**
 * The program's database for a tool that looks at it: opened, or, where a running copy has the embedded one
 * open already, reached through that copy's socket.
 *
 * @throws StartRefusal as {@link openDatabase}, except `start.data-folder-used`.
 */
export async function reachDatabase(config: Settings, log: StartLog): Promise<Reached> {
  try {
    return await openDatabase(config, log);
  } catch (error) {
    if (error instanceof StartRefusal && error.code === 'start.data-folder-used') return runningOne(config);
    throw error;
  }
}

async function runningOne(config: Settings): Promise<Reached> {
  const dataDir = realpathSync(config.dataDir);
  const secret = config.secret ?? (await loadOrMakeSecret(dataDir));
  const appConfig = {
    host: socketFolder(dataDir, chooseAccount([join(dataDir, 'postgres'), dataDir])),
    port: 5432,
    user: APP_ROLE,
    password: rolePassword(secret, APP_ROLE),
    database: DATABASE,
    ssl: false,
  };
  return { appConfig, secret, stop: async () => undefined };
}
