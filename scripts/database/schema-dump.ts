/** What the migrations make, written out of the catalogue in an order that is always the same. */
import pg from 'pg';

const HEAD = `-- What the migrations make, written out of the catalogue by scripts/db-types.ts; not edited by hand.
`;

const OURS = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')`;

/** Each asks for lines of SQL as \`line\`, with the object they belong to as \`owner\`. */
const PARTS: readonly (readonly [string, string])[] = [
  [
    'columns',
    `select n.nspname || '.' || c.relname as owner,
            format('  %I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
              case when a.attnotnull then ' not null' else '' end,
              case when a.attidentity <> '' then ' generated as identity'
                   when a.attgenerated = 's' then ' generated always as ' || pg_get_expr(d.adbin, d.adrelid) || ' stored'
                   when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end, '') as line
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relkind in ('r', 'p') and ${OURS}
      order by n.nspname, c.relname, a.attnum`,
  ],
  [
    'constraints',
    `select n.nspname || '.' || c.relname as owner,
            format('constraint %I %s', k.conname, pg_get_constraintdef(k.oid)) as line
       from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype in ('p', 'u', 'f', 'c', 'x') and ${OURS}
      order by n.nspname, c.relname, array_position(array['p', 'u', 'f', 'c', 'x'], k.contype::text), k.conname`,
  ],
  [
    'indexes',
    `select n.nspname || '.' || c.relname as owner, pg_get_indexdef(i.indexrelid) as line
       from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
      order by n.nspname, c.relname, line`,
  ],
  [
    'policies',
    `select n.nspname || '.' || c.relname as owner,
            format('policy %I for %s to %s using (%s) with check (%s)', p.polname,
              case p.polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end,
              (select string_agg(coalesce(r.rolname, 'public'), ', ' order by r.rolname collate "C")
                 from unnest(p.polroles) one left join pg_roles r on r.oid = one),
              pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) as line
       from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
      where ${OURS} order by n.nspname, c.relname, line`,
  ],
  [
    'grants',
    `select n.nspname || '.' || c.relname as owner,
            format('grant %s to %s', string_agg(lower(g.privilege_type), ', ' order by g.privilege_type collate "C"), r.rolname) as line
       from pg_class c join pg_namespace n on n.oid = c.relnamespace,
            aclexplode(c.relacl) g join pg_roles r on r.oid = g.grantee
      where c.relkind in ('r', 'p') and g.grantee <> c.relowner and ${OURS}
      group by n.nspname, c.relname, r.rolname order by n.nspname, c.relname, r.rolname`,
  ],
];

const TABLES = `
  select n.nspname || '.' || c.relname as owner, c.relrowsecurity as walled
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p') and ${OURS} order by n.nspname, c.relname`;

const SCHEMAS = `
  select n.nspname as name,
         coalesce((select string_agg(r.rolname, ', ' order by r.rolname collate "C")
            from aclexplode(n.nspacl) g join pg_roles r on r.oid = g.grantee
           where g.grantee <> n.nspowner and g.privilege_type = 'USAGE'), 'nobody') as users
    from pg_namespace n where ${OURS} order by n.nspname collate "C"`;

const ROUTINES = `
  select pg_get_functiondef(p.oid) as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace
   where ${OURS} order by n.nspname, p.proname, line`;

/** The schema of a migrated database as text: schemas, tables with everything about them, routines. */
export async function dumpSchema(owner: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const schemas = await client.query<{ name: string; users: string }>(SCHEMAS);
    const tables = await client.query<{ owner: string; walled: boolean }>(TABLES);
    const about = new Map<string, Map<string, string[]>>();
    for (const [part, sql] of PARTS) about.set(part, await linesByTable(client, sql));
    const of = (part: string, table: string) => about.get(part)?.get(table) ?? [];
    const text = [HEAD, ...schemas.rows.map(({ name, users }) => `schema ${name}; -- used by ${users}\n`)];
    for (const { owner: table, walled } of tables.rows) {
      const inside = [...of('columns', table), ...of('constraints', table).map((line) => `  ${line}`)];
      text.push(`\ntable ${table} (\n${inside.join(',\n')}\n);\n`);
      if (walled) text.push('row level security;\n');
      for (const part of ['policies', 'indexes', 'grants']) {
        for (const line of of(part, table)) text.push(`${line};\n`);
      }
    }
    const routines = await client.query<{ line: string }>(ROUTINES);
    for (const { line } of routines.rows) text.push(`\n${line.trimEnd()};\n`);
    return text.join('');
  } finally {
    await client.end();
  }
}

async function linesByTable(client: pg.Client, sql: string): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ owner: string; line: string }>(sql);
  const byTable = new Map<string, string[]>();
  for (const { owner, line } of rows) byTable.set(owner, [...(byTable.get(owner) ?? []), line]);
  return byTable;
}
