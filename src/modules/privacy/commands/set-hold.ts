import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { PRIVACY_SUBJECTS } from '../contract.ts';
import type { SetHold } from '../forms/requests.ts';
import { mayLookAfterData } from '../permissions.ts';
import { insertHold } from '../store/retention.ts';

/**
 * Keeps a person's data, a matter, or everything from being deleted or pseudonymised until a day: for a court,
 * an arbitration, an audit.
 */
export async function setHold(tx: Tx, input: SetHold): Promise<Result<{ id: string }>> {
  const may = mayLookAfterData(tx.actor, 'hold');
  if (!may.ok) return may;
  if ((input.subjectKind === 'everything') !== (input.subjectId === undefined))
    return refuse('privacy.hold-needs-subject', { field: 'subject' });
  if (input.until < dateKey(tx.now)) return refuse('privacy.hold-in-the-past', { field: 'until' });
  const id = tx.newId();
  await insertHold(tx, {
    id,
    subject_kind: input.subjectKind,
    subject_id: input.subjectId ?? null,
    reason: input.reason,
    set_at: tx.now,
    set_by_person_id: tx.actor.personId,
    set_by_post_id: tx.actor.post!.postId,
    until: input.until,
  });
  await appendEvent(tx, {
    subjectKind: PRIVACY_SUBJECTS.hold,
    subjectId: id,
    kind: 'privacy.hold-set',
    reason: input.reason,
    data: { subjectKind: input.subjectKind, subjectId: input.subjectId ?? null, until: input.until },
  });
  return ok({ id });
}
