import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { PRIVACY_SUBJECTS } from '../contract.ts';
import { mayLookAfterData } from '../permissions.ts';
import { insertRun } from '../store/retention.ts';
import { listPast } from './list-past.ts';

export type DecideRetention = {
  readonly kind: string;
  /** How many the dry run listed when the head looked; another number now means: look again. */
  readonly listed: number;
};

/**
 * A head decides that what the dry run lists is carried out; the worker does it in pieces. What comes under a
 * hold meanwhile is left alone.
 */
export async function decideRetention(tx: Tx, input: DecideRetention): Promise<Result<{ runId: string }>> {
  const may = mayLookAfterData(tx.actor, 'decide-retention');
  if (!may.ok) return may;
  const plan = await listPast(tx, input.kind);
  if (!plan) return refuse('privacy.no-such-kind');
  if (plan.due !== input.listed) return refuse('privacy.list-changed', { params: { n: plan.due } });
  if (plan.due === 0) return refuse('privacy.nothing-due');
  const id = tx.newId();
  await insertRun(tx, {
    id,
    kind: input.kind,
    before: plan.before,
    decided_at: tx.now,
    decided_by_person_id: tx.actor.personId,
    decided_by_post_id: tx.actor.post!.postId,
    listed: plan.due,
  });
  await appendEvent(tx, {
    subjectKind: PRIVACY_SUBJECTS.retention,
    subjectId: id,
    kind: 'privacy.retention-decided',
    data: { kind: input.kind, listed: plan.due, before: plan.before.toISOString() },
  });
  return ok({ runId: id });
}
