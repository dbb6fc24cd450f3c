import type { Database } from '#platform/db/database.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { tellAccount } from '../account-news.ts';
import type { ForeignIdentity, ProviderKey } from './provider.ts';

type Place = { readonly database: Database; readonly vault: Vault };

/** Only this is stored of who somebody is elsewhere. */
function indexOf({ vault }: Place, { issuer, subject }: ForeignIdentity): string {
  return vault.index('foreign-identity', `${issuer}\n${subject}`);
}

/** The account that was connected with an identity, or null; a disabled one is as good as none. */
export async function accountOfIdentity(
  place: Place,
  provider: ProviderKey,
  identity: ForeignIdentity,
): Promise<string | null> {
  const row = await place.database.onReference((db) =>
    db
      .selectFrom('platform.account_identity as i')
      .innerJoin('platform.account as a', 'a.id', 'i.account_id')
      .select('a.id')
      .where('i.provider', '=', provider)
      .where('i.subject_index', '=', indexOf(place, identity))
      .where('a.disabled_at', 'is', null)
      .executeTakeFirst(),
  );
  return row?.id ?? null;
}

/**
 * Connects an identity with the account of somebody signed in. An identity belongs to one account, an account
 * has one identity of a provider. Never done by comparing names, phones or e-mail addresses.
 *
 * @param name what the provider is called, for the owner's news.
 * @returns whether it is connected now.
 */
export async function connectIdentity(
  place: Place,
  accountId: string,
  { provider, identity, name }: { provider: ProviderKey; identity: ForeignIdentity; name: string },
  now: Date,
): Promise<boolean> {
  return place.database.onReference(async (db) => {
    const added = await db
      .insertInto('platform.account_identity')
      .values({
        provider,
        subject_index: indexOf(place, identity),
        account_id: accountId,
        connected_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows !== 1n) return false;
    await tellAccount(db, accountId, 'identity-connected', { provider: name }, now);
    return true;
  });
}

/** Providers an account is connected with. */
export async function identitiesOf({ database }: Place, accountId: string): Promise<Map<string, Date>> {
  const rows = await database.onReference((db) =>
    db
      .selectFrom('platform.account_identity')
      .select(['provider', 'connected_at'])
      .where('account_id', '=', accountId)
      .execute(),
  );
  return new Map(rows.map((row) => [row.provider, row.connected_at]));
}

/** Takes a connection away: signing in by it ends with this moment. */
export async function disconnectIdentity(
  { database }: Place,
  accountId: string,
  { provider, name }: { provider: ProviderKey; name: string },
  now: Date,
): Promise<void> {
  await database.onReference(async (db) => {
    const gone = await db
      .deleteFrom('platform.account_identity')
      .where('account_id', '=', accountId)
      .where('provider', '=', provider)
      .executeTakeFirst();
    if (gone.numDeletedRows > 0n) {
      await tellAccount(db, accountId, 'identity-removed', { provider: name }, now);
    }
  });
}
