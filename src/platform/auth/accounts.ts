import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { uuidv7 } from '#kernel/ids.ts';
import type { Database, ReferenceHandle, Tx } from '#platform/db/database.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { hashPassword } from './password.ts';

export type Account = { readonly id: string; readonly passwordHash: string | null };

export const newAccountId = (now: Date) => uuidv7(now.getTime(), randomBytes(10));

/** The account of a login name, or null. A disabled one is as good as none. */
export async function accountByLogin(database: Database, loginName: string): Promise<Account | null> {
  const row = await database.onReference((db) =>
    db
      .selectFrom('platform.account')
      .select(['id', 'password_hash'])
      .where('login_name', '=', loginName)
      .where('disabled_at', 'is', null)
      .executeTakeFirst(),
  );
  return row ? { id: row.id, passwordHash: row.password_hash } : null;
}

/** The person an account is in a neighborhood, or null. */
export async function personOfAccount(
  database: Database,
  accountId: string,
  neighborhoodId: string,
): Promise<string | null> {
  const row = await database.onReference((db) =>
    db
      .selectFrom('platform.account_person')
      .select('person_id')
      .where('account_id', '=', accountId)
      .where('neighborhood_id', '=', neighborhoodId)
      .executeTakeFirst(),
  );
  return row?.person_id ?? null;
}

/** Who an account is, in each neighborhood it belongs to. */
export function membershipsOf(
  database: Database,
  accountId: string,
): Promise<{ readonly neighborhoodId: string; readonly personId: string }[]> {
  return database.onReference((db) =>
    db
      .selectFrom('platform.account_person')
      .select(['neighborhood_id as neighborhoodId', 'person_id as personId'])
      .where('account_id', '=', accountId)
      .orderBy('neighborhood_id')
      .execute(),
  );
}

/** The account of a person in a neighborhood, or null. */
export async function accountOfPerson(
  database: Database,
  neighborhoodId: string,
  personId: string,
): Promise<string | null> {
  const row = await database.onReference((db) =>
    db
      .selectFrom('platform.account_person')
      .select('account_id')
      .where('neighborhood_id', '=', neighborhoodId)
      .where('person_id', '=', personId)
      .executeTakeFirst(),
  );
  return row?.account_id ?? null;
}

/**
 * A mark of an account that changes with its password and is null when the account is disabled or gone: what
 * was begun with one password is not finished with another.
 */
export async function accountStamp(
  { database, vault }: { readonly database: Database; readonly vault: Vault },
  accountId: string,
): Promise<string | null> {
  const row = await database.onReference((db) =>
    db
      .selectFrom('platform.account')
      .select('password_hash')
      .where('id', '=', accountId)
      .where('disabled_at', 'is', null)
      .executeTakeFirst(),
  );
  return row ? vault.index('account-stamp', `${accountId}/${row.password_hash ?? ''}`).slice(0, 22) : null;
}

export type StaffAccount = {
  readonly loginName: string;
  readonly password: string;
  readonly neighborhoodId: string;
  readonly personId: string;
};

/**
 * Makes the account of somebody who signs in by name and password, or gives the person's own account this
 * name and password. Doing it again changes nothing but the password.
 *
 * @throws when the name belongs to another person's account.
 */
export async function giveStaffAccount(database: Database, staff: StaffAccount, now: Date): Promise<string> {
  const password_hash = await hashPassword(staff.password);
  const login_name = normaliseLogin(staff.loginName);
  const known = await accountOfPerson(database, staff.neighborhoodId, staff.personId);
  return database.onReference(async (db) => {
    if (known) {
      await db
        .updateTable('platform.account')
        .set({ login_name, password_hash })
        .where('id', '=', known)
        .execute();
      return known;
    }
    const id = newAccountId(now);
    await db
      .insertInto('platform.account')
      .values({ id, login_name, password_hash, created_at: now })
      .execute();
    await link(db, id, staff.neighborhoodId, staff.personId);
    return id;
  });
}

/**
 * The account of a verified phone, made at its first use, and that it is this person here. When the person
 * already has an account (staff with a login name) the phone is added to it.
 */
export async function accountForPhone(
  database: Database,
  phone: { readonly index: string; readonly neighborhoodId: string; readonly personId: string },
  now: Date,
): Promise<string> {
  const { index, neighborhoodId, personId } = phone;
  const own = await accountOfPerson(database, neighborhoodId, personId);
  return database.onReference(async (db) => {
    if (own) {
      await db
        .updateTable('platform.account')
        .set({ phone_index: index })
        .where('id', '=', own)
        .where('phone_index', 'is', null)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('platform.account as other')
                .select('other.id')
                .where('other.phone_index', '=', index),
            ),
          ),
        )
        .execute();
      return own;
    }
    await db
      .insertInto('platform.account')
      .values({ id: newAccountId(now), phone_index: index, created_at: now })
      .onConflict((conflict) => conflict.column('phone_index').doNothing())
      .execute();
    const { id } = await db
      .selectFrom('platform.account')
      .select('id')
      .where('phone_index', '=', index)
      .executeTakeFirstOrThrow();
    await link(db, id, neighborhoodId, personId);
    return id;
  });
}

/** The account of somebody of the demo; without a password, so that it opens from the cast page only. */
export async function demoAccount(
  database: Database,
  neighborhoodId: string,
  personId: string,
  now: Date,
): Promise<string> {
  const known = await accountOfPerson(database, neighborhoodId, personId);
  if (known) return known;
  await database.onReference(async (db) => {
    const id = newAccountId(now);
    await db
      .insertInto('platform.account')
      .values({ id, login_name: `demo/${id}`, created_at: now })
      .execute();
    await link(db, id, neighborhoodId, personId);
  });
  return (await accountOfPerson(database, neighborhoodId, personId))!;
}

/** Login names are compared in one form: NFKC, lower case, without spaces around. */
export function normaliseLogin(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** The first link of an account to a neighborhood stays: one account is one person in a neighborhood. */
async function link(
  db: ReferenceHandle,
  account_id: string,
  neighborhood_id: string,
  person_id: string,
): Promise<void> {
  await db
    .insertInto('platform.account_person')
    .values({ account_id, neighborhood_id, person_id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** How many of these people can sign in. */
export async function accountsOfPeople(tx: Tx, personIds: readonly string[]): Promise<number> {
  const row = await tx
    .schema('platform')
    .selectFrom('platform.account_person')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('person_id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

/** Which of these people have an account in the neighborhood that is not disabled. */
export async function peopleWithAccount(tx: Tx, personIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .schema('platform')
    .selectFrom('platform.account_person as p')
    .innerJoin('platform.account as a', 'a.id', 'p.account_id')
    .select('p.person_id')
    .where('p.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('a.disabled_at', 'is', null)
    .where(sql<boolean>`p.person_id = any(${[...personIds]}::uuid[])`)
    .execute();
  return new Set(rows.map((row) => row.person_id));
}
