import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { type Keyring, newKey } from './keyring.ts';
import { columnsNamed, everywhere, type SealedColumn, tableOf } from './sealed-columns.ts';
import type { Vault } from './vault.ts';

/** Rows read and written at a time; a transaction of some milliseconds, so that nobody waits for it. */
const BATCH = 200;
/** A superseded key is kept at least so long: a transaction begun before it may still be writing. */
export const REST_MS = 3_600_000;

export type KeyUse = {
  readonly name: string;
  readonly since: string | null;
  readonly supersededAt: string | null;
  readonly rows: number;
};

/** Encrypted texts by the name of their key, over all columns and neighborhoods. */
async function usesByKey(database: Database): Promise<Map<string, number>> {
  const uses = new Map<string, number>();
  for (const column of await columnsNamed(database, '_cipher')) {
    const counted = await everywhere(database, column, async (db) => {
      const name = sql`split_part(${sql.id(column.column)}, '.', 1)`;
      const { rows } = await sql<{ name: string; n: string }>`
        select ${name} as name, count(*) as n from ${tableOf(column)} where ${sql.id(column.column)} is not null
         group by 1`.execute(db);
      return rows;
    });
    for (const { name, n } of counted.flat()) uses.set(name, (uses.get(name) ?? 0) + Number(n));
  }
  return uses;
}

/** Every key with the rows it encrypts; also keys that rows name and the keyring lacks. */
export async function keysInUse(database: Database, keyring: Keyring): Promise<KeyUse[]> {
  const uses = await usesByKey(database);
  const known = keyring.content().keys.map(({ name, since, supersededAt }) => ({
    name,
    since,
    supersededAt,
    rows: uses.get(name) ?? 0,
  }));
  const lost = [...uses].filter(([name]) => !known.some((key) => key.name === name));
  return [...known, ...lost.map(([name, rows]) => ({ name, since: null, supersededAt: null, rows }))];
}

/** Makes a new key and lets it write from now on; the others still open what they closed. */
export function addKey(keyring: Keyring, now: Date): string {
  const content = keyring.content();
  const name = `k${Math.max(...content.keys.map((key) => Number(key.name.slice(1)))) + 1}`;
  const older = content.keys.map((key) => ({ ...key, supersededAt: key.supersededAt ?? now.toISOString() }));
  keyring.replace({ ...content, keys: [...older, newKey(name, now)] });
  return name;
}

export type RotationStep = { readonly column: string; readonly done: number };

/**
 * Encrypts every text anew that another key than the writing one has closed. May be stopped and run again at
 * any time: what is done stays done, and what is written meanwhile has the newest key already.
 *
 * @returns how many texts were encrypted anew.
 */
export async function reencrypt(
  database: Database,
  vault: Vault,
  keyring: Keyring,
  progress: (step: RotationStep) => void,
): Promise<number> {
  let all = 0;
  for (const column of await columnsNamed(database, '_cipher')) {
    let done = 0;
    for (;;) {
      const batch = await everywhere(database, column, (db) =>
        reencryptBatch(db, column, vault, keyring.writing().name),
      );
      const now = batch.reduce((sum, n) => sum + n, 0);
      if (now === 0) break;
      done += now;
      progress({ column: `${column.schema}.${column.table}.${column.column}`, done });
    }
    all += done;
  }
  return all;
}

type Handle = Parameters<Parameters<typeof everywhere>[2]>[0];

async function reencryptBatch(
  db: Handle,
  column: SealedColumn,
  vault: Vault,
  newest: string,
): Promise<number> {
  const cipher = sql.id(column.column);
  const table = tableOf(column);
  const { rows } = await sql<Record<string, string>>`
    select ${sql.join(column.key.map((name) => sql.id(name)))}, ${cipher} as sealed from ${table}
     where ${cipher} is not null and split_part(${cipher}, '.', 1) <> ${newest} limit ${BATCH}`.execute(db);
  for (const row of rows) {
    const same = column.key.map((name) => sql`${sql.id(name)} = ${row[name]}`);
    const fresh = vault.encrypt(vault.decrypt(row.sealed!));
    // Only if nobody changed it meanwhile; then the newer text has the newest key already.
    await sql`update ${table} set ${cipher} = ${fresh}
               where ${sql.join(same, sql` and `)} and ${cipher} = ${row.sealed}`.execute(db);
  }
  return rows.length;
}

export type Retirement = 'RETIRED' | 'UNKNOWN' | 'WRITING' | 'IN_USE' | 'TOO_EARLY';

/** Takes a key out of the keyring for good, when nothing needs it any more. */
export async function retireKey(
  database: Database,
  keyring: Keyring,
  name: string,
  now: Date,
): Promise<Retirement> {
  const content = keyring.content();
  const key = content.keys.find((one) => one.name === name);
  if (!key) return 'UNKNOWN';
  if (keyring.writing().name === name || key.supersededAt === null) return 'WRITING';
  if (now.getTime() - new Date(key.supersededAt).getTime() < REST_MS) return 'TOO_EARLY';
  if (((await usesByKey(database)).get(name) ?? 0) > 0) return 'IN_USE';
  keyring.replace({ ...content, keys: content.keys.filter((one) => one.name !== name) });
  return 'RETIRED';
}
