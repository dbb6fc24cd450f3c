import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartRefusal } from '#platform/config/start-refusal.ts';
import type { Account } from './account.ts';

const LONGEST = 100;

/**
 * The folder of the database's socket: `<dataDir>/socket`, or, where that path is too long for a socket or
 * has characters PostgreSQL would read as a list, a private folder under the system's temporary one, the
 * same at every start.
 *
 * @throws StartRefusal `start.data-folder-unwritable` when no private folder can be had.
 */
export function socketFolder(dataDir: string, account: Account): string {
  const near = join(dataDir, 'socket');
  if (`${near}/.s.PGSQL.5432`.length <= LONGEST && /^[\w./-]+$/.test(near)) {
    if (isPrivate(near, account)) return near;
    throw new StartRefusal('start.data-folder-unwritable', { folder: near, reason: 'EPERM' });
  }
  const name = createHash('sha256').update(near).digest('hex').slice(0, 16);
  for (let attempt = 0; attempt < 10; attempt++) {
    const far = join(tmpdir(), `xieshou-${name}${attempt || ''}`);
    if (isPrivate(far, account)) return far;
  }
  throw new StartRefusal('start.data-folder-unwritable', { folder: tmpdir(), reason: 'EPERM' });
}

/** Makes a folder only its owner may enter; false when somebody else has one by that name. */
function isPrivate(folder: string, account: Account): boolean {
  const uid = account?.uid ?? process.getuid!();
  try {
    mkdirSync(folder, { mode: 0o700 });
    chmodSync(folder, 0o700);
    if (account) chownSync(folder, account.uid, account.gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const facts = lstatSync(folder);
  return facts.isDirectory() && facts.uid === uid && (facts.mode & 0o077) === 0;
}
