/** PostgreSQL's COPY through the driver, which has no word for it: what loading could be at best. */
import type pg from 'pg';

/** What the driver lends a query while it runs. */
type Line = { query(text: string): void; sendCopyFromChunk(bytes: Buffer): void; endCopyFrom(): void };

/**
 * Runs `copy … from stdin` with everything at once.
 *
 * @param lines rows in COPY's text format, each with its line break.
 */
export function copyIn(client: pg.PoolClient, text: string, lines: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    let failed: Error | null = null;
    const query = {
      submit: (line: Line) => line.query(text),
      handleCopyInResponse: (line: Line) => {
        line.sendCopyFromChunk(lines);
        line.endCopyFrom();
      },
      handleCommandComplete: () => undefined,
      handleError: (error: Error) => {
        failed = error;
        reject(error);
      },
      handleReadyForQuery: () => {
        if (!failed) resolve();
      },
    };
    client.query(query as unknown as pg.Submittable);
  });
}

/** All rows of a table of one neighborhood in COPY's text format. Values hold no tabs and no line breaks. */
export async function copyOut(pool: pg.Pool, table: string, columns: readonly string[]): Promise<Buffer> {
  const list = columns.map((name) => `coalesce(${name}::text, '\\N')`).join(` || E'\\t' || `);
  const { rows } = await pool.query<{ line: string }>(`select ${list} as line from ${table}`);
  return Buffer.from(rows.map((row) => `${row.line}\n`).join(''));
}
