import { type ApprovedPiece, pieceText } from '#kernel/approved-piece.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Publishers } from '#platform/http/services.ts';
import { APPRAISAL_EVENTS, APPRAISAL_SUBJECT } from '../../contract/appraisal.ts';
import { appraisalAfter } from '../../rules/appraisal/appraisal-lifecycle.ts';
import { lockAppraisal, rectificationsOf, updateAppraisal } from '../../store/appraisal/appraisals.ts';

/** What the gate calls when a second person has approved an appraisal's words. */
export const APPRAISAL_PUBLISHERS: Publishers = { [APPRAISAL_SUBJECT]: publishApprovedAppraisal };

/**
 * Publishes results and words as approved; what the organisation wrote itself stays as it wrote it beside that.
 *
 * @returns refusals: not counted any more; changed since it went to the gate.
 */
async function publishApprovedAppraisal(tx: Tx, piece: ApprovedPiece): Promise<Result<void>> {
  const row = await lockAppraisal(tx, piece.subjectId);
  if (!row) return refuse('meetings.appraisal-not-found');
  const to = appraisalAfter('publish-appraisal', row.state);
  if (to !== 'PUBLISHED') return refuse('meetings.not-in-this-state');
  if (piece.content.payload.version !== row.version) return refuse('meetings.changed-meanwhile');
  const items = await rectificationsOf(tx, [row.id]);
  const said = (field: string) => pieceText(piece.content, field);
  const byNumber = (field: string) =>
    Object.fromEntries(items.map(({ number }) => [String(number), said(`${field}-${number}`)]));
  const published = {
    selfReport: said('selfReport'),
    questions: said('questions'),
    tasks: byNumber('task'),
    measures: byNumber('measure'),
  };
  await updateAppraisal(tx, row.id, {
    state: to,
    title: said('title'),
    published: JSON.stringify(published),
    published_at: tx.now,
  });
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: APPRAISAL_SUBJECT,
    subjectId: row.id,
    kind: APPRAISAL_EVENTS.published,
    from: row.state,
    to,
    data: {
      orgId: row.org_id,
      items: items.map(({ id, org_id, post_id, due_on }) => ({ id, org_id, post_id, due_on })),
    },
  });
  return ok();
}
