import { type Result, refuse } from '#kernel/result.ts';
import { takeHit } from '#platform/http/rate-limit.ts';
import { tellAccount } from './account-news.ts';
import { hashPassword, passwordFits, SHORTEST_PASSWORD } from './password.ts';
import { endSessions } from './sessions.ts';
import { type SignInPlace, TRIES_PER_LOGIN } from './sign-in.ts';

/** Whether an account signs in by password, and so has one to change. */
export async function hasPassword(
  { database }: Pick<SignInPlace, 'database'>,
  accountId: string,
): Promise<boolean> {
  return (await storedHash({ database }, accountId)) !== null;
}

/**
 * Whether somebody signed in knows the account's password.
 *
 * @returns refusals `auth.too-many-tries`, `auth.password-wrong`.
 */
export async function knowsPassword(
  place: Pick<SignInPlace, 'database' | 'now'>,
  accountId: string,
  typed: string,
): Promise<Result<void>> {
  const { database, now } = place;
  if (!(await takeHit(database, TRIES_PER_LOGIN, accountId, now))) return refuse('auth.too-many-tries');
  if (await passwordFits(typed, await storedHash(place, accountId))) return { ok: true, value: undefined };
  return refuse('auth.password-wrong', { field: 'password' });
}

/**
 * Sets a new password and ends the account's other sessions.
 *
 * @param session public id of the session that stays.
 * @returns refusals `auth.too-many-tries`, `auth.password-wrong`, `auth.password-short`.
 */
export async function changePassword(
  place: Pick<SignInPlace, 'database' | 'now'>,
  session: { readonly accountId: string; readonly publicId: string },
  typed: { readonly current: string; readonly wanted: string },
): Promise<Result<void>> {
  const { database, now } = place;
  const { accountId, publicId } = session;
  const knows = await knowsPassword(place, accountId, typed.current);
  if (!knows.ok) return knows;
  if ([...typed.wanted].length < SHORTEST_PASSWORD) {
    return refuse('auth.password-short', { field: 'new-password', params: { n: SHORTEST_PASSWORD } });
  }
  const password_hash = await hashPassword(typed.wanted);
  await database.onReference(async (db) => {
    await db.updateTable('platform.account').set({ password_hash }).where('id', '=', accountId).execute();
    await tellAccount(db, accountId, 'password-changed', {}, now);
  });
  await endSessions(database, accountId, { which: 'others', publicId }, now);
  return { ok: true, value: undefined };
}

async function storedHash(
  { database }: Pick<SignInPlace, 'database'>,
  accountId: string,
): Promise<string | null> {
  const row = await database.onReference((db) =>
    db.selectFrom('platform.account').select('password_hash').where('id', '=', accountId).executeTakeFirst(),
  );
  return row?.password_hash ?? null;
}
