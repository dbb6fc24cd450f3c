import { ok, type Result } from '#kernel/result.ts';
import { appendEvent, type ChainReport } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { OVERSIGHT_EVENTS, OVERSIGHT_SUBJECTS } from '../contract.ts';
import { mayOversee } from '../permissions.ts';

/** Writes down that somebody had the neighborhood's chain checked, and what came of it. */
export async function recordVerification(tx: Tx, report: ChainReport): Promise<Result<ChainReport>> {
  const may = mayOversee(tx.actor, 'verify-chain');
  if (!may.ok) return may;
  await appendEvent(tx, {
    subjectKind: OVERSIGHT_SUBJECTS.chain,
    subjectId: tx.actor.neighborhoodId,
    kind: OVERSIGHT_EVENTS.chainVerified,
    to: report.brokenAt === null ? 'SOUND' : 'BROKEN',
    data: { events: report.events, brokenAt: report.brokenAt },
  });
  return ok(report);
}
