import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { progressLine, type StartLog, StartRefusal } from '#platform/config/start-refusal.ts';
import { databaseProcessesIn, isAlive, parentOf, waitUntil } from './process-facts.ts';

const POLITELY = 20_000;
const FIRMLY = 5_000;

/**
 * Ends every database process that a killed program left working in a folder, so that the next server starts
 * on a quiet one; removes a `postmaster.pid` whose number now belongs to another process or to a dead one
 * nobody has collected, because PostgreSQL would take that for a running server.
 *
 * @param folder the database folder; its real path.
 * @throws StartRefusal `start.database-left-behind` when a process does not end.
 */
export async function stopLeftovers(folder: string, log: StartLog): Promise<void> {
  const living = () => databaseProcessesIn(folder);
  const all = living();
  const server = all.find((pid) => !all.includes(parentOf(pid) ?? 0) && holdsPidFile(folder, pid));
  if (server !== undefined) {
    log(progressLine('start.stopping-left-behind', { pid: server }));
    signal([server], 'SIGINT');
    if (!(await waitUntil(() => !isAlive(server), POLITELY))) signal([server], 'SIGQUIT');
  }
  // Without their server its helpers leave by themselves; what stays is ended.
  if (!(await waitUntil(() => living().length === 0, server === undefined ? 1_000 : FIRMLY))) {
    signal(living(), 'SIGQUIT');
    if (!(await waitUntil(() => living().length === 0, FIRMLY))) signal(living(), 'SIGKILL');
    if (!(await waitUntil(() => living().length === 0, FIRMLY))) {
      throw new StartRefusal('start.database-left-behind', { pid: living()[0] ?? 0 });
    }
  }
  const named = pidInFile(folder);
  if (named !== null) log(progressLine('start.recovering-database'));
  if (named !== null && existsSync(`/proc/${named}`)) rmSync(join(folder, 'postmaster.pid'), { force: true });
}

function holdsPidFile(folder: string, pid: number): boolean {
  return pidInFile(folder) === pid;
}

/** The process number that `postmaster.pid` names, or null. */
function pidInFile(folder: string): number | null {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number.parseInt(readFileSync(file, 'utf8').split('\n')[0] ?? '', 10);
  return pid > 0 ? pid : null;
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}
