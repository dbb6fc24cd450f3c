/** The demo neighborhood with 20,000 matters behind it, as an ordinary one, and the program running on it. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DEMO_NEIGHBORHOOD_ID } from '#demo/neighborhood/ids.ts';
import { seedNeighborhood } from '#demo/neighborhood/seed-neighborhood.ts';
import { connectDatabase } from '#platform/db/database.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { reachDatabase } from '#platform/db/reach-database.ts';
import { makeVault, type Vault } from '#platform/vault/vault.ts';
import { RunningProgram } from '../tests/crash/running-program.ts';
import { manyMatters } from './many-matters.ts';

const MATTERS = 20_000;

export type Town = {
  readonly neighborhoodId: string;
  readonly program: RunningProgram;
  /** Connects to the program's database as the program does. */
  readonly app: pg.PoolConfig;
  readonly vault: Vault;
  close(): Promise<void>;
};

/** Founds it and starts the program on it, as `npm run serve` does; needs the built pages. */
export async function openTown(): Promise<Town> {
  const folder = mkdtempSync(join(tmpdir(), 'xieshou-bench-'));
  chmodSync(folder, 0o755);
  const settings = { dataDir: join(folder, 'data'), databaseUrl: null, secret: null };
  await found(settings);
  const program = await RunningProgram.start(settings.dataDir);
  const { appConfig, secret } = await reachDatabase(settings, () => undefined);
  return {
    neighborhoodId: DEMO_NEIGHBORHOOD_ID,
    program,
    app: appConfig as pg.PoolConfig,
    vault: makeVault(secret),
    async close() {
      await program.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function found(settings: Parameters<typeof openDatabase>[0]): Promise<void> {
  const opened = await openDatabase(settings, () => undefined);
  const owner = new pg.Pool(opened.ownerConfig);
  // The database is stopped soon after, and may say so to a connection that is just being given up.
  owner.on('error', () => undefined);
  const database = connectDatabase(opened.appConfig, makeVault(opened.secret));
  try {
    await seedNeighborhood(database, { now: new Date() });
    await owner.query('update platform.neighborhood_address set is_demo = false');
    await manyMatters(owner, DEMO_NEIGHBORHOOD_ID, MATTERS);
  } finally {
    await Promise.all([owner.end(), database.close()]);
    await opened.stop();
  }
}

/** Memory a process holds now and held at most, in MB (Linux). */
export function memoryOf(pid: number): { readonly now: number; readonly most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]);
  return { now: kilobytes('VmRSS') / 1024, most: kilobytes('VmHWM') / 1024 };
}
