/** Sign-ins by name and password in a second through the page's form, against the bare password hash. */
import { randomBytes, scrypt } from 'node:crypto';
import autocannon from 'autocannon';
import pg from 'pg';
import { DEMO_LOGINS, DEMO_PASSWORD } from '#demo/neighborhood/accounts.ts';
import { type Figure, figure, median } from './measure.ts';
import type { Town } from './town.ts';

const ROUNDS = 3;
const SECONDS = 4;
/** As many as the thread pool that hashes has threads. */
const CONNECTIONS = 4;
/** The cost of the program's own hashes (platform/auth/password.ts). */
const COST = { N: 16_384, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
/** Below the limit of tries of one name within a round. */
const TRIES_PER_NAME = 8;

/** The hash alone, as many at a time as there are connections. */
async function bare(): Promise<number> {
  const end = performance.now() + SECONDS * 1000;
  let done = 0;
  const hash = () =>
    new Promise<void>((resolve, reject) =>
      scrypt(DEMO_PASSWORD, randomBytes(16), 32, COST, (error) => (error ? reject(error) : resolve())),
    );
  const worker = async () => {
    while (performance.now() < end) {
      await hash();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  return done / SECONDS;
}

/** Each name a few times only, as its limit asks; the figure is what was let in by the time it took. */
async function throughForm({ program }: Town): Promise<number> {
  const headers = { origin: program.address, 'content-type': 'application/x-www-form-urlencoded' };
  let at = 0;
  const run = await autocannon({
    url: program.address,
    connections: CONNECTIONS,
    amount: DEMO_LOGINS.length * TRIES_PER_NAME,
    requests: [
      {
        method: 'POST',
        path: '/login',
        headers,
        setupRequest: (request) => {
          const login = DEMO_LOGINS[at++ % DEMO_LOGINS.length]?.[1] ?? '';
          const body = new URLSearchParams({ way: 'staff', login, password: DEMO_PASSWORD, back: '/' });
          return { ...request, body: body.toString() };
        },
      },
    ],
  });
  const letIn = run['3xx'];
  if (run.errors > 0 || run['4xx'] + run['5xx'] + run['2xx'] > 0) throw new Error('sign-ins were refused');
  return letIn / run.duration;
}

/** Tries are counted for a quarter of an hour, and the rounds come sooner. */
async function forgetTries({ app }: Town): Promise<void> {
  const client = new pg.Client(app as pg.ClientConfig);
  await client.connect();
  await client.query('delete from platform.rate_limit');
  await client.end();
}

export async function signIn(town: Town): Promise<Figure[]> {
  const rates = { bare: [] as number[], form: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    await forgetTries(town);
    rates.bare.push(await bare());
    rates.form.push(await throughForm(town));
  }
  const [alone, through] = [median(rates.bare), median(rates.form)];
  const note = `${through.toFixed(0)}/s against ${alone.toFixed(0)}/s`;
  return [figure('sign-ins through the form / bare password hash', ['≥', 0.5], through / alone, '', note)];
}
