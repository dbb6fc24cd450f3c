import { type Result, refuse } from '#kernel/result.ts';
import type { Database, ReferenceHandle } from '#platform/db/database.ts';
import { type Limit, takeHit } from '#platform/http/rate-limit.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { tellAccount } from '../account-news.ts';
import {
  looksLikeRecoveryCode,
  recoveryCodesLeft,
  replaceRecoveryCodes,
  spendRecoveryCode,
} from './recovery-codes.ts';
import { newTotpKey, stepOfCode } from './totp.ts';

/** Tries with second-step codes of one account: few at a time, and few a day, so that guessing is hopeless. */
export const SECOND_TRIES: Limit = { name: 'second', hits: 8, seconds: 15 * 60 };
export const SECOND_TRIES_A_DAY: Limit = { name: 'second-day', hits: 60, seconds: 24 * 3600 };
/** A key that nobody confirmed is made anew after this. */
const PENDING_MS = 30 * 60_000;

export type FactorPlace = {
  readonly database: Database;
  readonly vault: Vault;
  readonly now: Date;
  /** What phones show now, where that is another time than the program's: in the demo. */
  readonly phoneNow?: Date;
};

export type SecondFactorState = {
  /** When it was set up; null without one. */
  readonly since: Date | null;
  readonly recoveryLeft: number;
};

/** Whether an account has a second factor, and how many recovery codes are left. */
export async function secondFactorState(
  { database }: Pick<FactorPlace, 'database'>,
  accountId: string,
): Promise<SecondFactorState> {
  return database.onReference(async (db) => {
    const row = await db
      .selectFrom('platform.second_factor')
      .select('confirmed_at')
      .where('account_id', '=', accountId)
      .executeTakeFirst();
    const since = row?.confirmed_at ?? null;
    return { since, recoveryLeft: since ? await recoveryCodesLeft(db, accountId) : 0 };
  });
}

/**
 * The key to put into the authenticator app: the one this session began with, else a new one. It holds
 * nothing until a code confirms it; the key in use goes on holding.
 *
 * @param sessionId public id of the session that sets it up; another session is given another key.
 */
export async function keyToSetUp(place: FactorPlace, accountId: string, sessionId: string): Promise<string> {
  const { database, vault, now } = place;
  return database.onReference(async (db) => {
    const row = await db
      .selectFrom('platform.second_factor')
      .select(['pending_cipher', 'pending_at', 'pending_in'])
      .where('account_id', '=', accountId)
      .executeTakeFirst();
    const fresh = row?.pending_at && now.getTime() - row.pending_at.getTime() < PENDING_MS;
    if (fresh && row.pending_cipher && row.pending_in === sessionId) return vault.decrypt(row.pending_cipher);
    const key = newTotpKey();
    const pending = { pending_cipher: vault.encrypt(key), pending_at: now, pending_in: sessionId };
    await db
      .insertInto('platform.second_factor')
      .values({ account_id: accountId, ...pending })
      .onConflict((conflict) => conflict.column('account_id').doUpdateSet(pending))
      .execute();
    return key;
  });
}

/**
 * Puts the waiting key into use with the first code of it, and makes recovery codes.
 *
 * @returns the recovery codes, to be shown once; refusals `auth.too-many-tries`, `auth.second-setup-over`,
 *   `auth.second-code-wrong`.
 */
export async function confirmSetUp(
  place: FactorPlace,
  account: { readonly id: string; readonly sessionId: string },
  typed: string,
): Promise<Result<string[]>> {
  const { database, vault, now } = place;
  if (!(await mayTrySecond(place, account.id))) return refuse('auth.too-many-tries', { field: 'code' });
  return database.onReference(async (db) => {
    const row = await db
      .selectFrom('platform.second_factor')
      .select(['pending_cipher', 'pending_in'])
      .where('account_id', '=', account.id)
      .executeTakeFirst();
    if (!row?.pending_cipher || row.pending_in !== account.sessionId) {
      return refuse('auth.second-setup-over', { field: 'code' });
    }
    const step = stepOfCode(vault.decrypt(row.pending_cipher), typed, place.phoneNow ?? now);
    if (step === null) return refuse('auth.second-code-wrong', { field: 'code' });
    const taken = await db
      .updateTable('platform.second_factor')
      .set({
        secret_cipher: row.pending_cipher,
        confirmed_at: now,
        last_step: String(step),
        ...NOTHING_PENDING,
      })
      .where('account_id', '=', account.id)
      .where('pending_cipher', '=', row.pending_cipher)
      .executeTakeFirst();
    if (taken.numUpdatedRows !== 1n) return refuse('auth.second-setup-over', { field: 'code' });
    await tellAccount(db, account.id, 'second-factor-on', {}, now);
    return { ok: true, value: await replaceRecoveryCodes(db, vault, account.id, now) };
  });
}

