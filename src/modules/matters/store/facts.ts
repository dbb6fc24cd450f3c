import type { Tx } from '#platform/db/database.ts';
import type { MatterFacts, MatterStatus } from '../contract.ts';
import { coHandlersOf } from './matters.ts';
import type { MatterRow } from './rows.ts';

type TimedRow = Pick<
  MatterRow,
  | 'status'
  | 'submitted_at'
  | 'accept_due_at'
  | 'lead_accept_due_at'
  | 'first_action_due_at'
  | 'first_action_at'
  | 'contact_due_at'
  | 'first_contact_at'
  | 'handle_due_at'
  | 'waiting_since'
  | 'parked_review_on'
  | 'last_progress_at'
  | 'done_at'
  | 'follow_up_due_at'
  | 'follow_up_attempts'
  | 'last_attempt_at'
  | 'reporter_kind'
>;

/** The row as the timer rule wants it. A review day means nine in the morning of that day. */
export function timedMatter(row: TimedRow) {
  return {
    status: row.status as MatterStatus,
    submittedAt: row.submitted_at,
    acceptDueAt: row.accept_due_at,
    leadAcceptDueAt: row.lead_accept_due_at,
    firstActionDueAt: row.first_action_due_at,
    firstActionAt: row.first_action_at,
    contactDueAt: row.contact_due_at,
    firstContactAt: row.first_contact_at,
    handleDueAt: row.handle_due_at,
    waitingSince: row.waiting_since,
    parkedReviewAt: row.parked_review_on ? new Date(`${row.parked_review_on}T09:00:00+08:00`) : null,
    lastProgressAt: row.last_progress_at,
    doneAt: row.done_at,
    followUpDueAt: row.follow_up_due_at,
    followUpAttempts: row.follow_up_attempts,
    lastAttemptAt: row.last_attempt_at,
    anonymous: row.reporter_kind === 'ANONYMOUS',
  };
}

/** The facts the permission table asks for. `deskOrgIds` comes from the registry. */
export async function factsOf(
  tx: Tx,
  row: MatterRow,
  deskOrgIds: readonly string[],
  provenByPin: boolean,
): Promise<MatterFacts & { revealReporter: boolean }> {
  const escalated = row.status === 'ESCALATED';
  return {
    status: row.status as MatterStatus,
    leadOrgId: row.lead_org_id,
    coHandlerOrgIds: await coHandlersOf(tx, row.id),
    reporterOrgId: row.reporter_org_id,
    reporterPersonId: row.reporter_person_id,
    complainedOrgId: row.complained_org_id,
    enteredByPersonId: row.entered_by_person_id,
    returnCount: row.return_count,
    awaitsReturnRuling: escalated && row.escalation_reason === 'SECOND_RETURN',
    awaitsRedoRuling: escalated && row.escalation_reason === 'SECOND_REDO',
    explanationProposedBy: escalated ? await openExplanationBy(tx, row.id) : null,
    deskOrgIds,
    provenByPin,
    anonymous: row.reporter_kind === 'ANONYMOUS',
    revealReporter: row.reveal_reporter,
  };
}

/** Who proposed the explanation that waits for a second person, if one does. */
async function openExplanationBy(tx: Tx, matterId: string): Promise<string | null> {
  const row = await tx
    .schema('matters')
    .selectFrom('matters.explanation')
    .select('proposed_by_person_id')
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('matter_id', '=', matterId)
    .where('confirmed_at', 'is', null)
    .where('refused_at', 'is', null)
    .executeTakeFirst();
  return row?.proposed_by_person_id ?? null;
}
