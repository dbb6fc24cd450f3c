import { randomBytes, randomInt } from 'node:crypto';
import { uuidv7 } from '#kernel/ids.ts';
import type { Database } from '#platform/db/database.ts';
import type { Vault } from '#platform/vault/vault.ts';

/** How long a code holds and how often it may be tried. */
export const CODE_TTL_MS = 5 * 60_000;
export const TRIES_PER_CODE = 5;
export const CODES_PER_PHONE_A_DAY = 5;
/** Between two codes to one phone, so that a second press of the button sends nothing. */
export const CODE_PAUSE_MS = 30_000;

const DAY_MS = 86_400_000;
const PURPOSE = 'one-time-code';

type Place = { readonly database: Database; readonly vault: Vault };

export type MadeCode =
  | { readonly made: true; readonly code: string }
  | { readonly made: false; readonly why: 'pause' | 'day' };

/**
 * Makes a code of six digits for a phone. Earlier codes of the phone no longer hold. Only a keyed hash of
 * the code is stored.
 */
export async function makeCode({ database, vault }: Place, phoneIndex: string, now: Date): Promise<MadeCode> {
  return database.onReference(async (db) => {
    const recent = await db
      .selectFrom('platform.one_time_code')
      .select('created_at')
      .where('phone_index', '=', phoneIndex)
      .where('created_at', '>', new Date(now.getTime() - DAY_MS))
      .orderBy('created_at', 'desc')
      .execute();
    if (recent.length >= CODES_PER_PHONE_A_DAY) return { made: false, why: 'day' };
    const last = recent[0];
    if (last && now.getTime() - last.created_at.getTime() < CODE_PAUSE_MS)
      return { made: false, why: 'pause' };
    const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
    await db
      .updateTable('platform.one_time_code')
      .set({ used_at: now })
      .where('phone_index', '=', phoneIndex)
      .where('used_at', 'is', null)
      .execute();
    await db
      .insertInto('platform.one_time_code')
      .values({
        id: uuidv7(now.getTime(), randomBytes(10)),
        phone_index: phoneIndex,
        code_hash: vault.index(PURPOSE, `${phoneIndex}/${code}`),
        created_at: now,
        expires_at: new Date(now.getTime() + CODE_TTL_MS),
      })
      .execute();
    return { made: true, code };
  });
}

/**
 * Whether this is the phone's code. A right one is used up; each try counts, and after
 * {@link TRIES_PER_CODE} even the right one is refused.
 */
export async function redeemCode(
  { database, vault }: Place,
  phoneIndex: string,
  code: string,
  now: Date,
): Promise<boolean> {
  return database.onReference(async (db) => {
    // Counting the try and reading the code is one statement: tries sent at once are counted one by one.
    const tried = await db
      .updateTable('platform.one_time_code')
      .set((set) => ({ tries: set('tries', '+', 1) }))
      .where('phone_index', '=', phoneIndex)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .where('tries', '<', TRIES_PER_CODE)
      .returning(['id', 'code_hash'])
      .executeTakeFirst();
    if (!tried || !vault.matches(PURPOSE, `${phoneIndex}/${code}`, tried.code_hash)) return false;
    const used = await db
      .updateTable('platform.one_time_code')
      .set({ used_at: now })
      .where('id', '=', tried.id)
      .where('used_at', 'is', null)
      .executeTakeFirst();
    return used.numUpdatedRows === 1n;
  });
}

/** Codes older than a few days; run it now and then. */
export async function forgetOldCodes(database: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - 3 * DAY_MS);
  await database.onReference((db) =>
    db.deleteFrom('platform.one_time_code').where('created_at', '<', before).execute(),
  );
}
