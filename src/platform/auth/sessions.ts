import { createHash, randomBytes } from 'node:crypto';
import { uuidv7 } from '#kernel/ids.ts';
import type { Database } from '#platform/db/database.ts';
import { isLive, needsTouch, type SessionKind, sessionExpiry } from './session-rules.ts';

/** A session as the program works with it. The token itself is known to the browser only. */
export type Session = {
  readonly publicId: string;
  readonly accountId: string;
  readonly neighborhoodId: string;
  readonly personId: string;
  readonly actingPostId: string | null;
  /** The person somebody acts for just now, as their proxy. */
  readonly actingForPersonId: string | null;
  readonly kind: SessionKind;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
  readonly device: string;
  /** When the second step was given; null when it was not. */
  readonly secondFactorAt: Date | null;
  /** When the person last proved who they are. */
  readonly confirmedAt: Date;
};

export type NewSession = {
  readonly accountId: string;
  readonly neighborhoodId: string;
  readonly personId: string;
  readonly actingPostId: string | null;
  readonly device: string;
  /** When the second step was given, here or in the session this one follows. */
  readonly secondFactorAt?: Date | null;
};

/** What of a token is stored: it cannot be turned back into the token. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/**
 * Starts a session with a token nobody had before.
 *
 * @param kind staff when the person holds a post: such sessions end sooner.
 * @param replaces the token the browser came with; that session ends.
 * @returns the token for the browser's cookie.
 */
export async function startSession(
  database: Database,
  session: NewSession,
  kind: SessionKind,
  now: Date,
  replaces: string | null = null,
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const row = {
    token_hash: tokenHash(token),
    public_id: uuidv7(now.getTime(), randomBytes(10)),
    account_id: session.accountId,
    neighborhood_id: session.neighborhoodId,
    person_id: session.personId,
    acting_post_id: session.actingPostId,
    created_at: now,
    last_seen_at: now,
    expires_at: sessionExpiry(kind, now),
    device: session.device,
    second_factor_at: session.secondFactorAt ?? null,
    confirmed_at: now,
  };
  await database.onReference(async (db) => {
    if (replaces) {
      await db
        .updateTable('platform.session')
        .set({ ended_at: now })
        .where('token_hash', '=', tokenHash(replaces))
        .where('ended_at', 'is', null)
        .execute();
    }
    await db.insertInto('platform.session').values(row).execute();
  });
  return token;
}

/**
 * The live session of a token, or null. Notes at most once a minute that it was used.
 *
 * @param neighborhoodId where it must be; null for any, to find out where somebody is signed in.
 */
export async function findSession(
  database: Database,
  token: string,
  neighborhoodId: string | null,
  now: Date,
): Promise<Session | null> {
  const hash = tokenHash(token);
  return database.onReference(async (db) => {
    let live = db
      .selectFrom('platform.session as s')
      .innerJoin('platform.account as a', 'a.id', 's.account_id')
      .selectAll('s')
      .where('s.token_hash', '=', hash)
      .where('s.ended_at', 'is', null)
      .where('a.disabled_at', 'is', null);
    if (neighborhoodId !== null) live = live.where('s.neighborhood_id', '=', neighborhoodId);
    const row = await live.executeTakeFirst();
    if (!row) return null;
    const session = sessionOf(row);
    if (!isLive(session, session.kind, now)) return null;
    if (needsTouch(session, now)) {
      await db
        .updateTable('platform.session')
        .set({ last_seen_at: now })
        .where('token_hash', '=', hash)
        .execute();
    }
    return session;
  });
}

/** The account's live sessions of a neighborhood, the last used first. */
export async function listSessions(
  database: Database,
  accountId: string,
  neighborhoodId: string,
  now: Date,
): Promise<Session[]> {
  const rows = await database.onReference((db) =>
    db
      .selectFrom('platform.session')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('neighborhood_id', '=', neighborhoodId)
      .where('ended_at', 'is', null)
      .orderBy('last_seen_at', 'desc')
      .execute(),
  );
  return rows.map(sessionOf).filter((session) => isLive(session, session.kind, now));
}

/** Which of an account's sessions to end. */
export type SessionsToEnd =
  | { readonly which: 'one'; readonly publicId: string }
  | { readonly which: 'others'; readonly publicId: string }
  | { readonly which: 'all' };

/** Ends sessions of one account, at once: the next request with their token is nobody's. */
export async function endSessions(
  database: Database,
  accountId: string,
  choice: SessionsToEnd,
  now: Date,
): Promise<number> {
  return database.onReference(async (db) => {
    let ending = db
      .updateTable('platform.session')
      .set({ ended_at: now })
      .where('account_id', '=', accountId)
      .where('ended_at', 'is', null);
    if (choice.which === 'one') ending = ending.where('public_id', '=', choice.publicId);
    if (choice.which === 'others') ending = ending.where('public_id', '<>', choice.publicId);
    return Number((await ending.executeTakeFirst()).numUpdatedRows);
  });
}

/** Remembers the post somebody chose to act in. Whether they hold it is checked at every request. */
export async function chooseActingPost(database: Database, publicId: string, postId: string): Promise<void> {
  await database.onReference((db) =>
    db
      .updateTable('platform.session')
      .set({ acting_post_id: postId })
      .where('public_id', '=', publicId)
      .execute(),
  );
}

/** Notes that the person proved again who they are. */
export async function sessionConfirmed(
  database: Database,
  publicId: string,
  { secondFactor, now }: { readonly secondFactor: boolean; readonly now: Date },
): Promise<void> {
  await database.onReference((db) =>
    db
      .updateTable('platform.session')
      .set({ confirmed_at: now, ...(secondFactor ? { second_factor_at: now } : {}) })
      .where('public_id', '=', publicId)
      .execute(),
  );
}

/** Remembers whom somebody acts for as a proxy; null: for themselves. Whether they may is checked at every request. */
export async function chooseActingFor(
  database: Database,
  publicId: string,
  personId: string | null,
): Promise<void> {
  await database.onReference((db) =>
    db
      .updateTable('platform.session')
      .set({ acting_for_person_id: personId })
      .where('public_id', '=', publicId)
      .execute(),
  );
}

type Row = {
  public_id: string;
  account_id: string;
  neighborhood_id: string;
  person_id: string;
  acting_post_id: string | null;
  acting_for_person_id: string | null;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  ended_at: Date | null;
  device: string;
  second_factor_at: Date | null;
  confirmed_at: Date | null;
};

function sessionOf(row: Row): Session {
  return {
    publicId: row.public_id,
    accountId: row.account_id,
    neighborhoodId: row.neighborhood_id,
    personId: row.person_id,
    actingPostId: row.acting_post_id,
    actingForPersonId: row.acting_for_person_id,
    // Somebody signed in to act in a post: the shorter times hold.
    kind: row.acting_post_id === null ? 'resident' : 'staff',
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    endedAt: row.ended_at,
    device: row.device,
    secondFactorAt: row.second_factor_at,
    confirmedAt: row.confirmed_at ?? row.created_at,
  };
}
