import { fileURLToPath } from 'node:url';
import type { ClientConfig } from 'pg';
import type { Config } from '#platform/config/config.ts';
import { loadOrMakeSecret } from '#platform/config/secret.ts';
import type { StartLog } from '#platform/config/start-refusal.ts';
import { startEmbedded } from './embedded/start-embedded.ts';
import { migrate } from './migrate.ts';
import { APP_ROLE, prepareDatabase, prepareOrdinaryDatabase } from './roles.ts';

export type OpenDatabase = {
  /** For migrations only: the owner of schemas and tables. */
  readonly ownerConfig: ClientConfig;
  /** For everything the program does: owns nothing, walled by row-level security. */
  readonly appConfig: ClientConfig;
  /** The program's secret: from the settings, or kept in the data folder. */
  readonly secret: string;
  /** Where the program's upgrades are, for `migrationsCurrent`. */
  readonly migrationsDir: string;
  /** Stops the embedded database and gives the data folder back; does nothing for an ordinary server. */
  stop(): Promise<void>;
};

type Settings = Pick<Config, 'dataDir' | 'databaseUrl' | 'secret'>;

const MIGRATIONS = fileURLToPath(new URL('../../../db/migrations', import.meta.url));

/**
 * Opens the program's database, embedded or by `DATABASE_URL`: reachable, new enough, roles prepared,
 * upgrades done.
 *
 * @throws StartRefusal with what somebody can do about it; nothing keeps running then.
 */
export async function openDatabase(
  config: Settings,
  log: StartLog,
  migrationsDir: string = MIGRATIONS,
): Promise<OpenDatabase> {
  if (config.databaseUrl !== null) {
    const secret = config.secret;
    if (secret === null) throw new Error('A secret is required with DATABASE_URL; readConfig asks for it.');
    const { owner, app } = await prepareOrdinaryDatabase(config.databaseUrl, { secret });
    await migrate(owner, migrationsDir, APP_ROLE, log);
    return { ownerConfig: owner, appConfig: app, secret, migrationsDir, stop: async () => undefined };
  }
  const embedded = await startEmbedded({ dataDir: config.dataDir, log });
  try {
    const secret = config.secret ?? (await loadOrMakeSecret(config.dataDir));
    const { owner, app } = await prepareDatabase(embedded.admin, { secret });
    await migrate(owner, migrationsDir, APP_ROLE, log);
    return { ownerConfig: owner, appConfig: app, secret, migrationsDir, stop: () => embedded.stop() };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}
