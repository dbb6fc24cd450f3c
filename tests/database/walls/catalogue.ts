import type pg from 'pg';

/** Tables with a neighborhood in them that are not walled, each with the reason. */
export const UNWALLED: ReadonlyMap<string, string> = new Map([
  ['platform.neighborhood_address', 'read to find out which neighborhood a host means'],
  ['platform.account_person', 'read while somebody signs in, before a neighborhood is chosen'],
  ['platform.session', 'read to find out who asks, and where'],
]);

/** Tables that belong to no neighborhood, each with the reason. */
export const REFERENCE: ReadonlyMap<string, string> = new Map([
  [
    'platform.account',
    'one person may belong to several neighborhoods; holds a name to sign in with and no phone',
  ],
  ['platform.account_identity', 'an account at a street’s or WeChat’s sign-in, for whatever neighborhood'],
  ['platform.account_news', 'what happened to an account: a new sign-in, a changed password'],
  [
    'platform.handover_ticket',
    'carries somebody signed in from one neighborhood’s address to another’s, once',
  ],
  ['platform.migration', 'what was done to the database'],
  ['platform.one_time_code', 'sent to a phone before it is known whose it is; kept as a hash'],
  ['platform.rate_limit', 'counts by hashed addresses, before a neighborhood is known'],
  ['platform.recovery_code', 'belongs to an account'],
  ['platform.second_factor', 'belongs to an account'],
  ['platform.setup_code', 'there before the first neighborhood'],
  ['platform.work_calendar_day', 'the same public holidays for everybody'],
  ['platform.work_calendar_year', 'the same public holidays for everybody'],
  ['platform.work_hours', 'the same working hours for everybody'],
]);

const TABLES = `
  select n.nspname || '.' || c.relname as name, c.relrowsecurity as walled,
         (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
         exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'neighborhood_id' and a.attnum > 0) as owned
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
   order by 1`;

export type Table = {
  readonly name: string;
  /** Row-level security is on. */
  readonly walled: boolean;
  readonly policies: number;
  /** Has a column `neighborhood_id`. */
  readonly owned: boolean;
};

/** Every table of the database that is not PostgreSQL's own. */
export async function tablesOf(pool: pg.Pool): Promise<Table[]> {
  return (await pool.query<Table>(TABLES)).rows;
}

/** What is wrong with the walls, by name of the table; nothing when all stand. */
export function gapsIn(tables: readonly Table[]): string[] {
  return tables.flatMap(({ name, walled, policies, owned }) => {
    if (!owned) return REFERENCE.has(name) ? [] : [`${name} has no neighborhood_id`];
    if (UNWALLED.has(name)) return [];
    if (!walled) return [`${name} has no row-level security`];
    return policies === 0 ? [`${name} has no policy`] : [];
  });
}

export type Key = {
  readonly table: string;
  readonly name: string;
  readonly kind: 'p' | 'u' | 'f';
  readonly columns: readonly string[];
  /** The table a foreign key points to. */
  readonly target: string | null;
};

/** Primary keys, unique keys and indexes, and foreign keys. */
export async function keysOf(pool: pg.Pool): Promise<Key[]> {
  const { rows } = await pool.query<Key>(`
    select n.nspname || '.' || c.relname as table, i.relname as name,
           case when x.indisprimary then 'p' else 'u' end as kind,
           (select array_agg(coalesce(a.attname, '(expression)')::text order by k.at)
              from unnest(x.indkey::int2[]) with ordinality k(num, at)
              left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num) as columns,
           null as target
      from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
      join pg_namespace n on n.oid = c.relnamespace
     where x.indisunique and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    union all
    select n.nspname || '.' || c.relname, f.conname, 'f',
           (select array_agg(a.attname::text order by k.at) from unnest(f.conkey) with ordinality k(num, at)
              join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num),
           f.confrelid::regclass::text
      from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
     where f.contype = 'f'
     order by 1, 2`);
  return rows;
}

/** Keys of one neighborhood's tables that leave the neighborhood out. */
export function loneKeys(tables: readonly Table[], keys: readonly Key[]): string[] {
  const owned = new Set(
    tables.filter(({ name, owned: has }) => has && !UNWALLED.has(name)).map(({ name }) => name),
  );
  const lone = keys.filter(({ table, kind, columns }) => {
    if (!owned.has(table)) return false;
    return kind === 'p' ? columns[0] !== 'neighborhood_id' : !columns.includes('neighborhood_id');
  });
  const keyless = [...owned].filter((name) => !keys.some((key) => key.table === name && key.kind === 'p'));
  return [...lone.map(({ table, name }) => `${table}: ${name}`), ...keyless.map((name) => `${name}: no key`)];
}
