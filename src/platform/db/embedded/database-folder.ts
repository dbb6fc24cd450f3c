import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { progressLine, type StartLog, StartRefusal } from '#platform/config/start-refusal.ts';
import { type Account, chooseLauncher, databaseEnv, type Launcher } from './account.ts';
import { type Binaries, EMBEDDED_VERSION } from './binaries.ts';
import { databaseProcessesIn, waitUntil } from './process-facts.ts';

/** The superuser of the embedded database; only this supervisor and the preparation of roles use it. */
export const SUPERUSER = 'xieshou_super';

type Wanted = {
  readonly dataDir: string;
  readonly account: Account;
  readonly binaries: Binaries;
  readonly password: string;
  readonly log: StartLog;
};

/**
 * Finds the database folder `<dataDir>/postgres`, or makes it. It is made under another name and moved into
 * place when it is whole, so that a start interrupted half-way leaves nothing the next start trips over.
 *
 * @returns its path and how programs are run under its account.
 * @throws StartRefusal `start.database-folder-version`, `start.database-folder-strange`,
 *   `start.database-init-failed`, `start.account-cannot-reach`.
 */
export async function findOrMakeDatabaseFolder(
  wanted: Wanted,
): Promise<{ folder: string; launcher: Launcher }> {
  const folder = join(wanted.dataDir, 'postgres');
  await clearHalfMade(join(wanted.dataDir, 'postgres.making'));
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
  if (existsSync(folder)) {
    checkVersion(folder);
    return { folder, launcher: chooseLauncher(wanted.account, wanted.binaries, folder) };
  }
  return { folder, launcher: await makeFolder(wanted, folder) };
}

function checkVersion(folder: string): void {
  const file = join(folder, 'PG_VERSION');
  if (!existsSync(file)) throw new StartRefusal('start.database-folder-strange', { folder });
  const found = readFileSync(file, 'utf8').trim();
  if (found !== EMBEDDED_VERSION) {
    throw new StartRefusal('start.database-folder-version', { folder, found, expected: EMBEDDED_VERSION });
  }
}

async function clearHalfMade(making: string): Promise<void> {
  if (!existsSync(making)) return;
  for (const pid of databaseProcessesIn(making)) process.kill(pid, 'SIGKILL');
  await waitUntil(() => databaseProcessesIn(making).length === 0, 5_000);
  rmSync(making, { recursive: true, force: true });
}

async function makeFolder(wanted: Wanted, folder: string): Promise<Launcher> {
  wanted.log(progressLine('start.making-database'));
  const making = join(wanted.dataDir, 'postgres.making');
  const passwordFile = join(making, 'password');
  mkdirSync(making, { mode: 0o700 });
  chmodSync(making, 0o700);
  writeFileSync(passwordFile, wanted.password, { mode: 0o600 });
  if (wanted.account) {
    for (const path of [passwordFile, making]) chownSync(path, wanted.account.uid, wanted.account.gid);
  }
  const launcher = chooseLauncher(wanted.account, wanted.binaries, making);
  const output = join(wanted.dataDir, 'postgres-start.log');
  const status = await initialize(launcher, wanted.binaries.initdb, making, output);
  if (status !== 0) {
    await clearHalfMade(making);
    throw new StartRefusal('start.database-init-failed', { log: output, reason: troubleIn(output) });
  }
  renameSync(join(making, 'data'), folder);
  syncFolder(wanted.dataDir);
  rmSync(making, { recursive: true, force: true });
  return launcher;
}

async function initialize(
  launcher: Launcher,
  initdb: string,
  making: string,
  output: string,
): Promise<number> {
  const command = launcher(initdb, [
    `--pgdata=${join(making, 'data')}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${join(making, 'password')}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=zh-CN',
    '--locale=C.UTF-8',
    '--data-checksums',
  ]);
  const sink = openSync(output, 'w', 0o600);
  try {
    const child = spawn(command.file, [...command.args], {
      ...command.as,
      // Standing in the folder lets the next start find this process if the program is killed meanwhile.
      cwd: making,
      env: databaseEnv(),
      stdio: ['ignore', sink, sink],
    });
    return await new Promise((done) => {
      child.on('error', () => done(-1));
      child.on('exit', (code) => done(code ?? -1));
    });
  } finally {
    closeSync(sink);
  }
}

/** The last line of a log that tells of trouble, for a message; empty when there is none. */
export function troubleIn(file: string): string {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  return lines.findLast((line) => /FATAL|PANIC|ERROR|error/.test(line)) ?? '';
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
