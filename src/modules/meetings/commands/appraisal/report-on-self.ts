import { ok, type Result } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { APPRAISAL_EVENTS, APPRAISAL_SUBJECT } from '../../contract/appraisal.ts';
import type { ReportOnSelf } from '../../forms/appraisal.ts';
import { updateAppraisal } from '../../store/appraisal/appraisals.ts';
import { appraisalFor } from './appraisal-for.part.ts';

/**
 * What an organisation says of its own work before residents score it. Only the organisation itself writes it.
 *
 * @returns refusals: not there; another organisation's work; scoring has begun; changed meanwhile.
 * @source domain brief §4.3 "self-report", "each org's own position field is editable only by it"
 */
export async function reportOnSelf(tx: Tx, input: ReportOnSelf): Promise<Result<void>> {
  const found = await appraisalFor(tx, 'report-on-self', input.id, input.version);
  if (!found.ok) return found;
  const by = tx.actor.post?.postId ?? null;
  await updateAppraisal(tx, input.id, { self_report: input.text, self_report_by_post_id: by });
  await appendEvent(tx, {
    subjectKind: APPRAISAL_SUBJECT,
    subjectId: input.id,
    kind: APPRAISAL_EVENTS.selfReported,
    data: { orgId: found.value.row.org_id },
  });
  return ok();
}
