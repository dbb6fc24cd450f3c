import { addDays, dateKey } from '#kernel/work-calendar.ts';
import type { ServicePassedOn } from '#modules/registry/contract/organisations.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { AGREEMENT_EVENTS, AGREEMENT_SUBJECT } from '../../contract/agreement.ts';
import { agreementStep } from '../../rules/agreement/agreement-lifecycle.ts';
import {
  type AgreementRow,
  allAgreements,
  insertParty,
  lockAgreement,
  partiesOf,
  signaturesOf,
  updateParty,
} from '../../store/agreements.ts';
import { dropCommitmentsOf } from './drop-commitments.part.ts';

/** Agreements that can be signed and whose term is not over. */
async function running(tx: Tx): Promise<AgreementRow[]> {
  const today = dateKey(tx.now);
  const open = (await allAgreements(tx)).filter(
    (one) => agreementStep('sign-agreement', one.state) !== null && one.ends_on >= today,
  );
  const locked = await Promise.all(open.map((one) => lockAgreement(tx, one.id)));
  return locked.filter((one) => one !== undefined);
}

/**
 * Another company took an estate over. The old one is no party any more once it serves no estate; what it promised
 * does not pass on: the new company is asked to sign, and owes nothing before it has.
 *
 * @param servesStill whether the old company still serves another estate of the neighborhood.
 * @source domain brief §4.5 (company replaced mid-term)
 */
export async function askSuccessor(tx: Tx, passed: ServicePassedOn, servesStill: boolean): Promise<void> {
  for (const row of await running(tx)) {
    const parties = await partiesOf(tx, [row.id]);
    const old = parties.find((one) => one.organisation_id === passed.fromOrgId);
    if (!old || old.last_day !== null) continue;
    const isPartyAlready = parties.some((one) => one.organisation_id === passed.toOrgId);
    if (!servesStill) {
      const lastDay = addDays(passed.day, -1);
      await updateParty(tx, row.id, passed.fromOrgId, {
        last_day: lastDay,
        left_reason: 'SERVICE_PASSED_ON',
      });
      await dropCommitmentsOf(tx, row.id, passed.fromOrgId, passed.day);
    }
    if (!isPartyAlready) {
      const { goals, duties, requirements, interests } = old;
      await insertParty(tx, {
        goals,
        duties,
        requirements,
        interests,
        agreement_id: row.id,
        organisation_id: passed.toOrgId,
        position: old.position,
        instead_of_id: passed.fromOrgId,
        asked_at: tx.now,
      });
    }
    await tellAsked(tx, row.id, passed.toOrgId);
  }
}

/** A new owners' committee has taken over: it is asked to confirm what the one before it signed (§4.5). */
export async function askNewCommittee(tx: Tx, organisationId: string): Promise<void> {
  for (const row of await running(tx)) {
    const party = (await partiesOf(tx, [row.id])).find((one) => one.organisation_id === organisationId);
    const signed = (await signaturesOf(tx, [row.id])).some((one) => one.organisation_id === organisationId);
    if (!party || party.last_day !== null || !signed) continue;
    await updateParty(tx, row.id, organisationId, { asked_at: tx.now });
    await tellAsked(tx, row.id, organisationId);
  }
}

async function tellAsked(tx: Tx, agreementId: string, organisationId: string): Promise<void> {
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: AGREEMENT_SUBJECT,
    subjectId: agreementId,
    kind: AGREEMENT_EVENTS.askedAnew,
    data: { organisationId },
  });
}
