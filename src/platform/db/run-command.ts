import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { Result } from '#kernel/result.ts';
import type { Database, Tx, TxOptions } from './database.ts';

export type CommandOptions = TxOptions & {
  /** Made by the sender once per intention; the same key answers the same and does nothing again. */
  readonly requestKey?: string | null;
  /** Name kept with the key, so that one key cannot serve two commands. */
  readonly command?: string;
};

/**
 * Runs one command in one transaction. A refusal rolls everything back. With a request key, a command sent
 * twice (a phone on a bad line, a double click) is done once and gives the first answer again; two at the
 * same moment are serialised by a lock on the key.
 */
export function runCommand<T>(
  database: Database,
  actor: Actor,
  command: (tx: Tx) => Promise<Result<T>>,
  options: CommandOptions = {},
): Promise<Result<T>> {
  return database.inTransaction(
    actor,
    async (tx) => {
      if (!options.requestKey) return command(tx);
      const name = options.command ?? '';
      const first = await claim(tx, options.requestKey, name);
      if (first !== null) return { ok: true, value: first.answer as T };
      const result = await command(tx);
      if (result.ok) await keepAnswer(tx, options.requestKey, name, result.value);
      return result;
    },
    options,
  );
}

/** The first answer to a key, or null when this is the first time. Holds a lock on the key until commit. */
async function claim(tx: Tx, key: string, command: string): Promise<{ answer: unknown } | null> {
  const db = tx.schema('platform');
  const lock = `${tx.actor.neighborhoodId}/${key}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(db);
  const row = await db
    .selectFrom('platform.request_key')
    .select(['command', 'answer'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('key', '=', key)
    .executeTakeFirst();
  if (!row) return null;
  if (row.command !== command) throw new Error('request key was used for another command');
  return { answer: row.answer };
}

async function keepAnswer(tx: Tx, key: string, command: string, answer: unknown): Promise<void> {
  const row = {
    neighborhood_id: tx.actor.neighborhoodId,
    key,
    command,
    at: tx.now,
    answer: JSON.stringify(answer ?? null),
  };
  await tx.schema('platform').insertInto('platform.request_key').values(row).execute();
}
