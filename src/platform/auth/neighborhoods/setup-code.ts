import type { Database, Tx } from '#platform/db/database.ts';
import { type Limit, takeHit } from '#platform/http/rate-limit.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { paperCode, plainCode } from '../second-factor/recovery-codes.ts';

/** A code to set up a neighborhood by the guided page holds for a day. */
const HOURS = 24;
const PURPOSE = 'setup-code';
const TRIES: Limit = { name: 'setup', hits: 30, seconds: 3600 };

type Place = { readonly database: Database; readonly vault: Vault; readonly now: Date };

const hashOf = (vault: Vault, typed: string) => vault.index(PURPOSE, plainCode(typed));

/** Makes a code that lets somebody set up one neighborhood. Only a keyed hash of it is stored. */
export async function makeSetupCode({ database, vault, now }: Place): Promise<string> {
  const code = paperCode([4, 4, 4]);
  await database.onReference(async (db) => {
    await db.deleteFrom('platform.setup_code').where('expires_at', '<', now).execute();
    await db
      .insertInto('platform.setup_code')
      .values({
        code_hash: hashOf(vault, code),
        made_at: now,
        expires_at: new Date(now.getTime() + HOURS * 3_600_000),
      })
      .execute();
  });
  return code;
}

/** Whether a typed code may be used. Tries are counted for all visitors together. */
export async function setupCodeFits({ database, vault, now }: Place, typed: string): Promise<boolean> {
  if (!(await takeHit(database, TRIES, 'all', now))) return false;
  const row = await database.onReference((db) =>
    db
      .selectFrom('platform.setup_code')
      .select('code_hash')
      .where('code_hash', '=', hashOf(vault, typed))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirst(),
  );
  return row !== undefined;
}

/** Uses a code up in the transaction that sets up the neighborhood. @returns whether it still held. */
export async function spendSetupCode(tx: Tx, typed: string): Promise<boolean> {
  const used = await tx
    .schema('platform')
    .updateTable('platform.setup_code')
    .set({ used_at: tx.now })
    .where('code_hash', '=', hashOf(tx.vault, typed))
    .where('used_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}
