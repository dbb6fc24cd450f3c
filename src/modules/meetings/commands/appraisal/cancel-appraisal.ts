import { ok, type Result } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { APPRAISAL_EVENTS, APPRAISAL_SUBJECT } from '../../contract/appraisal.ts';
import type { CancelAppraisal } from '../../forms/appraisal.ts';
import { updateAppraisal } from '../../store/appraisal/appraisals.ts';
import { namesNobody } from '../plain-words.part.ts';
import { appraisalFor } from './appraisal-for.part.ts';

/**
 * Calls an appraisal off before anybody has scored, with a reason everybody reads. Once slips are out it is counted.
 *
 * @returns refusals: not theirs, or their own work; scoring has begun; changed meanwhile; a reason that names somebody.
 */
export async function cancelAppraisal(tx: Tx, input: CancelAppraisal): Promise<Result<void>> {
  const found = await appraisalFor(tx, 'cancel-appraisal', input.id, input.version);
  if (!found.ok) return found;
  const plain = await namesNobody(tx, [input.reason], 'reason');
  if (!plain.ok) return plain;
  const { row, to } = found.value;
  await updateAppraisal(tx, row.id, { state: to, reason: input.reason });
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: APPRAISAL_SUBJECT,
    subjectId: row.id,
    kind: APPRAISAL_EVENTS.cancelled,
    from: row.state,
    to,
    reason: input.reason,
    data: {},
  });
  return ok();
}
