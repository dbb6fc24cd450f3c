/** Reports taken in a second through the page's form, against the same statements straight through the driver. */
import { randomBytes, randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import pg from 'pg';
import { builtApp } from './built-app.ts';
import { type Figure, figure, median } from './measure.ts';
import type { Recorder, Statement } from './recording.ts';
import type { Town } from './town.ts';

const ROUNDS = 4;
const SECONDS = 4;
const CONNECTIONS = 10;

/** What one report wrote, as it stands in the recorded statements. */
type Written = {
  readonly matterId: string;
  readonly code: string;
  readonly key: string;
  readonly eventId: string;
  readonly seq: string;
  readonly hash: string;
  readonly prevHash: string;
};

function form(estateId: string): URLSearchParams {
  return new URLSearchParams({
    requestKey: randomUUID(),
    description: `楼道灯不亮，晚上看不清 ${randomUUID()}`,
    place: `e:${estateId}`,
    reporter: 'ANONYMOUS',
    category: 'A09',
    do: 'send',
  });
}

async function anEstate(town: Town, client: pg.PoolClient): Promise<string> {
  await enter(town, client);
  const { rows } = await client.query<{ id: string }>('select id from registry.estate order by code limit 1');
  await client.query('commit');
  return rows[0]!.id;
}

function enter({ neighborhoodId }: Town, client: pg.PoolClient) {
  return client.query(`begin; set local xieshou.neighborhood = '${neighborhoodId}'`);
}

/** Records what one report asks of the database, and reads what it wrote. */
async function recordOne(town: Town, recorder: Recorder, client: pg.PoolClient, estateId: string) {
  const { app, close } = await builtApp(town);
  const send = async () => {
    const address = 'http://127.0.0.1/report';
    const headers = { origin: 'http://127.0.0.1' };
    const answer = await app.fetch(new Request(address, { method: 'POST', headers, body: form(estateId) }));
    const code = /\/report\/sent\/([\w-]+)$/.exec(answer.headers.get('location') ?? '')?.[1];
    if (!code) throw new Error(`the report was answered with ${answer.status}`);
    return code;
  };
  try {
    await send();
    let code = '';
    const statements = await recorder.record(async () => {
      code = await send();
    });
    return { statements, written: await readWritten(town, client, code) };
  } finally {
    await close();
  }
}

async function readWritten(town: Town, client: pg.PoolClient, code: string): Promise<Written> {
  await enter(town, client);
  const { rows } = await client.query<Written>(
    `select m.id as "matterId", m.code, k.key, e.id as "eventId", e.seq, e.hash, e.prev_hash as "prevHash"
       from matters.matter m join platform.event e on e.subject_id = m.id
       join platform.request_key k on k.answer->>'matterId' = m.id::text where m.code = $1`,
    [code],
  );
  await client.query('commit');
  if (rows.length !== 1) throw new Error('the recorded report cannot be found');
  return rows[0]!;
}

type Prepared = { readonly text: string; readonly values: string };

/** One report straight through the driver: the recorded statements with ids, code and chain of its own. */
async function replay(client: pg.PoolClient, statements: readonly Prepared[], old: Written): Promise<void> {
  const fresh = new Map([
    [old.matterId, randomUUID()],
    [old.key, randomUUID()],
    [old.eventId, randomUUID()],
    [old.hash, randomBytes(32).toString('hex')],
  ]);
  let seq = old.seq;
  for (const { text, values } of statements) {
    if (values === '[]') {
      await client.query(text);
      continue;
    }
    let own = values;
    for (const [from, to] of fresh) own = own.replaceAll(from, to);
    const given = (JSON.parse(own) as unknown[]).map((value) =>
      value === old.seq && /event/.test(text) ? seq : value,
    );
    const { rows } = await client.query(text, given);
    if (/event_head/.test(text) && /for update/.test(text)) {
      seq = String(BigInt(rows[0].seq) + 1n);
      fresh.set(old.prevHash, rows[0].hash);
    }
    if (/code_counter/.test(text)) {
      const number = String(Object.values(rows[0])[0]).padStart(4, '0');
      fresh.set(old.code, old.code.replace(/\d+$/, number));
    }
  }
}

async function throughDriver(pool: pg.Pool, statements: readonly Prepared[], old: Written): Promise<number> {
  const end = performance.now() + SECONDS * 1000;
  let done = 0;
  const sender = async () => {
    const client = await pool.connect();
    try {
      while (performance.now() < end) {
        await replay(client, statements, old);
        done += 1;
      }
    } finally {
      client.release();
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, sender));
  return done / SECONDS;
}

async function throughForm({ program }: Town, estateId: string): Promise<number> {
  const headers = { origin: program.address, 'content-type': 'application/x-www-form-urlencoded' };
  const run = await autocannon({
    url: program.address,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: [
      {
        method: 'POST',
        path: '/report',
        headers,
        setupRequest: (request) => ({ ...request, body: form(estateId).toString() }),
      },
    ],
  });
  const taken = run['3xx'];
  if (run.errors > 0 || run['4xx'] + run['5xx'] + run['2xx'] > 0) throw new Error('reports were not taken');
  return taken / run.duration;
}

export async function intake(town: Town, recorder: Recorder): Promise<Figure[]> {
  const pool = new pg.Pool({ ...town.app, max: CONNECTIONS + 1 });
  pool.on('error', () => undefined);
  try {
    const client = await pool.connect();
    const estateId = await anEstate(town, client);
    const { statements, written } = await recordOne(town, recorder, client, estateId);
    client.release();
    const prepared = statements.map(({ text, values }: Statement) => ({
      text,
      values: JSON.stringify(values),
    }));
    const rates = { driver: [] as number[], form: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      rates.driver.push(await throughDriver(pool, prepared, written));
      rates.form.push(await throughForm(town, estateId));
    }
    const [straight, sent] = [median(rates.driver), median(rates.form)];
    const note = `${sent.toFixed(0)}/s against ${straight.toFixed(0)}/s; ${statements.length} statements`;
    return [figure('reports through the form / through the driver', ['≥', 0.3], sent / straight, '', note)];
  } finally {
    await pool.end();
  }
}
