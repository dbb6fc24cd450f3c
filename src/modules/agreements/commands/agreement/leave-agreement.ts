import { ok, type Result, refuse } from '#kernel/result.ts';
import { addDays, dateKey } from '#kernel/work-calendar.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { AGREEMENT_EVENTS, AGREEMENT_SUBJECT } from '../../contract/agreement.ts';
import type { LeaveAgreement } from '../../forms/agreement.ts';
import { mayAgree } from '../../permissions.ts';
import { agreementStanding, inForce } from '../../rules/agreement/agreement-lifecycle.ts';
import { lockAgreement, partiesOf, signaturesOf, updateParty } from '../../store/agreements.ts';
import { dropCommitmentsOf } from './drop-commitments.part.ts';

/**
 * A party gives notice: it is bound until the agreement's days of notice have passed, and by nothing after. What fell
 * due before stays on the board.
 *
 * @returns refusals: not a head; not in force; its organisation has not signed, or has left already.
 * @source domain brief §4.5 (exit clause, 30 days)
 */
export async function leaveAgreement(tx: Tx, input: LeaveAgreement): Promise<Result<void>> {
  const may = mayAgree(tx.actor, 'leave-agreement');
  if (!may.ok) return may;
  const orgId = tx.actor.post?.orgId;
  const row = await lockAgreement(tx, input.id);
  if (!row) return refuse('agreements.agreement-not-found');
  const today = dateKey(tx.now);
  const kept = { ...row, startsOn: row.starts_on, endsOn: row.ends_on, followedFrom: row.followed_from };
  if (!inForce(agreementStanding(kept, today))) return refuse('agreements.agreement-not-in-force');
  const party = (await partiesOf(tx, [row.id])).find((one) => one.organisation_id === orgId);
  const signed = (await signaturesOf(tx, [row.id])).some((one) => one.organisation_id === orgId);
  if (!party || !signed || party.last_day !== null) return refuse('agreements.not-a-party');
  const lastDay = addDays(today, row.exit_days);
  await updateParty(tx, row.id, party.organisation_id, { last_day: lastDay, left_reason: input.reason });
  await dropCommitmentsOf(tx, row.id, party.organisation_id, addDays(lastDay, 1));
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: AGREEMENT_SUBJECT,
    subjectId: row.id,
    kind: AGREEMENT_EVENTS.left,
    reason: input.reason,
    data: { organisationId: party.organisation_id, lastDay },
  });
  return ok();
}
