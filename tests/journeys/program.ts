import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the program is, without a slash at the end. */
    readonly address: string;
  }
}

/** The program as people start it, in demo mode on a data folder of its own. */
export type Running = { readonly address: string; readonly stop: () => Promise<void> };

/** All journeys walk through one program: it starts before the first and ends after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = await startProgram();
  project.provide('address', running.address);
  return running.stop;
}

/** Starts the demo on a free port and waits until it is ready. */
export async function startProgram(): Promise<Running> {
  const data = mkdtempSync(join(tmpdir(), 'xieshou-journeys-'));
  const port = await freePort();
  const child = spawn(process.execPath, ['scripts/start.mjs', 'demo'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', XIESHOU_DATA: data, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await ended(child);
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await untilReady(child, address);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, stop };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** The last line it says names the bare address; what it said until then is told when it ends before. */
function untilReady(child: ChildProcess, address: string): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    const listen = (text: Buffer) => {
      said += text.toString();
      if (new RegExp(`${address}(?![/\\d])`).test(said)) {
        confirmReady(address).then(resolve, reject);
      }
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}:\n${said}`)));
  });
}

async function confirmReady(address: string): Promise<void> {
  const answer = await fetch(`${address}/readyz`);
  if (!answer.ok) throw new Error(`not ready: ${answer.status} ${await answer.text()}`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}
