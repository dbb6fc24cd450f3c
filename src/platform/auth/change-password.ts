import { type Result, refuse } from '#kernel/result.ts';
import { takeHit } from '#platform/http/rate-limit.ts';
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
  if (!(await takeHit(database, TRIES_PER_LOGIN, accountId, now))) return refuse('auth.too-many-tries');
  if (!(await passwordFits(typed.current, await storedHash(place, accountId)))) {
    return refuse('auth.password-wrong', { field: 'password' });
  }
  if ([...typed.wanted].length < SHORTEST_PASSWORD) {
    return refuse('auth.password-short', { field: 'new-password', params: { n: SHORTEST_PASSWORD } });
  }
  const password_hash = await hashPassword(typed.wanted);
  await database.onReference((db) =>
    db.updateTable('platform.account').set({ password_hash }).where('id', '=', accountId).execute(),
  );
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
