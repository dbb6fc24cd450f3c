import { type RawBuilder, sql } from 'kysely';
import { systemActor } from '#kernel/actor.ts';
import type { Database } from '#platform/db/database.ts';

/** A column with encrypted texts, or with blind indexes of phones; found by its name in the catalogue. */
export type SealedColumn = {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
  /** Its table is walled: read neighborhood by neighborhood. */
  readonly owned: boolean;
  readonly key: readonly string[];
};

type Handle = Parameters<RawBuilder<unknown>['execute']>[0];

/**
 * Every column whose name ends so, in every table. The catalogue is asked, so that a table of tomorrow cannot
 * be forgotten: whatever is encrypted is named `…_cipher`, and phones are found by `…phone_index`.
 */
export function columnsNamed(database: Database, ending: string): Promise<SealedColumn[]> {
  return database.onReference(async (db) => {
    const { rows } = await sql<SealedColumn>`
      select n.nspname as schema, c.relname as table, a.attname as column,
             exists (select 1 from pg_attribute o where o.attrelid = c.oid and o.attname = 'neighborhood_id') as owned,
             (select array_agg(k.attname::text order by at.n) from pg_index x,
                unnest(x.indkey::int2[]) with ordinality at(num, n), pg_attribute k
               where x.indrelid = c.oid and x.indisprimary and k.attrelid = c.oid and k.attnum = at.num) as key
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
         and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and right(a.attname, length(${ending})) = ${ending}
       order by 1, 2, 3`.execute(db);
    return rows;
  });
}

/** `schema.table` as SQL. */
export const tableOf = ({ schema, table }: SealedColumn) => sql.id(schema, table);

/** Runs something on a column's table: once, or once in every neighborhood where the table is walled. */
export async function everywhere<T>(
  database: Database,
  column: SealedColumn,
  fn: (db: Handle) => Promise<T>,
): Promise<T[]> {
  if (!column.owned) return [await database.onReference((db) => fn(db))];
  const all = await database.onReference((db) =>
    db.selectFrom('platform.neighborhood_address').select('neighborhood_id').execute(),
  );
  const answers: T[] = [];
  for (const { neighborhood_id: id } of all)
    answers.push(await database.inTransaction(systemActor(id), (tx) => fn(tx.schema('platform'))));
  return answers;
}
