import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { COMMITMENT_EVENTS, COMMITMENT_SUBJECT } from '../../contract/commitments.ts';
import type { DraftCommitment } from '../../forms/agreement.ts';
import { mayAgree } from '../../permissions.ts';
import { lockAgreement, partiesOf, updateAgreement } from '../../store/agreements.ts';
import { commitmentById, deleteCommitment, insertCommitment } from '../../store/commitments.ts';
import { promiseFits } from './promise.part.ts';

/**
 * Writes a commitment into a draft agreement, or crosses it out. It holds for nobody before its organisation signs.
 *
 * @returns refusals: not the general branch; not a draft; of no party; a post of somebody else; neither or both of
 *   a day and a period; a day outside the term; changed meanwhile.
 * @source domain brief §4.5
 */
export async function draftCommitment(tx: Tx, input: DraftCommitment): Promise<Result<{ id: string }>> {
  const may = mayAgree(tx.actor, 'draft-agreement');
  if (!may.ok) return may;
  const row = await lockAgreement(tx, input.agreementId);
  if (!row) return refuse('agreements.agreement-not-found');
  if (row.version !== input.version) return refuse('agreements.changed-meanwhile');
  if (row.state !== 'DRAFTING') return refuse('agreements.not-a-draft');
  const id = input.step === 'keep-commitment' ? tx.newId() : input.commitmentId;
  if (input.step === 'keep-commitment') {
    const parties = await partiesOf(tx, [row.id]);
    if (!parties.some((party) => party.organisation_id === input.organisationId))
      return refuse('agreements.not-a-party', { field: 'organisationId' });
    const fits = await promiseFits(tx, input, row);
    if (!fits.ok) return fits;
    await insertCommitment(tx, {
      id,
      agreement_id: row.id,
      organisation_id: input.organisationId,
      post_id: input.postId,
      promise: input.promise,
      measure: input.measure,
      period: input.period,
      due_on: input.dueOn,
      measured_by: input.measuredBy ?? null,
      enough_percent: input.enoughPercent ?? null,
      state: 'DRAFT',
      taken_at: tx.now,
    });
  } else {
    if ((await commitmentById(tx, id))?.agreement_id !== row.id)
      return refuse('agreements.commitment-not-found');
    await deleteCommitment(tx, id);
  }
  await updateAgreement(tx, row.id, { drafted_at: tx.now });
  await appendEvent(tx, {
    subjectKind: COMMITMENT_SUBJECT,
    subjectId: id,
    kind: input.step === 'keep-commitment' ? COMMITMENT_EVENTS.taken : COMMITMENT_EVENTS.crossedOut,
    to: input.step === 'keep-commitment' ? 'DRAFT' : null,
    data: { agreementId: row.id },
  });
  return ok({ id });
}
