import pg from 'pg';
import { StartRefusal } from '#platform/config/start-refusal.ts';

/** The oldest PostgreSQL the program works with. */
export const OLDEST_VERSION = 15;

/**
 * Opens one connection while the program starts.
 *
 * @throws StartRefusal `start.database-unreachable`, `start.database-sign-in`, `start.database-missing`.
 */
export async function connectOrRefuse(config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client({ connectionTimeoutMillis: 10_000, ...config });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw connectionRefusal(error, client);
  }
}

function connectionRefusal(error: unknown, client: pg.Client): StartRefusal {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const server = client.host.startsWith('/') ? client.host : `${client.host}:${client.port}`;
  if (code === '3D000') {
    return new StartRefusal('start.database-missing', { server, database: client.database ?? '' });
  }
  // Class 28: not let in. 42501: no right to connect to this database.
  if (code.startsWith('28') || code === '42501') {
    return new StartRefusal('start.database-sign-in', {
      server,
      user: client.user ?? '',
      reason: message,
      state: code,
    });
  }
  return new StartRefusal('start.database-unreachable', { server, reason: message || code });
}

/**
 * What speaks against a server's version, or null.
 *
 * @param versionNumber `server_version_num`, e.g. 150004.
 */
export function versionRefusal(versionNumber: number): StartRefusal | null {
  const found = Math.floor(versionNumber / 10_000);
  if (found >= OLDEST_VERSION) return null;
  return new StartRefusal('start.database-too-old', { found, needed: OLDEST_VERSION });
}

/**
 * Checks that the server is new enough and that the database is UTF-8.
 *
 * @throws StartRefusal `start.database-too-old`, `start.database-encoding`.
 */
export async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string; encoding: string }>(
    `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`,
  );
  const refusal = versionRefusal(Number(rows[0]!.version));
  if (refusal) throw refusal;
  if (rows[0]!.encoding !== 'UTF8') {
    throw new StartRefusal('start.database-encoding', { found: rows[0]!.encoding });
  }
}
