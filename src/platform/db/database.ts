import { randomBytes } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB } from '#db/types.gen.ts';
import type { Actor } from '#kernel/actor.ts';
import { isUuid, uuidv7 } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { PUBLIC_CHANNEL, publicChanges } from './public-changes.ts';

// Days stay text ('2026-04-07'): a day has no time zone. 1082 is PostgreSQL's oid of `date`.
pg.types.setTypeParser(1082, (text) => text);

export type SchemaName =
  | 'platform'
  | 'registry'
  | 'access'
  | 'consents'
  | 'redaction'
  | 'notices'
  | 'matters'
  | 'agreements'
  | 'resolutions'
  | 'escalations'
  | 'meetings'
  | 'notifications'
  | 'privacy'
  | 'oversight';
type TablesOf<S extends SchemaName> = Extract<keyof DB, `${S}.${string}`>;

/** A query builder that knows the tables of one schema only: another module's table is a type error. */
export type SchemaHandle<S extends SchemaName> = Kysely<Pick<DB, TablesOf<S>>>;

/** Tables without a neighborhood, readable outside any neighborhood's transaction. */
type ReferenceTable =
  | 'platform.neighborhood_address'
  | 'platform.account'
  | 'platform.account_person'
  | 'platform.session'
  | 'platform.one_time_code'
  | 'platform.second_factor'
  | 'platform.recovery_code'
  | 'platform.account_news'
  | 'platform.account_identity'
  | 'platform.handover_ticket'
  | 'platform.setup_code'
  | 'platform.rate_limit'
  | 'platform.work_calendar_year'
  | 'platform.work_calendar_day'
  | 'platform.work_hours';
export type ReferenceHandle = Kysely<Pick<DB, ReferenceTable>>;

/** One transaction of one actor in one neighborhood. Everything a command or query may reach. */
export type Tx = {
  readonly actor: Actor;
  /** The moment it happens; rules take it from here, never from the machine's clock. */
  readonly now: Date;
  readonly vault: Vault;
  /** The tables of one schema. */
  schema<S extends SchemaName>(name: S): SchemaHandle<S>;
  /** A new UUIDv7. */
  newId(): string;
  /** What anybody may read changes with this transaction: kept pages are forgotten when it commits, in every copy. */
  publicPagesChanged(): Promise<void>;
};

export type TxOptions = { readonly now?: Date };

export interface Database {
  /**
   * Runs `fn` in one transaction walled to the actor's neighborhood. Commits when it returns, rolls back
   * when it throws or returns a refusal.
   */
  inTransaction<T>(actor: Actor, fn: (tx: Tx) => Promise<T>, options?: TxOptions): Promise<T>;
  /** Runs `fn` on reference tables (accounts, sessions, work calendar), outside any neighborhood. */
  onReference<T>(fn: (db: ReferenceHandle) => Promise<T>): Promise<T>;
  /** Calls back whenever kept public pages are no longer to be shown. */
  onPublicChange(listener: () => void): void;
  /** The pool, for health checks only. */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

const HANDLES = new WeakMap<pg.PoolClient, Kysely<DB>>();

/** The query builder of one connection; made once for as long as the connection lives. */
function handleOf(client: pg.PoolClient): Kysely<DB> {
  const known = HANDLES.get(client);
  if (known) return known;
  const lent = { query: client.query.bind(client), release: () => undefined } as unknown as pg.PoolClient;
  const pool = { connect: async () => lent, end: async () => undefined };
  const made = new Kysely<DB>({ dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }) });
  HANDLES.set(client, made);
  return made;
}

function isRefused(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as Partial<Result<unknown>>).ok === false;
}

function txOf(client: pg.PoolClient, actor: Actor, now: Date, vault: Vault, onPublic: () => void): Tx {
  const handle = handleOf(client);
  return {
    actor,
    now,
    vault,
    schema: <S extends SchemaName>() => handle as unknown as SchemaHandle<S>,
    newId: () => uuidv7(Date.now(), randomBytes(10)),
    async publicPagesChanged() {
      await client.query(`notify ${PUBLIC_CHANNEL}`);
      onPublic();
    },
  };
}

/**
 * Connects as the program's role, which owns no table and does not bypass row-level security.
 *
 * @param config connection of the program's role, never the owner's.
 * @param clock the moment a transaction happens when its caller names none.
 */
export function connectDatabase(
  config: pg.PoolConfig,
  vault: Vault,
  clock: () => Date = () => new Date(),
): Database {
  const pool = new pg.Pool({ max: 12, idleTimeoutMillis: 30_000, ...config });
  // An idle connection that the server drops is not a reason to die; the next query makes a new one.
  pool.on('error', () => undefined);
  // Nor is one that is dropped between two statements of a transaction: the next statement fails.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const changes = publicChanges(config);
  return {
    pool,
    async inTransaction(actor, fn, options = {}) {
      if (!isUuid(actor.neighborhoodId)) throw new Error('neighborhood id is not a UUID');
      const client = await pool.connect();
      let broken: Error | undefined;
      let isPublic = false;
      const onPublic = () => {
        isPublic = true;
      };
      try {
        // SET LOCAL, not set_config(): Citus passes only the former on to its workers.
        await client.query(`begin; set local xieshou.neighborhood = '${actor.neighborhoodId}'`);
        const answer = await fn(txOf(client, actor, options.now ?? clock(), vault, onPublic));
        await client.query(isRefused(answer) ? 'rollback' : 'commit');
        if (isPublic) changes.tell();
        return answer;
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => {
          broken = failure;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    async onReference(fn) {
      const client = await pool.connect();
      try {
        return await fn(handleOf(client) as unknown as ReferenceHandle);
      } finally {
        client.release();
      }
    },
    onPublicChange: (listener) => changes.onChange(listener),
    async close() {
      await changes.close();
      await pool.end();
    },
  };
}
