/**
 * Kills the program and its database without warning, again and again, while people write:
 * `node tests/crash/crash.ts [rounds] [seed]`. Every acknowledged write must be there once, one in doubt must be
 * there once after it was sent again, and the next start must need no hand. Needs the built pages.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { connectDatabase, type Database } from '#platform/db/database.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { reachDatabase } from '#platform/db/reach-database.ts';
import { makeVault } from '#platform/vault/vault.ts';
import { type SmallNeighborhood, smallNeighborhood } from '../database/small-neighborhood.ts';
import { wrongWith } from './checks.ts';
import { type Intention, intend, NotTaken, sendCommands, sendForm } from './load.ts';
import { RunningProgram, type Victim } from './running-program.ts';

const rounds = Number(process.argv[2] ?? 5);
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 31));

/** People who send at the same time, by the way they take. */
const SENDERS = { form: 4, command: 3 } as const;
const VICTIMS: readonly Victim[] = ['program', 'both', 'database', 'connection'];
/** A program restarts a dying database at most five times; more in a row is another story. */
const MOST_IN_A_ROW = 4;

/** Numbers from 0 below `count`, always the same for a seed (mulberry32). */
function chance(start: number): (count: number) => number {
  let state = start | 0;
  return (count) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * count);
  };
}

const choose = chance(seed);

/** A data folder with a small neighborhood in it, and nothing running on it. */
async function foundNeighborhood(dataDir: string): Promise<SmallNeighborhood> {
  const opened = await openDatabase({ dataDir, databaseUrl: null, secret: null }, () => undefined);
  const ownerPool = new pg.Pool(opened.ownerConfig);
  // The database is stopped soon after, and may say so to a connection that is just being given up.
  ownerPool.on('error', () => undefined);
  try {
    const neighborhood = await smallNeighborhood({ ownerPool });
    await ownerPool.query('update platform.neighborhood_address set is_default = true');
    return neighborhood;
  } finally {
    await ownerPool.end();
    await opened.stop();
  }
}

/** A connection to the running program's database, for the commands and for looking. */
async function connect(dataDir: string): Promise<Database> {
  const reached = await reachDatabase({ dataDir, databaseUrl: null, secret: null }, () => undefined);
  return connectDatabase(reached.appConfig, makeVault(reached.secret));
}

type Stage = {
  readonly neighborhood: SmallNeighborhood;
  readonly dataDir: string;
  readonly intentions: Intention[];
  program: RunningProgram;
  database: Database;
};

function send({ program, database, neighborhood }: Stage, intention: Intention): Promise<void> {
  return intention.way === 'form'
    ? sendForm(program.address, neighborhood, intention)
    : sendCommands(database, neighborhood, intention);
}

/** Lets everybody send until the `nth` acknowledgement, kills then, and waits until everybody noticed. */
async function underLoad(stage: Stage, nth: number, victim: Victim): Promise<Intention[]> {
  const doubtful: Intention[] = [];
  let acknowledged = 0;
  let killing: Promise<void> | null = null;
  const sender = async (way: Intention['way']) => {
    while (!killing) {
      const intention = intend(way);
      stage.intentions.push(intention);
      try {
        await send(stage, intention);
        acknowledged += 1;
      } catch (error) {
        if (error instanceof NotTaken || !killing) throw error;
        doubtful.push(intention);
      }
      if (acknowledged >= nth && !killing) killing = stage.program.kill(victim, choose);
    }
  };
  const ways = Object.entries(SENDERS).flatMap(
    ([way, count]) => Array(count).fill(way) as Intention['way'][],
  );
  await Promise.all(ways.map(sender));
  await killing;
  return doubtful;
}

/** Sends again what nobody acknowledged, with the same keys, until it is: as a phone does on a bad line. */
async function sendAgain(stage: Stage, doubtful: readonly Intention[]): Promise<void> {
  for (const intention of doubtful) {
    for (let left = 10; ; left--) {
      try {
        await send(stage, intention);
        break;
      } catch (error) {
        if (error instanceof NotTaken || left === 0) throw error;
        await stage.program.untilBack();
      }
    }
  }
}

async function round(stage: Stage, number: number, victim: Victim): Promise<string[]> {
  const nth = 5 + choose(60);
  const before = stage.intentions.length;
  const doubtful = await underLoad(stage, nth, victim);
  const killed = performance.now();
  if (victim === 'program' || victim === 'both') {
    await stage.database.close();
    stage.program = await RunningProgram.start(stage.dataDir);
    stage.database = await connect(stage.dataDir);
  } else {
    await stage.program.untilBack();
  }
  const back = ((performance.now() - killed) / 1000).toFixed(1);
  await sendAgain(stage, doubtful);
  const wrong = await wrongWith(stage.database, stage.neighborhood.id, stage.intentions);
  const sent = stage.intentions.length - before;
  const verdict = wrong.length === 0 ? `all ${stage.intentions.length} there once` : `${wrong.length} WRONG`;
  console.log(
    `${number}. ${victim} killed: ${sent} sent, ${doubtful.length} in doubt, back in ${back} s, ${verdict}`,
  );
  return wrong;
}

async function main(): Promise<void> {
  console.log(`${rounds} rounds, seed ${seed}`);
  const folder = mkdtempSync(join(tmpdir(), 'xieshou-crash-'));
  // Everybody may pass, so that a run as root needs no special right for its database.
  chmodSync(folder, 0o755);
  const dataDir = join(folder, 'data');
  const neighborhood = await foundNeighborhood(dataDir);
  const program = await RunningProgram.start(dataDir);
  const stage: Stage = { neighborhood, dataDir, intentions: [], program, database: await connect(dataDir) };
  try {
    const wrong: string[] = [];
    let row = 0;
    for (let number = 1; number <= rounds && wrong.length === 0; number++) {
      const victim = row >= MOST_IN_A_ROW ? 'program' : VICTIMS[choose(VICTIMS.length)]!;
      row = victim === 'database' || victim === 'connection' ? row + 1 : 0;
      wrong.push(...(await round(stage, number, victim)));
    }
    await stage.database.close();
    const ending = await stage.program.end();
    if (ending) wrong.push(ending);
    for (const line of wrong) console.error(line);
    process.exitCode = wrong.length > 0 ? 1 : 0;
  } catch (error) {
    await stage.program.kill('both', choose).catch(() => undefined);
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
