import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { AGREEMENT_EVENTS, AGREEMENT_SUBJECT } from '../../contract/agreement.ts';
import type { DraftAgreement } from '../../forms/agreement.ts';
import { mayAgree } from '../../permissions.ts';
import { agreementStep, textFits } from '../../rules/agreement/agreement-lifecycle.ts';
import {
  agreementById,
  agreementLabelTaken,
  insertAgreement,
  insertParty,
  lockAgreement,
  partiesOf,
  updateAgreement,
} from '../../store/agreements.ts';
import { commitmentsOf, insertCommitment } from '../../store/commitments.ts';

/**
 * Writes a new agreement, or another text of one that nobody can sign yet. One that follows another begins with its
 * parties and their commitments. A draft that was being consulted on goes back to drafting.
 *
 * @returns refusals: not the general branch; a name taken; a term not of one to three years; without the statement
 *   that it replaces no contract; signing has opened; changed by somebody else meanwhile.
 * @source seed S12; domain brief §4.5
 */
export async function draftAgreement(tx: Tx, input: DraftAgreement): Promise<Result<{ id: string }>> {
  const may = mayAgree(tx.actor, 'draft-agreement');
  if (!may.ok) return may;
  const { post } = tx.actor;
  if (!post) return refuse('agreements.agreement-not-yours');
  const fit = textFits(input);
  if (!fit.ok) return fit;
  if (await agreementLabelTaken(tx, input.label, input.id))
    return refuse('agreements.label-taken', { field: 'label', params: { label: input.label } });
  const row = await lockAgreement(tx, input.id);
  if (!row && input.version > 0) return refuse('agreements.agreement-not-found');
  if (row && row.version !== input.version) return refuse('agreements.changed-meanwhile');
  if (row && agreementStep('draft-agreement', row.state) === null)
    return refuse('agreements.agreement-sealed-already');
  if (!row && input.followsId && !(await agreementById(tx, input.followsId)))
    return refuse('agreements.agreement-not-found');
  const text = {
    label: input.label,
    aims: input.aims,
    meeting_rules: input.meetingRules,
    disclosure: input.disclosure,
    statement: input.statement,
    starts_on: input.startsOn,
    ends_on: input.endsOn,
    exit_days: input.exitDays,
    drafted_at: tx.now,
    drafted_by_post_id: post.postId,
    state: 'DRAFTING' as const,
    consulted_from: null,
    consulted_until: null,
  };
  if (row) await updateAgreement(tx, row.id, text);
  else {
    await insertAgreement(tx, { ...text, id: input.id, follows_id: input.followsId });
    if (input.followsId) await carryOver(tx, input.followsId, input.id);
  }
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: AGREEMENT_SUBJECT,
    subjectId: input.id,
    kind: AGREEMENT_EVENTS.drafted,
    from: row?.state ?? null,
    to: 'DRAFTING',
    data: { label: input.label },
  });
  return ok({ id: input.id });
}

/** Parties that have not left and their periodic commitments, as drafts to be looked at again. */
async function carryOver(tx: Tx, fromId: string, toId: string): Promise<void> {
  const parties = (await partiesOf(tx, [fromId])).filter((party) => party.last_day === null);
  for (const { organisation_id, position, goals, duties, requirements, interests } of parties)
    await insertParty(tx, {
      agreement_id: toId,
      organisation_id,
      position,
      goals,
      duties,
      requirements,
      interests,
    });
  const staying = new Set(parties.map((party) => party.organisation_id));
  for (const one of await commitmentsOf(tx, fromId)) {
    if (one.state !== 'ACTIVE' || one.period === null || !staying.has(one.organisation_id)) continue;
    const { organisation_id, post_id, promise, measure, period, measured_by, enough_percent } = one;
    const counted = { measured_by, enough_percent };
    const draft = { id: tx.newId(), agreement_id: toId, state: 'DRAFT', taken_at: tx.now };
    await insertCommitment(tx, {
      ...draft,
      ...counted,
      organisation_id,
      post_id,
      promise,
      measure,
      period,
    });
  }
}
