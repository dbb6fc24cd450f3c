import { type ApprovedPiece, pieceText } from '#kernel/approved-piece.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { rulesInForce } from '#modules/agreements/facade.server.ts';
import { adoptResolution } from '#modules/resolutions/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Publishers } from '#platform/http/services.ts';
import { APPRAISAL_EVENTS, APPRAISAL_SUBJECT } from '../../contract/appraisal.ts';
import { appraisalAfter } from '../../rules/appraisal/appraisal-lifecycle.ts';
import {
  type AppraisalRow,
  lockAppraisal,
  rectificationsOf,
  updateAppraisal,
} from '../../store/appraisal/appraisals.ts';

/** What the gate calls when a second person has approved an appraisal's words. */
export const APPRAISAL_PUBLISHERS: Publishers = { [APPRAISAL_SUBJECT]: publishApprovedAppraisal };

/**
 * Publishes results and words as approved; what the organisation wrote itself stays as it wrote it beside that.
 *
 * What is to be put right is followed from then on like every other action: taken on by the organisation's head, checked
 * by another one, struck off (§4.4).
 *
 * @returns refusals: not counted any more; changed since it went to the gate; no rules of procedure in force; a post or
 *   a day that will not do any more.
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
    conclusion: said('conclusion'),
    tasks: byNumber('task'),
    measures: byNumber('measure'),
  };
  const actions = items.map(({ id, number, post_id: postId, due_on: due }) => ({
    id,
    task: published.tasks[number] ?? '',
    measure: published.measures[number] ?? '',
    postId,
    due,
  }));
  const followed = await followedAs(tx, row, published.conclusion, actions);
  if (!followed.ok) return followed;
  await updateAppraisal(tx, row.id, {
    ...followed.value,
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

type Listed = {
  readonly id: string;
  readonly task: string;
  readonly measure: string;
  readonly postId: string;
  readonly due: string;
};

/** Records the list as a resolution of the appraisal's day; nothing to be put right is none. */
async function followedAs(tx: Tx, row: AppraisalRow, text: string, actions: readonly Listed[]) {
  if (actions.length === 0) return ok({});
  const day = dateKey(row.counted_at ?? tx.now);
  const rules = await rulesInForce(tx, day);
  if (!rules) return refuse('meetings.no-rules', { source: 'DOMAIN §4.5' });
  const meeting = `${row.code} ${row.title}`;
  const id = tx.newId();
  const input = { id, meeting, resolvedOn: day, text, matterIds: [], actions: [...actions] };
  const adopted = await adoptResolution(tx, input, rules);
  if (!adopted.ok) return adopted;
  return ok({ resolution_id: id, resolution_code: adopted.value.code });
}
