import { ok, type Result } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { pseudonymise } from '#modules/matters/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import { deleteOldSessions } from '#platform/auth/kept/old-sessions.ts';
import type { Tx } from '#platform/db/database.ts';
import { PRIVACY_SUBJECTS } from '../contract.ts';
import { isHeld } from '../rules/retention-kinds.ts';
import { holdRows, lockOpenRun, updateRun } from '../store/retention.ts';
import { mattersDue } from './list-past.ts';

/** Matters changed in one transaction. */
const PIECE = 25;

/**
 * Carries out a piece of the oldest decision; the worker calls it until nothing is left. Killed between two
 * pieces, it goes on where it was. Holds are asked again for every piece.
 *
 * @returns how much was done; nought when no decision waits.
 */
export async function carryOutRetention(tx: Tx): Promise<Result<number>> {
  const run = await lockOpenRun(tx);
  if (!run) return ok(0);
  const done = run.kind === 'SESSIONS' ? await sessions(tx, run.before) : await matters(tx, run.before);
  const isLast = run.kind === 'SESSIONS' || done < PIECE;
  await updateRun(tx, run.id, { done: run.done + done, finished_at: isLast ? tx.now : null });
  if (isLast) {
    await appendEvent(tx, {
      subjectKind: PRIVACY_SUBJECTS.retention,
      subjectId: run.id,
      kind: 'privacy.retention-carried-out',
      data: { kind: run.kind, listed: run.listed, done: run.done + done },
    });
  }
  return ok(done);
}

async function matters(tx: Tx, before: Date): Promise<number> {
  const { free } = await mattersDue(tx, before);
  const ids = free.slice(0, PIECE).map(({ id }) => id);
  return pseudonymise(tx, ids, 'retention');
}

async function sessions(tx: Tx, before: Date): Promise<number> {
  if (isHeld(await holdRows(tx), dateKey(tx.now), [])) return 0;
  return deleteOldSessions(tx, before);
}
