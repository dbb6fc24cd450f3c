import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { StartRefusal } from '#platform/config/start-refusal.ts';
import type { Binaries } from './binaries.ts';

/** The account the database runs under. Null stands for the account of the program itself. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number } | null;

/** A command line that runs a program under the database's account. */
export type CommandLine = {
  readonly file: string;
  readonly args: readonly string[];
  readonly as: { readonly uid?: number; readonly gid?: number };
};

/** How programs are started under the database's account. */
export type Launcher = (program: string, args: readonly string[]) => CommandLine;

/**
 * Who runs the database. PostgreSQL refuses root, so root hands it to the owner of a database folder that is
 * already there, else to `nobody`, else to the first ordinary account of the machine.
 *
 * @throws StartRefusal `start.no-account`.
 */
export function chooseAccount(folders: readonly string[]): Account {
  if (process.getuid?.() !== 0) return null;
  for (const folder of folders) {
    const owner = statSync(folder, { throwIfNoEntry: false });
    if (owner && owner.uid !== 0) return { name: nameOf(owner.uid), uid: owner.uid, gid: owner.gid };
  }
  const others = accounts().filter((account) => account.uid !== 0);
  const chosen = others.find((account) => account.name === 'nobody') ?? others[0];
  if (!chosen) throw new StartRefusal('start.no-account');
  return chosen;
}

function accounts(): { name: string; uid: number; gid: number }[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map((fields) => ({ name: fields[0]!, uid: Number(fields[2]), gid: Number(fields[3]) }));
}

function nameOf(uid: number): string {
  return accounts().find((account) => account.uid === uid)?.name ?? String(uid);
}

/**
 * Finds a way to run the database's programs under an account: plainly where it can reach them and its
 * folder, else (a checkout in root's own home) keeping the single capability that lets it pass closed
 * folders. `no_setuid_fixup` is needed because PostgreSQL asks access(2) for its own program, which ignores
 * capabilities otherwise.
 *
 * @param folder a folder that belongs to the account.
 * @throws StartRefusal `start.account-cannot-reach`.
 */
export function chooseLauncher(account: Account, binaries: Binaries, folder: string): Launcher {
  if (!account) return (file, args) => ({ file, args, as: {} });
  const { uid, gid } = account;
  const plain: Launcher = (file, args) => ({ file, args, as: { uid, gid } });
  const keeping =
    (capability: string): Launcher =>
    (program, args) => ({
      file: 'setpriv',
      args: [
        `--reuid=${uid}`,
        `--regid=${gid}`,
        '--clear-groups',
        `--inh-caps=-all,+${capability}`,
        `--ambient-caps=-all,+${capability}`,
        `--bounding-set=-all,+${capability}`,
        '--securebits=+no_setuid_fixup',
        '--',
        program,
        ...args,
      ],
      as: {},
    });
  const launchers = [plain, keeping('dac_read_search'), keeping('dac_override')];
  const able = launchers.find((launcher) => reaches(launcher, binaries, folder));
  if (!able) throw new StartRefusal('start.account-cannot-reach', { account: account.name, folder });
  return able;
}

function reaches(launcher: Launcher, binaries: Binaries, folder: string): boolean {
  const tries = [
    launcher(binaries.initdb, ['--show', '-D', folder]),
    launcher('/bin/sh', ['-c', 'cd "$1" && : > .reached && rm .reached', 'sh', folder]),
  ];
  return tries.every(({ file, args, as }) => {
    return spawnSync(file, [...args], { ...as, cwd: '/', stdio: 'ignore', env: databaseEnv() }).status === 0;
  });
}

/** The environment of the database's programs: nothing of the caller's PG… settings reaches them. */
export function databaseEnv(): NodeJS.ProcessEnv {
  return {
    NODE_ENV: process.env.NODE_ENV,
    PATH: process.env.PATH ?? '/usr/bin:/bin',
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
  };
}
