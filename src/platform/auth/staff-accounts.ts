import { type Result, refuse } from '#kernel/result.ts';
import type { ReferenceHandle, Tx } from '#platform/db/database.ts';
import { tellAccount } from './account-news.ts';
import { newAccountId, normaliseLogin } from './accounts.ts';
import { hashPassword, SHORTEST_PASSWORD } from './password.ts';
import { removeSecondFactor } from './second-factor/second-factor.ts';

/** What those who let staff in may know of an account. */
export type StaffAccountView = {
  readonly accountId: string;
  readonly loginName: string | null;
  readonly hasPassword: boolean;
  readonly secondFactorSince: Date | null;
  /** The account is somebody in another neighborhood too. */
  readonly elsewhere: boolean;
  readonly isDisabled: boolean;
};

/** Accounts of people of the actor's neighborhood, by person; who has none is left out. */
export async function staffAccounts(
  tx: Tx,
  personIds: readonly string[],
): Promise<Map<string, StaffAccountView>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx
    .schema('platform')
    .selectFrom('platform.account_person as p')
    .innerJoin('platform.account as a', 'a.id', 'p.account_id')
    .leftJoin('platform.second_factor as f', 'f.account_id', 'a.id')
    .select((eb) => [
      'p.person_id as personId',
      'a.id as accountId',
      'a.login_name as loginName',
      'a.password_hash as passwordHash',
      'a.disabled_at as disabledAt',
      'f.confirmed_at as secondFactorSince',
      eb
        .exists(
          eb
            .selectFrom('platform.account_person as o')
            .select('o.person_id')
            .whereRef('o.account_id', '=', 'a.id')
            .whereRef('o.neighborhood_id', '<>', 'p.neighborhood_id'),
        )
        .as('elsewhere'),
    ])
    .where('p.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('p.person_id', 'in', [...personIds])
    .execute();
  return new Map(
    rows.map(({ personId, passwordHash, disabledAt, elsewhere, ...row }) => [
      personId,
      {
        ...row,
        hasPassword: passwordHash !== null,
        isDisabled: disabledAt !== null,
        elsewhere: Boolean(elsewhere),
      },
    ]),
  );
}

export type NewStaffAccount = {
  readonly personId: string;
  /** Left out of account when the person has a login name already. */
  readonly loginName: string;
  readonly password: string;
};

/** 2 to 40 letters and digits of any language, with dots, dashes and underlines between. */
const LOGIN = /^[\p{L}\p{N}][\p{L}\p{N}._-]{1,39}$/u;

/**
 * Gives a person of the actor's neighborhood a login name and a password, in the transaction that uses their
 * invitation up. Sessions from before end.
 *
 * @returns the account's id; refusals `auth.login-unreadable`, `auth.login-taken`, `auth.password-short`,
 * `auth.account-elsewhere` (nobody may set a password from here that opens another neighborhood).
 */
export async function openStaffAccount(tx: Tx, given: NewStaffAccount): Promise<Result<string>> {
  const known = (await staffAccounts(tx, [given.personId])).get(given.personId);
  if (known?.elsewhere) return refuse('auth.account-elsewhere');
  const login_name = known?.loginName ?? normaliseLogin(given.loginName);
  if (!LOGIN.test(login_name)) return refuse('auth.login-unreadable', { field: 'login' });
  if ([...given.password].length < SHORTEST_PASSWORD) {
    return refuse('auth.password-short', { field: 'new-password', params: { n: SHORTEST_PASSWORD } });
  }
  const db = tx.schema('platform');
  const taken = await db
    .selectFrom('platform.account')
    .select('id')
    .where('login_name', '=', login_name)
    .executeTakeFirst();
  if (taken && taken.id !== known?.accountId) return refuse('auth.login-taken', { field: 'login' });
  const password_hash = await hashPassword(given.password);
  const id = known?.accountId ?? newAccountId(tx.now);
  if (known) {
    await db
      .updateTable('platform.account')
      .set({ login_name, password_hash })
      .where('id', '=', id)
      .execute();
    await endAllSessions(tx, id);
  } else {
    const added = await db
      .insertInto('platform.account')
      .values({ id, login_name, password_hash, created_at: tx.now })
      .onConflict((conflict) => conflict.column('login_name').doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows !== 1n) return refuse('auth.login-taken', { field: 'login' });
    await linkHere(tx, id, given.personId);
  }
  await tellAccount(db as unknown as ReferenceHandle, id, 'password-set', {}, tx.now);
  return { ok: true, value: id };
}

/**
 * Makes a proven account this person of the actor's neighborhood.
 *
 * @returns the account's id; refusals `auth.person-has-account`, `auth.account-is-another-person`.
 */
export async function connectAccount(
  tx: Tx,
  given: { readonly personId: string; readonly accountId: string },
): Promise<Result<string>> {
  const db = tx.schema('platform');
  const links = await db
    .selectFrom('platform.account_person')
    .select(['account_id', 'person_id'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where((eb) => eb.or([eb('person_id', '=', given.personId), eb('account_id', '=', given.accountId)]))
    .execute();
  const same = links.some((row) => row.person_id === given.personId && row.account_id === given.accountId);
  if (same) return { ok: true, value: given.accountId };
  if (links.some((row) => row.person_id === given.personId)) return refuse('auth.person-has-account');
  if (links.length > 0) return refuse('auth.account-is-another-person');
  await linkHere(tx, given.accountId, given.personId);
  return { ok: true, value: given.accountId };
}

async function linkHere(tx: Tx, account_id: string, person_id: string): Promise<void> {
  await tx
    .schema('platform')
    .insertInto('platform.account_person')
    .values({ account_id, neighborhood_id: tx.actor.neighborhoodId, person_id })
    .execute();
}

/** Takes an account's second factor off, ends its sessions and tells its owner by whom and why. */
export async function resetSecondFactorOf(
  tx: Tx,
  accountId: string,
  told: { readonly by: string; readonly byEn: string; readonly reason: string },
): Promise<void> {
  const db = tx.schema('platform') as unknown as ReferenceHandle;
  await removeSecondFactor(db, accountId);
  await endAllSessions(tx, accountId);
  await tellAccount(db, accountId, 'second-factor-reset', told, tx.now);
}

async function endAllSessions(tx: Tx, accountId: string): Promise<void> {
  await tx
    .schema('platform')
    .updateTable('platform.session')
    .set({ ended_at: tx.now })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute();
}
