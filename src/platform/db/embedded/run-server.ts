import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, globSync, openSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { progressLine, type StartLog, StartRefusal } from '#platform/config/start-refusal.ts';
import { databaseEnv, type Launcher } from './account.ts';
import { troubleIn } from './database-folder.ts';
import { stopLeftovers } from './leftovers.ts';
import { waitUntil } from './process-facts.ts';

type ServerSpec = {
  readonly dataDir: string;
  readonly folder: string;
  readonly socket: string;
  readonly postgres: string;
  readonly launcher: Launcher;
  readonly admin: pg.ClientConfig;
  readonly log: StartLog;
};

/** For machines with 512 MB and more; nothing that could lose an acknowledged write. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  port: '5432',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '64MB',
  work_mem: '4MB',
  maintenance_work_mem: '32MB',
  max_wal_size: '512MB',
  max_parallel_workers_per_gather: '0',
  io_method: 'sync',
  jit: 'off',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // One file a weekday inside the database folder, overwritten a week later.
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgres-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: '0',
};

const MOST_RESTARTS = 5;
const RECOVERY_MILLIS = 10 * 60_000;

/**
 * Runs the database server and waits until it answers. A server that dies while the program runs is started
 * again, at most five times.
 *
 * @returns a function that shuts the server down and waits for it.
 * @throws StartRefusal `start.database-start-failed`, `start.database-password-file`.
 */
export async function runServer(spec: ServerSpec): Promise<{ stop(): Promise<void> }> {
  let stopping = false;
  let restarts = 0;
  let server = await startOnce(spec);
  let watching: Promise<void> = Promise.resolve();

  const restart = async (): Promise<void> => {
    if (stopping) return;
    if (++restarts > MOST_RESTARTS) {
      spec.log(progressLine('start.database-gave-up', { log: join(spec.folder, 'log') }));
      return;
    }
    spec.log(progressLine('start.database-died'));
    try {
      await stopLeftovers(spec.folder, spec.log);
      server = await startOnce(spec);
      watch();
    } catch {
      await restart();
    }
  };
  const watch = () => {
    server.once('exit', () => {
      watching = restart();
    });
    if (server.exitCode !== null || server.signalCode !== null) watching = restart();
  };
  watch();
  // A program that ends without stopping its database takes it along as far as it can.
  const atExit = () => server.kill('SIGINT');
  process.once('exit', atExit);

  return {
    async stop() {
      stopping = true;
      process.off('exit', atExit);
      await watching;
      await endServer(server);
    },
  };
}

async function startOnce(spec: ServerSpec): Promise<ChildProcess> {
  const output = join(spec.dataDir, 'postgres-start.log');
  const settings = { ...SETTINGS, unix_socket_directories: spec.socket };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // Nobody else works on this folder (stopLeftovers), so what a killed server left of its socket is stale.
  for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock'])
    rmSync(join(spec.socket, name), { force: true });
  const command = spec.launcher(spec.postgres, ['-D', spec.folder, ...flags]);
  const sink = openSync(output, 'w', 0o600);
  let server: ChildProcess;
  try {
    server = spawn(command.file, [...command.args], {
      ...command.as,
      cwd: '/',
      env: databaseEnv(),
      // A group of its own: Ctrl+C goes to the program, which finishes its work before it stops the database.
      detached: true,
      stdio: ['ignore', sink, sink],
    });
    server.on('error', () => undefined);
  } finally {
    closeSync(sink);
  }
  try {
    await ready(server, spec, output);
  } catch (error) {
    await endServer(server);
    throw error;
  }
  return server;
}

function hasEnded(server: ChildProcess): boolean {
  return server.pid === undefined || server.exitCode !== null || server.signalCode !== null;
}

async function ready(server: ChildProcess, spec: ServerSpec, output: string): Promise<void> {
  const end = performance.now() + RECOVERY_MILLIS;
  while (performance.now() < end) {
    if (hasEnded(server)) break;
    const answer = await tryToConnect(spec.admin);
    if (answer === 'yes') return;
    if (answer === '28P01') {
      throw new StartRefusal('start.database-password-file', {
        file: join(spec.dataDir, 'postgres-password'),
      });
    }
    await new Promise((again) => setTimeout(again, 25));
  }
  throw new StartRefusal('start.database-start-failed', {
    log: output,
    reason: reasonIn(output, spec.folder),
  });
}

/** The server writes its first lines to `output`, and the rest to the newest of its log files. */
function reasonIn(output: string, folder: string): string {
  const logs = globSync(join(folder, 'log/*.log')).sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs);
  return [output, ...logs.slice(-1)].map(troubleIn).find((line) => line !== '') ?? '';
}

async function tryToConnect(admin: pg.ClientConfig): Promise<string> {
  const client = new pg.Client({ ...admin, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return 'yes';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'no';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Fast shutdown: sessions are cut, everything committed is on disk. Firmer when that does not end it. */
async function endServer(server: ChildProcess): Promise<void> {
  for (const [name, millis] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (hasEnded(server)) return;
    server.kill(name);
    await waitUntil(() => hasEnded(server), millis);
  }
}
