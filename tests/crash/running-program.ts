import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { isAlive } from '#platform/db/embedded/process-facts.ts';

const root = join(import.meta.dirname, '../..');

/** How long a start, or getting up again, may take before somebody would have to lend a hand. */
const PATIENCE_MS = 60_000;

/** What dies: the program, the database server, both, or one connection's process in the database. */
export type Victim = 'program' | 'database' | 'both' | 'connection';

/** The real program in production mode on a data folder, started as `npm run serve` does. */
export class RunningProgram {
  readonly #dataDir: string;
  readonly #child: ChildProcess;
  readonly #said: string[] = [];
  /** Where it answers, without a slash at the end. */
  address = '';
  readonly startedIn: Promise<number>;

  private constructor(dataDir: string) {
    this.#dataDir = dataDir;
    const started = performance.now();
    this.#child = spawn(process.execPath, serveCommand(), {
      cwd: root,
      env: {
        ...process.env,
        PORT: '0',
        HOST: '127.0.0.1',
        DATABASE_URL: '',
        XIESHOU_DATA: dataDir,
        XIESHOU_PUBLIC_URL: 'http://127.0.0.1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.startedIn = this.#untilReady().then(() => performance.now() - started);
  }

  /** Starts it and waits until it says where it is. */
  static async start(dataDir: string): Promise<RunningProgram> {
    const program = new RunningProgram(dataDir);
    await program.startedIn;
    return program;
  }

  #untilReady(): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`not ready in time:\n${this.said}`)), PATIENCE_MS);
      const listen = (text: Buffer) => {
        this.#said.push(text.toString());
        const address = /(http:\/\/127\.0\.0\.1:\d+)\s*$/.exec(this.said)?.[1];
        if (!address) return;
        clearTimeout(late);
        this.address = address;
        resolve();
      };
      this.#child.stdout?.on('data', listen);
      this.#child.stderr?.on('data', listen);
      this.#child.once('exit', (code) => {
        clearTimeout(late);
        reject(new Error(`it does not start any more (${code}):\n${this.said}`));
      });
    });
  }

  /** Its process number. */
  get pid(): number {
    return this.#child.pid!;
  }

  /** Everything it has said so far. */
  get said(): string {
    return this.#said.join('').slice(-4000);
  }

  #postmaster(): number {
    const pid = Number.parseInt(readFileSync(join(this.#dataDir, 'postgres/postmaster.pid'), 'utf8'), 10);
    if (!(pid > 1)) throw new Error('no database server to kill');
    return pid;
  }

  /** Kills without warning; resolves when the program, if it was meant, is gone. */
  async kill(victim: Victim, choose: (count: number) => number): Promise<void> {
    const gone = once(this.#child, 'exit');
    if (victim === 'connection') killQuietly(connectionOf(this.#postmaster(), choose));
    if (victim === 'database' || victim === 'both') killQuietly(this.#postmaster());
    if (victim === 'program' || victim === 'both') {
      this.#child.kill('SIGKILL');
      await gone;
    }
  }

  /** Waits until the program, which was not killed itself, answers again by its own doing. */
  async untilBack(): Promise<void> {
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      const answer = await fetch(`${this.address}/readyz`).catch(() => null);
      if (answer?.ok) return;
      if (this.#child.exitCode !== null) throw new Error(`the program ended:\n${this.said}`);
      if (performance.now() > end) throw new Error(`the program does not come back:\n${this.said}`);
      await later(20);
    }
  }

  /** Ends it politely. @returns what is wrong with how it ended, or null. */
  async end(): Promise<string | null> {
    const server = this.#postmaster();
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    const [code] = await gone;
    if (code !== 0) return `ended with ${code} after SIGTERM:\n${this.said}`;
    if (existsSync(join(this.#dataDir, 'postgres/postmaster.pid'))) return 'left postmaster.pid behind';
    return isAlive(server) ? 'left its database running' : null;
  }
}

/** What `npm run serve` gives to Node. */
function serveCommand(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: { serve: string };
  };
  return scripts.serve.split(' ').slice(1);
}

/** One of the processes in which the database serves a connection of the program. */
function connectionOf(postmaster: number, choose: (count: number) => number): number {
  const serving = globSync('/proc/[0-9]*/cmdline').filter((file) => {
    try {
      const isChild = new RegExp(`^PPid:\\s+${postmaster}$`, 'm').test(
        readFileSync(file.replace('cmdline', 'status'), 'utf8'),
      );
      return isChild && /xieshou_app/.test(readFileSync(file, 'utf8'));
    } catch {
      return false;
    }
  });
  const chosen = serving[choose(serving.length)];
  return chosen ? Number(chosen.split('/')[2]) : postmaster;
}

/** A process that has just ended by itself cannot be killed any more. */
function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
