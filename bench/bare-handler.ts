/**
 * A bare node:http handler: takes statements as JSON on its input, answers every request for `/<name>` with the
 * rows they give, and says its port. Started by {@link ./reading.ts}.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import type { Statement } from './recording.ts';

type Wanted = {
  readonly database: pg.PoolConfig;
  readonly pages: Readonly<Record<string, readonly Statement[]>>;
};

const { database, pages } = JSON.parse(await text(process.stdin)) as Wanted;
const pool = new pg.Pool({ max: 12, ...database });

const server = createServer(async (request, response) => {
  const statements = pages[(request.url ?? '').slice(1)];
  if (!statements) {
    response.writeHead(404).end();
    return;
  }
  const client = await pool.connect();
  try {
    const rows: unknown[] = [];
    for (const statement of statements) {
      const { text: sql, values } = statement;
      const answer = values.length > 0 ? await client.query(sql, [...values]) : await client.query(sql);
      rows.push(answer.rows);
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows));
  } catch (error) {
    response.writeHead(500).end(String(error));
  } finally {
    client.release();
  }
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
