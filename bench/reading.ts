/** Pages read in a second, against a bare handler that sends the same statements and answers JSON. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { builtApp } from './built-app.ts';
import { type Figure, figure, median } from './measure.ts';
import type { Recorder, Statement } from './recording.ts';
import { memoryOf, type Town } from './town.ts';

const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = 10;
const PAGES = { home: '/', board: '/board' } as const;
type PageName = keyof typeof PAGES;

/** A cookie the program does not know keeps a request from the page cache. */
const UNCACHED = { cookie: 'bench=1' };

/** What each page asks of the database, once everything that is kept between requests is there. */
async function statementsOf(town: Town, recorder: Recorder): Promise<Record<PageName, Statement[]>> {
  const { app, close } = await builtApp(town);
  const ask = async (path: string) => {
    const answer = await app.fetch(new Request(`http://127.0.0.1${path}`, { headers: UNCACHED }));
    await answer.text();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  };
  try {
    const recorded = {} as Record<PageName, Statement[]>;
    for (const [name, path] of Object.entries(PAGES) as [PageName, string][]) {
      await ask(path);
      recorded[name] = await recorder.record(() => ask(path));
    }
    return recorded;
  } finally {
    await close();
  }
}

async function startBare(town: Town, pages: Record<PageName, Statement[]>) {
  const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, 'bare-handler.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin!.end(JSON.stringify({ database: town.app, pages }));
  const [port] = (await once(child.stdout!, 'data')) as [Buffer];
  return { child, address: `http://127.0.0.1:${port.toString().trim()}` };
}

async function perSecond(url: string, headers: Record<string, string>, connections = CONNECTIONS) {
  const run = await autocannon({ url, headers, connections, duration: SECONDS });
  const wrong = run.non2xx + run.errors;
  if (wrong > 0) throw new Error(`${url}: ${wrong} bad answers`);
  return run.requests.average;
}

/** The figures for reading, and the program's memory under fifty connections. */
export async function reading(town: Town, recorder: Recorder): Promise<Figure[]> {
  const statements = await statementsOf(town, recorder);
  const bare = await startBare(town, statements);
  const pages = town.program.address;
  try {
    const figures: Figure[] = [];
    for (const [name, path] of Object.entries(PAGES) as [PageName, string][]) {
      const rates = {
        bare: [] as number[],
        uncached: [] as number[],
        packed: [] as number[],
        cached: [] as number[],
      };
      for (let round = 0; round < ROUNDS; round++) {
        rates.bare.push(await perSecond(`${bare.address}/${name}`, {}));
        rates.uncached.push(await perSecond(`${pages}${path}`, UNCACHED));
        rates.packed.push(await perSecond(`${pages}${path}`, { ...UNCACHED, 'accept-encoding': 'br' }));
        rates.cached.push(await perSecond(`${pages}${path}`, {}));
      }
      const against = (what: keyof typeof rates) => median(rates[what]) / median(rates.bare);
      const note = (what: keyof typeof rates) =>
        `${median(rates[what]).toFixed(0)}/s against ${median(rates.bare).toFixed(0)}/s; ${statements[name].length} statements`;
      figures.push(
        figure(`${path} uncached / bare handler`, ['≥', 0.4], against('uncached'), '', note('uncached')),
        figure(
          `${path} uncached, compressed / bare handler`,
          ['≥', 0.4],
          against('packed'),
          '',
          note('packed'),
        ),
        figure(`${path} from the page cache / bare handler`, ['≥', 5], against('cached'), '', note('cached')),
      );
    }
    return [...figures, await memory(town)];
  } finally {
    bare.child.kill('SIGTERM');
  }
}

async function memory(town: Town): Promise<Figure> {
  const { address, pid } = town.program;
  await perSecond(`${address}/board`, UNCACHED, 50);
  await perSecond(`${address}/report`, UNCACHED, 50);
  const { now, most } = memoryOf(pid);
  const note = `at most, over the whole run; ${now.toFixed(0)} MB right afterwards`;
  return figure('memory of the program, 50 connections', ['≤', 300], most, ' MB', note);
}
