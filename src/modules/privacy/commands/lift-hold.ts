import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { PRIVACY_SUBJECTS } from '../contract.ts';
import { mayLookAfterData } from '../permissions.ts';
import { endHold } from '../store/retention.ts';

/** Ends a hold before its day. */
export async function liftHold(tx: Tx, input: { readonly holdId: string }): Promise<Result<void>> {
  const may = mayLookAfterData(tx.actor, 'hold');
  if (!may.ok) return may;
  if (!(await endHold(tx, input.holdId, tx.actor.post!.postId))) return refuse('privacy.hold-not-found');
  await appendEvent(tx, {
    subjectKind: PRIVACY_SUBJECTS.hold,
    subjectId: input.holdId,
    kind: 'privacy.hold-lifted',
  });
  return ok();
}
