import { randomBytes } from 'node:crypto';
import type { ReferenceHandle } from '#platform/db/database.ts';
import type { Vault } from '#platform/vault/vault.ts';

/** How many codes are made at a time. */
export const RECOVERY_CODES = 10;
/** No 0, 1, I, L, O, U: nobody reads them wrong from paper. 30 letters, ten of them: 49 bits. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;
const PURPOSE = 'recovery-code';

/** One letter in `LETTERS`, each as likely as any other. */
function letter(): string {
  for (;;) {
    const byte = randomBytes(1)[0]!;
    if (byte < 240) return LETTERS[byte % LETTERS.length]!;
  }
}

/** A random code to be read from paper, in groups of so many letters: `7KQ2M-XH4TD`. */
export function paperCode(groups: readonly number[]): string {
  return groups.map((length) => Array.from({ length }, letter).join('')).join('-');
}

/** A code as it is compared: upper case letters and digits only. */
export function plainCode(code: string): string {
  return code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
}

/** Whether a typed text looks like a recovery code and not like a code of the app. */
export function looksLikeRecoveryCode(typed: string): boolean {
  return plainCode(typed).length === LENGTH;
}

const hashOf = (vault: Vault, accountId: string, code: string) =>
  vault.index(PURPOSE, `${accountId}/${plainCode(code)}`);

/** Makes new codes; the account's earlier ones no longer hold. @returns the codes, to be shown once. */
export async function replaceRecoveryCodes(
  db: ReferenceHandle,
  vault: Vault,
  accountId: string,
  now: Date,
): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => paperCode([LENGTH / 2, LENGTH / 2]));
  await db.deleteFrom('platform.recovery_code').where('account_id', '=', accountId).execute();
  await db
    .insertInto('platform.recovery_code')
    .values(
      codes.map((code) => ({
        account_id: accountId,
        code_hash: hashOf(vault, accountId, code),
        made_at: now,
      })),
    )
    .execute();
  return codes;
}

/** Uses a code up. @returns whether it was one of the account's that nobody had used. */
export async function spendRecoveryCode(
  db: ReferenceHandle,
  vault: Vault,
  accountId: string,
  typed: string,
  now: Date,
): Promise<boolean> {
  const used = await db
    .updateTable('platform.recovery_code')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hashOf(vault, accountId, typed))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

/** How many codes are left. */
export async function recoveryCodesLeft(db: ReferenceHandle, accountId: string): Promise<number> {
  const rows = await db
    .selectFrom('platform.recovery_code')
    .select('code_hash')
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .execute();
  return rows.length;
}
