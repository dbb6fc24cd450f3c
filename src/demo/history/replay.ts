import { createHash } from 'node:crypto';
import { systemActor } from '#kernel/actor.ts';
import { uuidv7 } from '#kernel/ids.ts';
import { addDays, dateKey, shanghai } from '#kernel/work-calendar.ts';
import { tellWaiting } from '#modules/escalations/commands/program/tell-waiting.ts';
import { subscriptions } from '#modules/escalations/subscriptions.server.ts';
import { fireDueTimers } from '#modules/matters/commands/engine/fire-timers.ts';
import { nextTimerAt } from '#modules/matters/store/timers.ts';
import { turnNotices } from '#modules/notices/commands/public/turn-notices.ts';
import { tellLights } from '#modules/resolutions/commands/tell-lights.ts';
import type { Database } from '#platform/db/database.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { readOn } from '#platform/outbox/subscription.ts';
import type { Lived, Step } from './step.ts';

/** The request key of a step: the same at every start, so that a replay that was killed goes on where it was. */
function keyOf(step: Step): string {
  const digest = createHash('sha256').update(`xieshou-demo-history/${step.key}`).digest();
  return uuidv7(step.at.getTime(), digest.subarray(0, 10));
}

/** Lets the worker's rounds happen until a moment, each at its own time, as the running program would have. */
async function letTimePass(
  database: Database,
  neighborhoodId: string,
  from: Date,
  until: Date,
): Promise<void> {
  const actor = systemActor(neighborhoodId);
  let lightsAt = nextNine(from);
  for (;;) {
    const next = await database.inTransaction(actor, nextTimerAt);
    // What was due before somebody brought it about is noticed then, never earlier.
    const timerAt = next === null ? null : new Date(Math.max(next.getTime(), from.getTime()));
    const isTimer = timerAt !== null && timerAt < lightsAt;
    if ((isTimer ? timerAt : lightsAt) > until) return;
    if (isTimer) {
      await fireDueTimers(database, neighborhoodId, timerAt);
    } else {
      await database.inTransaction(actor, tellLights, { now: lightsAt });
      await hear(database, neighborhoodId, lightsAt);
      await database.inTransaction(actor, tellWaiting, { now: lightsAt });
      await database.inTransaction(actor, turnNotices, { now: lightsAt });
      lightsAt = nextNine(lightsAt);
    }
  }
}

/** What climbs is noticed once a morning, and whenever a step asks for it. */
async function hear(database: Database, neighborhoodId: string, now: Date): Promise<void> {
  for (const subscription of subscriptions)
    while ((await readOn(database, neighborhoodId, subscription, now)) > 0);
}

/** The next nine in the morning after a moment: lights of actions are read then, and notices whose period is over turn. */
function nextNine(after: Date): Date {
  const today = shanghai(dateKey(after), 9 * 60);
  return today > after ? today : shanghai(addDays(dateKey(after), 1), 9 * 60);
}

/**
 * Lives the steps through, in the order of their moments, with the timers between them. A refused step stops
 * the replay with its name: the story and the rules must fit.
 *
 * @param onProgress called with how many of the steps are done.
 */
export async function replay(
  database: Database,
  neighborhoodId: string,
  steps: readonly Step[],
  until: Date,
  onProgress: (done: number) => void,
): Promise<Lived> {
  const lived: Lived = { matters: new Map(), pieces: new Map() };
  const ordered = [...steps].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const [i, step] of ordered.entries()) {
    if (step.at > until) throw new Error(`step ${step.key} lies after the end of the history`);
    await letTimePass(database, neighborhoodId, ordered[i - 1]?.at ?? step.at, step.at);
    if (step.hears) await hear(database, neighborhoodId, step.at);
    const options = { now: step.at, requestKey: keyOf(step), command: step.key };
    const answer = await runCommand(database, step.actor, (tx) => step.run(tx, lived), options);
    if (!answer.ok) {
      const { code, field, params } = answer.refusal;
      throw new Error(`step ${step.key} was refused: ${code} ${field ?? ''} ${JSON.stringify(params ?? {})}`);
    }
    step.keep?.(answer.value, lived);
    if (step.hears) await hear(database, neighborhoodId, step.at);
    onProgress(i + 1);
  }
  await letTimePass(database, neighborhoodId, ordered.at(-1)?.at ?? until, until);
  return lived;
}
