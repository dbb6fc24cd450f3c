import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

/** What /proc says about a process that lives (a zombie does not). */
type ProcessFacts = { readonly parent: number; readonly startedAt: string };

function factsOf(pid: number): ProcessFacts | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything, so fields are counted from the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    return { parent: Number(fields[1]), startedAt: fields[19]! };
  } catch {
    return null;
  }
}

/**
 * A text that names one run of one process: process number, start (clock ticks since boot) and boot, so that
 * a number used again by another process is told apart. Null when no such process lives.
 */
export function processIdentity(pid: number): string | null {
  const facts = factsOf(pid);
  if (!facts) return null;
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return `${pid} ${facts.startedAt} ${boot}`;
}

/** Whether a process lives. */
export function isAlive(pid: number): boolean {
  return factsOf(pid) !== null;
}

/** The parent of a process, or null when the process does not live. */
export function parentOf(pid: number): number | null {
  return factsOf(pid)?.parent ?? null;
}

/**
 * The living processes of the database programs that work inside a folder (their current folder is it or
 * lies in it). Every process of a PostgreSQL server stands in its data folder. Processes whose facts may not
 * be read belong to somebody else and are left out.
 */
export function databaseProcessesIn(folder: string): number[] {
  const found: number[] = [];
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const place = readlinkSync(`/proc/${entry}/cwd`);
      if (place !== folder && !place.startsWith(`${folder}/`)) continue;
      const program = basename(readlinkSync(`/proc/${entry}/exe`).replace(/ \(deleted\)$/, ''));
      if ((program === 'postgres' || program === 'initdb') && isAlive(Number(entry)))
        found.push(Number(entry));
    } catch {
      // Gone meanwhile, or somebody else's.
    }
  }
  return found;
}

/** Waits until a condition holds, looking every 20 ms. False when it did not hold in time. */
export async function waitUntil(condition: () => boolean, millis: number): Promise<boolean> {
  const end = performance.now() + millis;
  while (!condition()) {
    if (performance.now() > end) return false;
    await new Promise((again) => setTimeout(again, 20));
  }
  return true;
}
