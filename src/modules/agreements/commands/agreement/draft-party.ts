import { ok, type Result, refuse } from '#kernel/result.ts';
import { organisationsByIds } from '#modules/registry/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { AGREEMENT_EVENTS, AGREEMENT_SUBJECT } from '../../contract/agreement.ts';
import type { DraftParty } from '../../forms/agreement.ts';
import { mayAgree } from '../../permissions.ts';
import {
  deleteParty,
  insertParty,
  lockAgreement,
  partiesOf,
  updateAgreement,
  updateParty,
} from '../../store/agreements.ts';
import { commitmentsOf, deleteCommitment } from '../../store/commitments.ts';

/**
 * Writes an organisation's part of a draft — goals, duties, requirements, what it has at heart — or takes the
 * organisation out of it with its commitments.
 *
 * @returns refusals: not the general branch; no such draft or organisation; not a draft; changed meanwhile.
 * @source seed S13; domain brief §4.5
 */
export async function draftParty(tx: Tx, input: DraftParty): Promise<Result<void>> {
  const may = mayAgree(tx.actor, 'draft-agreement');
  if (!may.ok) return may;
  const { agreementId, organisationId } = input;
  const row = await lockAgreement(tx, agreementId);
  if (!row) return refuse('agreements.agreement-not-found');
  if (row.version !== input.version) return refuse('agreements.changed-meanwhile');
  if (row.state !== 'DRAFTING') return refuse('agreements.not-a-draft');
  const parties = await partiesOf(tx, [agreementId]);
  const isParty = parties.some((party) => party.organisation_id === organisationId);
  if (input.step === 'drop-party') {
    if (!isParty) return refuse('agreements.not-a-party');
    for (const one of await commitmentsOf(tx, agreementId))
      if (one.organisation_id === organisationId) await deleteCommitment(tx, one.id);
    await deleteParty(tx, agreementId, organisationId);
  } else {
    if (!(await organisationsByIds(tx, [organisationId])).has(organisationId))
      return refuse('agreements.organisation-unknown', { field: 'organisationId' });
    const { goals, duties, requirements, interests } = input;
    const part = { goals, duties, requirements, interests };
    const position = Math.max(0, ...parties.map((party) => party.position)) + 1;
    if (isParty) await updateParty(tx, agreementId, organisationId, part);
    else
      await insertParty(tx, {
        ...part,
        agreement_id: agreementId,
        organisation_id: organisationId,
        position,
      });
  }
  await updateAgreement(tx, agreementId, { drafted_at: tx.now });
  await appendEvent(tx, {
    subjectKind: AGREEMENT_SUBJECT,
    subjectId: agreementId,
    kind: AGREEMENT_EVENTS.drafted,
    from: 'DRAFTING',
    to: 'DRAFTING',
    data: { step: input.step, organisationId },
  });
  return ok();
}
