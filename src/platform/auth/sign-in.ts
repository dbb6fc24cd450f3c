import { normalisePhone } from '#kernel/contact.ts';
import { type Result, refuse } from '#kernel/result.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { type Limit, takeHit } from '#platform/http/rate-limit.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { accountByLogin, accountForPhone, normaliseLogin, personOfAccount } from './accounts.ts';
import { makeCode, redeemCode } from './one-time-codes.ts';
import { passwordFits } from './password.ts';
import type { SmsAdapter } from './sms.ts';

/** Tries with a name and password, and with codes, by account or phone and by address. */
export const TRIES_PER_LOGIN: Limit = { name: 'login', hits: 10, seconds: 15 * 60 };
export const TRIES_PER_ADDRESS: Limit = { name: 'login-address', hits: 60, seconds: 15 * 60 };
export const CODES_PER_ADDRESS: Limit = { name: 'code-address', hits: 40, seconds: 24 * 3600 };

/** Purpose of the blind index of phones; the register uses the same. */
const PHONE_INDEX = 'phone';

export type SignInPlace = {
  readonly database: Database;
  readonly vault: Vault;
  readonly neighborhoodId: string;
  /** Who is counted beside the account; null for this machine itself. */
  readonly address: string | null;
  readonly now: Date;
  /** What phones show now, where that is another time than the program's: in the demo. */
  readonly phoneNow?: Date;
};

export type Identity = { readonly accountId: string; readonly personId: string };

/**
 * Signs somebody in by name and password. An unknown name, a wrong password and a name of another
 * neighborhood are answered with the same words after the same work.
 *
 * @returns refusals `auth.name-or-password`, `auth.too-many-tries`.
 */
export async function signInByPassword(
  place: SignInPlace,
  loginName: string,
  password: string,
): Promise<Result<Identity>> {
  const proven = await proveAccount(place, loginName, password);
  if (!proven.ok) return proven;
  const personId = await personOfAccount(place.database, proven.value, place.neighborhoodId);
  if (!personId) return refuse('auth.name-or-password', { field: 'password' });
  return { ok: true, value: { accountId: proven.value, personId } };
}

/**
 * Whether somebody knows an account's name and password, whatever neighborhood it is in: for who accepts an
 * invitation with the account they have.
 *
 * @returns the account's id; refusals as {@link signInByPassword}.
 */
export async function proveAccount(
  place: SignInPlace,
  loginName: string,
  password: string,
): Promise<Result<string>> {
  const login = normaliseLogin(loginName);
  if (!(await mayTry(place, TRIES_PER_LOGIN, login))) return refuse('auth.too-many-tries');
  const account = await accountByLogin(place.database, login);
  const fits = await passwordFits(password, account?.passwordHash ?? null);
  if (!account || !fits) return refuse('auth.name-or-password', { field: 'password' });
  return { ok: true, value: account.id };
}

/** What the next page may know: the phone to go on with and, in demo only, the code itself. */
export type CodeSent = { readonly phone: string; readonly shownCode: string | null };

/**
 * Sends a code to a phone. Known and unknown phones get the same answer, because any phone may sign in.
 *
 * @param sentence makes the text message of a code.
 * @returns refusals `auth.phone-off`, `auth.phone-unreadable`, `auth.too-many-codes`, `auth.code-just-sent`,
 *   `auth.code-not-sent`.
 */
export async function sendCode(
  place: SignInPlace,
  sms: SmsAdapter,
  typedPhone: string,
  sentence: (code: string) => string,
): Promise<Result<CodeSent>> {
  if (sms.kind === 'off') return refuse('auth.phone-off');
  const phone = normalisePhone(typedPhone);
  if (!phone || !/^1\d{10}$/.test(phone)) return refuse('auth.phone-unreadable', { field: 'phone' });
  if (!(await mayTry(place, null, '', CODES_PER_ADDRESS))) return refuse('auth.too-many-codes');
  const made = await makeCode(place, place.vault.index(PHONE_INDEX, phone), place.now);
  if (!made.made) return refuse(made.why === 'day' ? 'auth.too-many-codes' : 'auth.code-just-sent');
  if (sms.kind === 'demo') return { ok: true, value: { phone, shownCode: made.code } };
  try {
    await sms.send(phone, sentence(made.code));
  } catch {
    return refuse('auth.code-not-sent');
  }
  return { ok: true, value: { phone, shownCode: null } };
}

/** Finds or makes the person of a phone; the register's own function, handed in because it is a module. */
export type PersonForPhone = (tx: Tx, given: { phone: string }) => Promise<Result<{ personId: string }>>;

/**
 * Signs somebody in by phone and code: the person the register knows by this phone, else a new one who is
 * a resident without a home until the desk enters it.
 *
 * @param inNeighborhood runs a piece of work on the neighborhood's own tables.
 * @returns refusals `auth.code-wrong`, `auth.too-many-tries`, `auth.phone-unreadable`.
 */
export async function signInByCode(
  place: SignInPlace,
  typed: { readonly phone: string; readonly code: string },
  inNeighborhood: (work: (tx: Tx) => ReturnType<PersonForPhone>) => ReturnType<PersonForPhone>,
  personForPhone: PersonForPhone,
): Promise<Result<Identity>> {
  const phone = normalisePhone(typed.phone);
  if (!phone) return refuse('auth.phone-unreadable', { field: 'phone' });
  const index = place.vault.index(PHONE_INDEX, phone);
  if (!(await mayTry(place, TRIES_PER_LOGIN, index))) return refuse('auth.too-many-tries');
  const code = typed.code.normalize('NFKC').replace(/\D/g, '');
  if (!(await redeemCode(place, index, code, place.now))) return refuse('auth.code-wrong', { field: 'code' });
  const person = await inNeighborhood((tx) => personForPhone(tx, { phone }));
  if (!person.ok) return person;
  const { neighborhoodId, now, database } = place;
  const accountId = await accountForPhone(
    database,
    { index, neighborhoodId, personId: person.value.personId },
    now,
  );
  const personId = (await personOfAccount(database, accountId, neighborhoodId)) ?? person.value.personId;
  return { ok: true, value: { accountId, personId } };
}

/** Counts a try of the second step by the address it comes from; the account is counted with its codes. */
export function addressMayTry(place: SignInPlace): Promise<boolean> {
  return mayTry(place, null, '');
}

/** Counts a try by what is tried and by the address it comes from. */
async function mayTry(
  { database, vault, address, now }: SignInPlace,
  limit: Limit | null,
  tried: string,
  byAddress: Limit = TRIES_PER_ADDRESS,
): Promise<boolean> {
  const subject = (text: string) => vault.index('rate-limit', text).slice(0, 22);
  if (address !== null && !(await takeHit(database, byAddress, subject(address), now))) return false;
  return limit === null || takeHit(database, limit, subject(tried), now);
}
