import { randomUUID } from 'node:crypto';
import { submitMatter } from '#modules/matters/commands/intake/submit-matter.ts';
import { acceptMatter } from '#modules/matters/commands/triage/accept-matter.ts';
import type { Database } from '#platform/db/database.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { report, type SmallNeighborhood } from '../database/small-neighborhood.ts';

/** Something somebody wants written: sent until it is acknowledged, always with the same request key. */
export type Intention = {
  readonly key: string;
  readonly way: 'form' | 'command';
  /** Different for every intention, and part of the report's words. */
  readonly words: string;
  /** The matter's code, once the program has said that it has it. */
  code: string | null;
  /** Whether the acceptance of the matter, a second write, was acknowledged. */
  accepted: boolean;
};

/** Makes the next intention of a way. */
export function intend(way: Intention['way']): Intention {
  const key = randomUUID();
  return { key, way, words: `测试 ${key}`, code: null, accepted: false };
}

/**
 * Sends a report through the page's form, as a phone does.
 *
 * @throws when no answer came, or another one than an acknowledgement: then it is in doubt.
 */
export async function sendForm(
  address: string,
  neighborhood: SmallNeighborhood,
  intention: Intention,
): Promise<void> {
  const answer = await fetch(`${address}/report`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address },
    signal: AbortSignal.timeout(30_000),
    body: new URLSearchParams({
      requestKey: intention.key,
      description: intention.words,
      place: `s:${neighborhood.stairwellId}`,
      reporter: 'ANONYMOUS',
      category: 'A09',
      do: 'send',
    }),
  });
  const code = /\/report\/sent\/([\w-]+)$/.exec(answer.headers.get('location') ?? '')?.[1];
  await answer.arrayBuffer();
  if (answer.status === 422 || answer.status === 403) {
    throw new NotTaken(`the form was refused with ${answer.status}`);
  }
  if (answer.status !== 303 || !code) throw new Error(`answered ${answer.status}`);
  intention.code = code;
}

/** The load itself is wrong; no crash explains it. */
export class NotTaken extends Error {}

/** Sends a report and its acceptance as commands, on connections of their own. */
export async function sendCommands(
  database: Database,
  neighborhood: SmallNeighborhood,
  intention: Intention,
): Promise<void> {
  const input = report(neighborhood, { description: intention.words, reporter: 'ANONYMOUS' });
  const submitted = await runCommand(database, neighborhood.anonymous, (tx) => submitMatter(tx, input), {
    requestKey: intention.key,
    command: 'matters.submit',
  });
  if (!submitted.ok) throw new NotTaken(`refused: ${submitted.refusal.code}`);
  intention.code = submitted.value.code;
  const { matterId } = submitted.value;
  // The second key of the same intention: the first one, counted on.
  const second = `${intention.key.slice(0, 35)}${intention.key.endsWith('0') ? '1' : '0'}`;
  const accepted = await runCommand(database, neighborhood.as.RC, (tx) => acceptMatter(tx, { matterId }), {
    requestKey: second,
    command: 'matters.accept',
  });
  if (!accepted.ok) throw new NotTaken(`refused: ${accepted.refusal.code}`);
  intention.accepted = true;
}
