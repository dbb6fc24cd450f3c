import type { ClimbingMatter } from '#modules/matters/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { ESCALATION_EVENTS, ESCALATION_SUBJECT, type Trigger } from '../contract.ts';
import { interimDue } from '../rules/times.ts';
import { insertEscalation, insertTrigger, lockOpenOf, wasRaised } from '../store/escalations.ts';
import { dueByRules } from './known-escalation.ts';
import { noteOnly } from './save-step.ts';

/**
 * Lets a matter climb: a new escalation that waits for triage, or one trigger more on the one that is open. A trigger
 * that was raised in this round of the matter is not raised again, whatever became of it.
 *
 * @param said by whoever proposed it; null: the program noticed
 * @returns the escalation, or null when the trigger was raised before.
 */
export async function openEscalation(
  tx: Tx,
  matter: ClimbingMatter,
  trigger: Trigger,
  said: string | null,
): Promise<string | null> {
  if (await wasRaised(tx, matter.id, trigger, matter.round)) return null;
  const open = await lockOpenOf(tx, matter.id);
  const why = { trigger, round: matter.round, at: tx.now, said };
  if (open) {
    await insertTrigger(tx, { ...why, escalation_id: open.id });
    await noteOnly(tx, open, { kind: ESCALATION_EVENTS.triggerAdded, reason: said, data: { trigger } });
    return open.id;
  }
  const id = tx.newId();
  const triageDueAt = await dueByRules(tx, 'triageWorkdays');
  await insertEscalation(tx, {
    id,
    matter_id: matter.id,
    state: 'PROPOSED',
    proposed_at: tx.now,
    triage_due_at: triageDueAt,
    interim_due_at: interimDue(matter.firstDueAt, triageDueAt, tx.now),
  });
  await insertTrigger(tx, { ...why, escalation_id: id });
  await appendEvent(tx, {
    subjectKind: ESCALATION_SUBJECT,
    subjectId: id,
    kind: ESCALATION_EVENTS.proposed,
    to: 'PROPOSED',
    reason: said,
    data: { matterId: matter.id, trigger },
  });
  return id;
}
