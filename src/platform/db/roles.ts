import pg from 'pg';
import { StartRefusal } from '#platform/config/start-refusal.ts';
import { checkServer, connectOrRefuse } from './connect.ts';
import { passwordVerifier, rolePassword } from './role-password.ts';

/** Owns schemas and tables of the embedded database; only migrations connect as it. */
export const OWNER_ROLE = 'xieshou_owner';
/** What the program connects as: owns nothing, passes no row-level security. */
export const APP_ROLE = 'xieshou_app';
/** The name of the embedded database. */
export const DATABASE = 'xieshou';

/** Keeps copies of the program that start together from preparing and migrating at once. */
export const START_LOCK = 7_846_552_301;

export type Connections = {
  /** For migrations only. */
  readonly owner: pg.ClientConfig;
  /** For everything else. */
  readonly app: pg.ClientConfig;
};

/**
 * Prepares the embedded database: the database `xieshou`, its owner and the program's role, with passwords
 * derived from the secret (set anew when the secret changed). Nothing is written when all is there.
 *
 * @param admin connects as the superuser.
 */
export async function prepareDatabase(
  admin: pg.ClientConfig,
  wanted: { secret: string },
): Promise<Connections> {
  const as = (user: string): pg.ClientConfig => ({
    ...admin,
    user,
    password: rolePassword(wanted.secret, user),
    database: DATABASE,
  });
  const connections = { owner: as(OWNER_ROLE), app: as(APP_ROLE) };
  const client = await connectOrRefuse(admin);
  try {
    await client.query('select pg_advisory_lock($1)', [START_LOCK]);
    await checkServer(client);
    const created = await createDatabase(client);
    for (const [role, config] of [
      [OWNER_ROLE, connections.owner],
      [APP_ROLE, connections.app],
    ] as const) {
      if (created || !(await passwordFits(config))) {
        await client.query(`alter role ${role} password '${passwordVerifier(wanted.secret, role)}'`);
      }
    }
  } finally {
    await client.end();
  }
  await letSearchUseItsIndex({ ...admin, database: DATABASE });
  await checkAppRole(connections.app, OWNER_ROLE);
  return connections;
}

/**
 * Row-level security holds back every condition that might tell about rows behind the wall until the wall is
 * passed, and with it the index of a word search: PostgreSQL does not know of `@@` that it tells nothing (it
 * raises no error and writes no notice). Only a superuser may say so; an ordinary server works without, with
 * slower searches (docs/operations.md).
 */
async function letSearchUseItsIndex(admin: pg.ClientConfig): Promise<void> {
  const client = await connectOrRefuse(admin);
  try {
    const { rows } = await client.query<{ silent: boolean }>(
      `select proleakproof as silent from pg_proc where oid = 'ts_match_vq(tsvector,tsquery)'::regprocedure`,
    );
    if (rows[0]?.silent === false) await client.query(SEARCH_IS_SILENT);
  } finally {
    await client.end();
  }
}

const SEARCH_IS_SILENT = 'alter function pg_catalog.ts_match_vq(tsvector, tsquery) leakproof';

async function createDatabase(client: pg.Client): Promise<boolean> {
  for (const role of [OWNER_ROLE, APP_ROLE]) {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
    if (!rowCount)
      await client.query(`create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole`);
  }
  const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
  if (rowCount) return false;
  await client.query(`create database ${DATABASE} owner ${OWNER_ROLE}`);
  return true;
}

/** Whether a role may sign in with its derived password. Other hindrances keep their own sentence. */
async function passwordFits(config: pg.ClientConfig): Promise<boolean> {
  try {
    await (await connectOrRefuse(config)).end();
    return true;
  } catch (error) {
    if (error instanceof StartRefusal && error.params.state === '28P01') return false;
    throw error;
  }
}

/**
 * Prepares an ordinary PostgreSQL: the URL's user owns the schemas and migrates; the program's role
 * `xieshou_app` is made when it is missing. The password of a role that exists is never changed here, because
 * another installation on the same server may live by it.
 *
 * @throws StartRefusal, for a missing right with the SQL an administrator has to run.
 */
export async function prepareOrdinaryDatabase(url: string, wanted: { secret: string }): Promise<Connections> {
  const connections: Connections = {
    owner: { connectionString: url },
    app: { connectionString: urlAs(url, APP_ROLE, rolePassword(wanted.secret, APP_ROLE)) },
  };
  const client = await connectOrRefuse(connections.owner);
  let owner: string;
  try {
    await checkServer(client);
    owner = await checkOwner(client);
    await client.query('select pg_advisory_lock($1)', [START_LOCK]);
    await createAppRole(client, owner, wanted.secret);
  } finally {
    await client.end();
  }
  const verifier = passwordVerifier(wanted.secret, APP_ROLE);
  if (!(await passwordFits(connections.app))) {
    const sql = `ALTER ROLE ${APP_ROLE} PASSWORD '${verifier}';`;
    throw new StartRefusal('start.database-role-password', { role: APP_ROLE, sql });
  }
  await checkAppRole(connections.app, owner);
  return connections;
}

async function checkOwner(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ user: string; database: string; may: boolean }>(
    `select current_user as user, current_database() as database,
            has_database_privilege(current_database(), 'CREATE') as may`,
  );
  const { user, database, may } = rows[0]!;
  if (user === APP_ROLE) throw new StartRefusal('start.database-owner-is-app', { user });
  if (!may) {
    const sql = `GRANT CREATE ON DATABASE ${pg.escapeIdentifier(database)} TO ${pg.escapeIdentifier(user)};`;
    throw new StartRefusal('start.database-no-create', { user, database, sql });
  }
  return user;
}

async function createAppRole(client: pg.Client, owner: string, secret: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [APP_ROLE]);
  if (rowCount) return;
  const sql = `CREATE ROLE ${APP_ROLE} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD '${passwordVerifier(secret, APP_ROLE)}';`;
  try {
    await client.query(sql);
  } catch (error) {
    const { code } = error as pg.DatabaseError;
    // Made meanwhile by a copy on another database of the same server.
    if (code === '42710' || code === '23505') return;
    if (code === '42501')
      throw new StartRefusal('start.database-role-missing', { role: APP_ROLE, user: owner, sql });
    throw error;
  }
}

/** The role the program works as must be walled in: that is the second lock behind every permission. */
async function checkAppRole(app: pg.ClientConfig, owner: string): Promise<void> {
  const client = await connectOrRefuse(app);
  try {
    const { rows } = await client.query<{ strong: boolean }>(
      `select rolsuper or rolbypassrls or pg_has_role(current_user, $1, 'MEMBER') as strong
         from pg_roles where rolname = current_user`,
      [owner],
    );
    if (rows[0]?.strong !== false) {
      throw new StartRefusal('start.database-role-strong', { role: APP_ROLE, user: owner });
    }
  } finally {
    await client.end();
  }
}

/** The same database URL for another user. As parameters, which count more than the part before the host. */
function urlAs(url: string, user: string, password: string): string {
  const parsed = new URL(url.replace('@/', '@localhost/'));
  parsed.searchParams.set('user', user);
  parsed.searchParams.set('password', password);
  return parsed.href;
}
