import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';

/** A column as a row needs it; what is computed or numbered by itself is left out. */
type Column = { readonly name: string; readonly type: string; readonly isArray: boolean };

/** Columns of a table that a row has to give. */
async function columnsOf(pool: pg.Pool, table: string): Promise<Column[]> {
  const { rows } = await pool.query<Column>(
    `select a.attname as name, t.typname as type, t.typcategory = 'A' as "isArray"
       from pg_attribute a join pg_type t on t.oid = a.atttypid
      where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = '' and a.attidentity = ''`,
    [table],
  );
  return rows;
}

/** Takes away what would make a made-up row impossible: foreign keys, checks, exclusions. Never the walls. */
export async function dropConstraints(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ sql: string }>(
    `select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as sql
       from pg_constraint c join pg_namespace n on n.oid = c.connamespace
      where c.contype in ('f', 'c', 'x') and c.conrelid <> 0 and n.nspname !~ '^pg_'
        and n.nspname <> 'information_schema'
      order by c.contype = 'f' desc`,
  );
  for (const { sql } of rows) await pool.query(sql);
}

/** A value of any type the tables use; random where a key may be unique. */
function made({ type, isArray }: Column): unknown {
  if (isArray) return '{}';
  const values: Readonly<Record<string, () => unknown>> = {
    uuid: randomUUID,
    text: () => randomBytes(6).toString('hex'),
    varchar: () => randomBytes(6).toString('hex'),
    int2: () => randomBytes(1).readUInt8(),
    int4: () => randomBytes(3).readUIntBE(0, 3),
    int8: () => randomBytes(4).readUInt32BE(),
    numeric: () => '1',
    float8: () => 1,
    bool: () => false,
    date: () => '2026-01-05',
    time: () => '09:00',
    timestamptz: () => new Date('2026-01-05T01:00:00Z'),
    json: () => '{}',
    jsonb: () => '{}',
    bytea: () => randomBytes(8),
    tsvector: () => '',
    inet: () => '203.0.113.1',
    daterange: () => '[2026-01-05,2026-02-05)',
    tstzrange: () => '[2026-01-05,2026-02-05)',
  };
  const make = values[type];
  if (!make) throw new Error(`no made-up value of type ${type} yet: add one here`);
  return make();
}

/** A statement that puts one made-up row of a neighborhood into a table, with its values. */
export async function madeInsert(
  pool: pg.Pool,
  table: string,
  neighborhoodId: string,
): Promise<[sql: string, values: unknown[]]> {
  const columns = await columnsOf(pool, table);
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const holes = columns.map((_, at) => `$${at + 1}`).join(', ');
  const values = columns.map((column) => (column.name === 'neighborhood_id' ? neighborhoodId : made(column)));
  return [`insert into ${table} (${names}) values (${holes})`, values];
}
