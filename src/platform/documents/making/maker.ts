import { type ChildProcess, type ForkOptions, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import type { Asked, Made, PaperJob } from './job.ts';

type Waiting = {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
};

/** How long the process waits for another paper before it ends and gives its memory back. */
const IDLE_MS = 10_000;
/** A paper that takes longer is given up, and the process with it. */
const MOST_MS = 60_000;
/** Papers asked for at once; more are turned away rather than piled up. */
const MOST_WAITING = 40;

/** As small as the program itself; nothing of its environment, which holds secrets, is handed on. */
const OPTIONS: ForkOptions = {
  serialization: 'advanced',
  execArgv: ['--max-semi-space-size=4', '--max-old-space-size=256'],
  env: {},
};

/**
 * Makes papers in a process beside the program, so that nobody waits for somebody else's layout, and so that libraries
 * and fonts leave the memory with it (a thread left 70 MB behind).
 */
class PaperMaker {
  #process: ChildProcess | null = null;
  #ends: NodeJS.Timeout | null = null;
  #last = 0;
  readonly #waiting = new Map<number, Waiting>();

  /** @throws when the paper could not be made, took too long, or too many are waiting. */
  make(job: PaperJob): Promise<Uint8Array> {
    if (this.#waiting.size >= MOST_WAITING) return Promise.reject(new Error('too many papers at once'));
    const maker = this.#process ?? this.#start();
    const id = ++this.#last;
    this.#endsIn(MOST_MS, new Error('a paper took too long'));
    maker.ref();
    maker.channel?.ref();
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      maker.send({ id, job } satisfies Asked, (error) => error && this.#end(error));
    });
  }

  /** Whether the process is there just now. */
  get isAwake(): boolean {
    return this.#process !== null;
  }

  #start(): ChildProcess {
    const path = createRequire(import.meta.url).resolve('#platform/documents/making/paper-process.ts');
    const maker = fork(path, OPTIONS);
    this.#process = maker;
    maker.on('message', (made: Made) => this.#answer(made));
    maker.on('error', (error) => this.#end(error));
    maker.on('exit', () => this.#end(new Error('the process that makes papers ended')));
    return maker;
  }

  #answer(made: Made): void {
    const waiting = this.#waiting.get(made.id);
    this.#waiting.delete(made.id);
    if (this.#waiting.size === 0) {
      // A program that has nothing else to do may end.
      this.#process?.unref();
      this.#process?.channel?.unref();
      this.#endsIn(IDLE_MS, null);
    }
    if ('bytes' in made) waiting?.resolve(made.bytes);
    else waiting?.reject(new Error(made.failure));
  }

  #endsIn(ms: number, failure: Error | null): void {
    if (this.#ends) clearTimeout(this.#ends);
    this.#ends = setTimeout(() => this.#end(failure), ms);
    this.#ends.unref();
  }

  /** Ends the process; whoever waits is told why. */
  #end(failure: Error | null): void {
    const maker = this.#process;
    this.#process = null;
    for (const { reject } of this.#waiting.values()) reject(failure ?? new Error('no more papers are made'));
    this.#waiting.clear();
    maker?.removeAllListeners();
    // What it still has to say is of no interest.
    maker?.on('error', () => undefined);
    maker?.kill('SIGKILL');
  }
}

/** The one maker of the program. */
export const paperMaker = new PaperMaker();
