import { randomBytes } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefusal } from './start-refusal.ts';

const SHORTEST = 32;

/**
 * Reads a secret kept in a file (mode 0600), or makes it when it is not there. Two programs that make it at
 * the same moment end with the same one, and a crash leaves no half-written file.
 *
 * @throws StartRefusal `start.secret-damaged` when the file exists but holds no usable secret.
 */
export async function loadOrMakeSecretFile(file: string): Promise<string> {
  const found = await readSecret(file);
  if (found !== null) return found;
  const fresh = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    const handle = await open(fresh, 'wx', 0o600);
    try {
      await handle.writeFile(`${randomBytes(48).toString('base64url')}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(fresh, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(fresh, { force: true });
  }
  const made = await readSecret(file);
  if (made === null) throw new StartRefusal('start.secret-damaged', { file });
  return made;
}

/** The program's own secret in the data folder: made once, kept in `<data>/secret`. */
export function loadOrMakeSecret(dataDir: string): Promise<string> {
  return loadOrMakeSecretFile(join(dataDir, 'secret'));
}

async function readSecret(file: string): Promise<string | null> {
  try {
    const secret = (await readFile(file, 'utf8')).trim();
    if (secret.length >= SHORTEST) return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  }
  throw new StartRefusal('start.secret-damaged', { file });
}
