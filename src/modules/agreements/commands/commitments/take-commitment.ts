import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { COMMITMENT_EVENTS, COMMITMENT_SUBJECT } from '../../contract/commitments.ts';
import type { TakeCommitment } from '../../forms/agreement.ts';
import { mayAgree } from '../../permissions.ts';
import { agreementStanding, inForce, partyStanding } from '../../rules/agreement/agreement-lifecycle.ts';
import { timesDue } from '../../rules/commitments/instances.ts';
import { type AgreementRow, lockAgreement, partiesOf, signaturesOf } from '../../store/agreements.ts';
import {
  commitmentById,
  dropInstancesFrom,
  insertCommitment,
  insertInstances,
  updateCommitments,
} from '../../store/commitments.ts';
import { promiseFits } from './promise.part.ts';

/**
 * A party that signed takes on something more, or something else in place of what it had taken on: the old
 * commitment stays on the board as revised, with what became of it until today.
 *
 * @returns refusals: not a head; for another organisation than one's own; the agreement not in force, or not
 *   signed; a post of somebody else; neither or both of a day and a period; a day outside the term; nothing there
 *   to replace.
 * @source seed S29 (a company's own plan); domain brief §4.5
 */
export async function takeCommitment(tx: Tx, input: TakeCommitment): Promise<Result<{ id: string }>> {
  const may = mayAgree(tx.actor, 'take-commitment');
  if (!may.ok) return may;
  if (tx.actor.post?.orgId !== input.organisationId) return refuse('agreements.agreement-not-yours');
  const row = await lockAgreement(tx, input.agreementId);
  if (!row) return refuse('agreements.agreement-not-found');
  const bound = await isBound(tx, row, input.organisationId);
  if (!bound.ok) return bound;
  const fits = await promiseFits(tx, input, row);
  if (!fits.ok) return fits;
  const today = dateKey(tx.now);
  if (input.dueOn !== null && input.dueOn < today)
    return refuse('agreements.not-backwards', { field: 'dueOn' });
  const old = input.replacesId ? await commitmentById(tx, input.replacesId) : undefined;
  if (input.replacesId && (old?.organisation_id !== input.organisationId || old.state !== 'ACTIVE'))
    return refuse('agreements.commitment-not-found');
  const id = tx.newId();
  const { period, dueOn } = input;
  await insertCommitment(tx, {
    id,
    agreement_id: row.id,
    organisation_id: input.organisationId,
    post_id: input.postId,
    promise: input.promise,
    measure: input.measure,
    period,
    due_on: dueOn,
    measured_by: input.measuredBy ?? null,
    enough_percent: input.enoughPercent ?? null,
    state: 'ACTIVE',
    taken_at: tx.now,
  });
  await insertInstances(tx, id, timesDue({ period, dueOn }, today, row.ends_on));
  if (old) {
    await updateCommitments(tx, [old.id], { state: 'REVISED', revised_into_id: id });
    await dropInstancesFrom(tx, [old.id], today);
  }
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: COMMITMENT_SUBJECT,
    subjectId: id,
    kind: old ? COMMITMENT_EVENTS.revised : COMMITMENT_EVENTS.taken,
    to: 'ACTIVE',
    data: { agreementId: row.id, ...(old && { replaces: old.id }) },
  });
  return ok({ id });
}

async function isBound(tx: Tx, row: AgreementRow, orgId: string): Promise<Result<void>> {
  const today = dateKey(tx.now);
  const kept = { ...row, startsOn: row.starts_on, endsOn: row.ends_on, followedFrom: row.followed_from };
  if (!inForce(agreementStanding(kept, today))) return refuse('agreements.agreement-not-in-force');
  const party = (await partiesOf(tx, [row.id])).find((one) => one.organisation_id === orgId);
  const signed = (await signaturesOf(tx, [row.id])).filter((one) => one.organisation_id === orgId);
  const signedAt = signed.map((one) => one.signed_at);
  const standing =
    party && partyStanding({ signedAt, askedAt: party.asked_at, lastDay: party.last_day }, today);
  return standing === 'SIGNED' && party?.last_day === null ? ok() : refuse('agreements.sign-first');
}
