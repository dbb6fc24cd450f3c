import { ok, type Result } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { APPRAISAL_EVENTS, APPRAISAL_SUBJECT } from '../../contract/appraisal.ts';
import type { CountSlips } from '../../forms/appraisal.ts';
import { updateAppraisal } from '../../store/appraisal/appraisals.ts';
import { dropCodes, slipsOf } from '../../store/appraisal/slips.ts';
import { appraisalFor } from './appraisal-for.part.ts';

/**
 * Ends scoring: slips that did not come back are good for nothing from now on, and what was asked and answered is
 * written down.
 *
 * @returns how many came back; refusals: not theirs to count, or their own work; not open; changed meanwhile.
 * @source domain brief §4.3 "Q&A, anonymous scoring"
 */
export async function countSlips(tx: Tx, input: CountSlips): Promise<Result<{ back: number }>> {
  const found = await appraisalFor(tx, 'count-slips', input.id, input.version);
  if (!found.ok) return found;
  const { row, to } = found.value;
  const back = (await slipsOf(tx, row.id)).length;
  await dropCodes(tx, row.id);
  await updateAppraisal(tx, row.id, { state: to, counted_at: tx.now, questions: input.questions });
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: APPRAISAL_SUBJECT,
    subjectId: row.id,
    kind: APPRAISAL_EVENTS.counted,
    from: row.state,
    to,
    data: { out: row.slips_out, back, void: row.slips_void },
  });
  return ok({ back });
}
