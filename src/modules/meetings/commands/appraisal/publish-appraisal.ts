import { ok, type Result, refuse } from '#kernel/result.ts';
import { openPiece } from '#modules/redaction/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { APPRAISAL_SUBJECT } from '../../contract/appraisal.ts';
import type { PublishAppraisal } from '../../forms/appraisal.ts';
import { rectificationsOf } from '../../store/appraisal/appraisals.ts';
import { appraisalFor } from './appraisal-for.part.ts';

/**
 * Brings the words of a counted appraisal to the gate: the self-report, what was asked and answered, and what is to be
 * put right. The numbers go out as they are, together with them.
 *
 * @returns refusals: not theirs, or their own work; not counted yet, or out already; changed meanwhile.
 * @source Shanghai Residents' Committee Regulations art. 17 (publish the proceedings of the three meetings)
 */
export async function publishAppraisal(
  tx: Tx,
  input: PublishAppraisal,
): Promise<Result<{ pieceId: string }>> {
  const found = await appraisalFor(tx, 'publish-appraisal', input.id, input.version);
  if (!found.ok) return found;
  const { row } = found.value;
  const { post } = tx.actor;
  if (!post) return refuse('meetings.appraisal-not-yours');
  const items = await rectificationsOf(tx, [row.id]);
  const opened = await openPiece(tx, {
    subject: { kind: APPRAISAL_SUBJECT, id: row.id },
    orgId: post.orgId,
    content: {
      texts: [
        { field: 'title', text: row.title, most: 60 },
        ...(row.self_report ? [{ field: 'selfReport', text: row.self_report, most: 5000 }] : []),
        ...(row.questions ? [{ field: 'questions', text: row.questions, most: 5000 }] : []),
        ...(row.conclusion ? [{ field: 'conclusion', text: row.conclusion, most: 1000 }] : []),
        ...items.flatMap(({ number, task, measure }) => [
          { field: `task-${number}`, text: task, most: 300 },
          { field: `measure-${number}`, text: measure, most: 200 },
        ]),
      ],
      facts: [{ key: 'from', at: row.starts_at.toISOString() }],
      payload: { version: row.version },
    },
  });
  return opened.ok ? ok({ pieceId: opened.value.pieceId }) : opened;
}
