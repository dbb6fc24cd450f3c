import { randomBytes } from 'node:crypto';
import { uuidv7 } from '#kernel/ids.ts';
import type { Database, ReferenceHandle } from '#platform/db/database.ts';

/** What may happen to an account that its owner should know of. Words: `account.news.<kind>`. */
export const NEWS_KINDS = [
  'second-factor-on',
  'second-factor-off',
  'second-factor-reset',
  'recovery-code-used',
  'recovery-codes-new',
  'password-changed',
  'password-set',
  'identity-connected',
  'identity-removed',
  'neighborhood-added',
] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];

export type AccountNews = {
  readonly id: string;
  readonly at: Date;
  readonly kind: NewsKind;
  readonly data: Readonly<Record<string, string | number>>;
  readonly seen: boolean;
};

/** Writes down what happened to an account, for its owner. Holds counts and reasons, no contact data. */
export async function tellAccount(
  db: ReferenceHandle,
  accountId: string,
  kind: NewsKind,
  data: AccountNews['data'],
  now: Date,
): Promise<void> {
  await db
    .insertInto('platform.account_news')
    .values({
      account_id: accountId,
      id: uuidv7(now.getTime(), randomBytes(10)),
      at: now,
      kind,
      data: JSON.stringify(data),
    })
    .execute();
}

/** The last things that happened to an account, the newest first. */
export async function accountNews(
  database: Database,
  accountId: string,
  most: number,
): Promise<AccountNews[]> {
  const rows = await database.onReference((db) =>
    db
      .selectFrom('platform.account_news')
      .selectAll()
      .where('account_id', '=', accountId)
      .orderBy('id', 'desc')
      .limit(most)
      .execute(),
  );
  return rows.map(({ id, at, kind, data, seen_at }) => ({
    id,
    at,
    kind: kind as NewsKind,
    data: data as AccountNews['data'],
    seen: seen_at !== null,
  }));
}

/** Notes that the owner has seen it all. */
export async function newsSeen(database: Database, accountId: string, now: Date): Promise<void> {
  await database.onReference((db) =>
    db
      .updateTable('platform.account_news')
      .set({ seen_at: now })
      .where('account_id', '=', accountId)
      .where('seen_at', 'is', null)
      .execute(),
  );
}