const NOTHING_PENDING = { pending_cipher: null, pending_at: null, pending_in: null };

/**
 * Whether this is a code of the account's app or one of its recovery codes. Either is taken once.
 *
 * @returns which of the two it was; refusals `auth.too-many-tries`, `auth.second-code-wrong`.
 */
export async function takeSecondStep(
  place: FactorPlace,
  accountId: string,
  typed: string,
): Promise<Result<'app' | 'recovery'>> {
  const { database, vault, now } = place;
  if (!(await mayTrySecond(place, accountId))) return refuse('auth.too-many-tries', { field: 'code' });
  return database.onReference(async (db) => {
    if (looksLikeRecoveryCode(typed)) {
      if (!(await spendRecoveryCode(db, vault, accountId, typed, now))) return wrongCode();
      await tellAccount(
        db,
        accountId,
        'recovery-code-used',
        { left: await recoveryCodesLeft(db, accountId) },
        now,
      );
      return { ok: true, value: 'recovery' };
    }
    return (await takeAppCode(db, vault, accountId, typed, place.phoneNow ?? now))
      ? { ok: true, value: 'app' }
      : wrongCode();
  });
}

const wrongCode = () => refuse('auth.second-code-wrong', { field: 'code' });

/** The step is compared and written in one statement: the same code sent twice at once is taken once. */
async function takeAppCode(
  db: ReferenceHandle,
  vault: Vault,
  accountId: string,
  typed: string,
  now: Date,
): Promise<boolean> {
  const row = await db
    .selectFrom('platform.second_factor')
    .select('secret_cipher')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  const step = row?.secret_cipher ? stepOfCode(vault.decrypt(row.secret_cipher), typed, now) : null;
  if (step === null) return false;
  const taken = await db
    .updateTable('platform.second_factor')
    .set({ last_step: String(step) })
    .where('account_id', '=', accountId)
    .where('last_step', '<', String(step))
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n;
}

/**
 * New recovery codes for who gives a code of the app or an old recovery code; the earlier ones no longer hold.
 *
 * @returns refusals as {@link takeSecondStep}.
 */
export async function newRecoveryCodes(
  place: FactorPlace,
  accountId: string,
  typed: string,
): Promise<Result<string[]>> {
  const taken = await takeSecondStep(place, accountId, typed);
  if (!taken.ok) return taken;
  const { database, vault, now } = place;
  const codes = await database.onReference(async (db) => {
    await tellAccount(db, accountId, 'recovery-codes-new', {}, now);
    return replaceRecoveryCodes(db, vault, accountId, now);
  });
  return { ok: true, value: codes };
}

/**
 * Takes the second factor off one's own account, with a code of it.
 *
 * @returns refusals as {@link takeSecondStep}.
 */
export async function turnOffSecondFactor(
  place: FactorPlace,
  accountId: string,
  typed: string,
): Promise<Result<void>> {
  const taken = await takeSecondStep(place, accountId, typed);
  if (!taken.ok) return taken;
  await place.database.onReference(async (db) => {
    await removeSecondFactor(db, accountId);
    await tellAccount(db, accountId, 'second-factor-off', {}, place.now);
  });
  return { ok: true, value: undefined };
}

/** Takes the second factor off an account, with its recovery codes. @returns whether there was one. */
export async function removeSecondFactor(db: ReferenceHandle, accountId: string): Promise<boolean> {
  await db.deleteFrom('platform.recovery_code').where('account_id', '=', accountId).execute();
  const gone = await db
    .deleteFrom('platform.second_factor')
    .where('account_id', '=', accountId)
    .returning('confirmed_at')
    .executeTakeFirst();
  return Boolean(gone?.confirmed_at);
}

async function mayTrySecond({ database, now }: FactorPlace, accountId: string): Promise<boolean> {
  const today = await takeHit(database, SECOND_TRIES_A_DAY, accountId, now);
  return (await takeHit(database, SECOND_TRIES, accountId, now)) && today;
}
