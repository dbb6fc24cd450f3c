import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { OVERSIGHT_EVENTS, OVERSIGHT_SUBJECTS } from '../contract.ts';
import { mayOversee } from '../permissions.ts';
import { questionText, type TrailQuestion } from '../rules/trail-question.ts';

/** What the reason may be at most; a sentence is enough. */
const LONGEST_REASON = 200;

/**
 * Writes down that somebody saves a part of the trail as a sheet, which part, and why. The sheet is then
 * made of exactly that part.
 *
 * @returns the id the sheet is fetched by, or the refusal `oversight.export-needs-reason`.
 */
export async function exportTrail(
  tx: Tx,
  input: { readonly question: TrailQuestion; readonly reason: string },
): Promise<Result<{ exportId: string }>> {
  const may = mayOversee(tx.actor, 'export-trail');
  if (!may.ok) return may;
  const reason = input.reason.trim().slice(0, LONGEST_REASON);
  if ([...reason].length < 2) return refuse('oversight.export-needs-reason', { field: 'reason' });
  const exportId = tx.newId();
  await appendEvent(tx, {
    subjectKind: OVERSIGHT_SUBJECTS.export,
    subjectId: exportId,
    kind: OVERSIGHT_EVENTS.trailExported,
    reason,
    data: { question: questionText(input.question) },
  });
  return ok({ exportId });
}
