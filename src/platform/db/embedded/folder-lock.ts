import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartRefusal } from '#platform/config/start-refusal.ts';
import { processIdentity } from './process-facts.ts';

/**
 * Makes the data folder when it is not there and takes it for this process, so that no second copy of the
 * program works on the same database folder. The lock of a program that no longer lives is taken over.
 *
 * @returns a function that gives the folder back.
 * @throws StartRefusal `start.data-folder-used`, `start.data-folder-unwritable`.
 */
export function takeDataFolder(folder: string): () => void {
  try {
    // Root's database runs under another account, which has to pass through the folder.
    mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    const lock = join(folder, 'xieshou.lock');
    take(lock, folder);
    return () => rmSync(lock, { force: true });
  } catch (error) {
    if (error instanceof StartRefusal) throw error;
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new StartRefusal('start.data-folder-unwritable', { folder, reason });
  }
}

/**
 * Takes a lock file atomically. A file whose process is dead may be replaced only by the holder of the lock
 * `<file>.next`, taken by this same rule; so of several programs that find a dead lock exactly one gets it.
 */
function take(file: string, folder: string): void {
  const mine = processIdentity(process.pid)!;
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, mine, { mode: 0o644, flag: 'wx' });
  try {
    for (;;) {
      if (linked(draft, file)) return;
      const holder = readLock(file);
      if (holder === null) continue;
      refuseWhenAlive(holder, folder);
      const next = `${file}.next`;
      take(next, folder);
      try {
        if (readLock(file) === holder) {
          renameSync(draft, file);
          return;
        }
      } finally {
        rmSync(next, { force: true });
      }
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function refuseWhenAlive(holder: string, folder: string): void {
  const pid = Number(holder.split(' ')[0]);
  if (pid > 0 && processIdentity(pid) === holder)
    throw new StartRefusal('start.data-folder-used', { folder, pid });
}

function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readLock(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
