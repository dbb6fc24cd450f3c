import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { AGREEMENT_EVENTS, AGREEMENT_SUBJECT } from '../../contract/agreement.ts';
import type { SignAgreement } from '../../forms/agreement.ts';
import { mayAgree } from '../../permissions.ts';
import {
  agreementStep,
  partyStanding,
  stateAfterSigning,
} from '../../rules/agreement/agreement-lifecycle.ts';
import { timesDue } from '../../rules/commitments/instances.ts';
import {
  type AgreementRow,
  agreementById,
  insertSignature,
  lockAgreement,
  partiesOf,
  signaturesOf,
  updateAgreement,
  updateParty,
} from '../../store/agreements.ts';
import {
  commitmentsOf,
  dropInstancesFrom,
  insertInstances,
  updateCommitments,
} from '../../store/commitments.ts';
import { signedSeal, substanceOf } from './seal.part.ts';

/**
 * Puts the name of an organisation under the agreement, by its head, with an annex where it does not agree. Its
 * commitments begin; the agreement is in force from the second signature on, for those who signed. The first two
 * signatures under an agreement that follows another take that other's place.
 *
 * @returns refusals: not a head; not a party, or one that has left; signed already; not open for signing, or its
 *   term is over; another text than the one on the signer's page.
 * @source seed S12; domain brief §4.5
 */
export async function signAgreement(tx: Tx, input: SignAgreement): Promise<Result<void>> {
  const may = mayAgree(tx.actor, 'sign-agreement');
  if (!may.ok) return may;
  const { post, personId } = tx.actor;
  if (!post || !personId) return refuse('agreements.agreement-not-yours');
  const row = await lockAgreement(tx, input.id);
  if (!row?.sealed) return refuse('agreements.agreement-not-found');
  const today = dateKey(tx.now);
  if (agreementStep('sign-agreement', row.state) === null || today > row.ends_on)
    return refuse('agreements.not-open-for-signing');
  if (row.sealed !== input.sealed) return refuse('agreements.another-text');
  const parties = await partiesOf(tx, [row.id]);
  const party = parties.find((one) => one.organisation_id === post.orgId);
  if (!party) return refuse('agreements.not-a-party');
  const signed = await signaturesOf(tx, [row.id]);
  const own = signed.filter((one) => one.organisation_id === post.orgId);
  const facts = {
    signedAt: own.map((one) => one.signed_at),
    askedAt: party.asked_at,
    lastDay: party.last_day,
  };
  const standing = partyStanding(facts, today);
  if (standing === 'LEFT' || party.last_day !== null) return refuse('agreements.not-a-party');
  if (standing === 'SIGNED') return refuse('agreements.signed-already');
  await insertSignature(tx, {
    id: tx.newId(),
    agreement_id: row.id,
    organisation_id: post.orgId,
    signed_at: tx.now,
    person_id: personId,
    post_id: post.postId,
    sealed: signedSeal(row.sealed, party, input.reservation),
    reservation: input.reservation,
  });
  if (standing === 'TO_CONFIRM') await updateParty(tx, row.id, post.orgId, { asked_at: null });
  else await beginCommitments(tx, row, post.orgId);
  const to = stateAfterSigning(
    row.state,
    new Set([...signed.map((one) => one.organisation_id), post.orgId]).size,
  );
  await updateAgreement(tx, row.id, { state: to });
  if (row.state === 'SIGNING' && to === 'EFFECTIVE' && row.follows_id) await follow(tx, row, row.follows_id);
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: AGREEMENT_SUBJECT,
    subjectId: row.id,
    kind: AGREEMENT_EVENTS.signed,
    from: row.state,
    to,
    data: {
      organisationId: post.orgId,
      confirms: standing === 'TO_CONFIRM',
      annex: input.reservation !== '',
    },
  });
  return ok();
}

/** What an organisation promised in the text it signed falls due from now on, or from the agreement's first day. */
async function beginCommitments(tx: Tx, row: AgreementRow, orgId: string): Promise<void> {
  const today = dateKey(tx.now);
  const from = today > row.starts_on ? today : row.starts_on;
  const drafts = (await commitmentsOf(tx, row.id)).filter(
    (one) => one.organisation_id === orgId && one.state === 'DRAFT',
  );
  await updateCommitments(
    tx,
    drafts.map(({ id }) => id),
    { state: 'ACTIVE' },
  );
  for (const one of drafts)
    await insertInstances(tx, one.id, timesDue({ period: one.period, dueOn: one.due_on }, from, row.ends_on));
}

/** The agreement before is renewed when nothing but its term changed, else amended; what it still asked for is dropped. */
async function follow(tx: Tx, row: AgreementRow, earlierId: string): Promise<void> {
  const earlier = await agreementById(tx, earlierId);
  if (!earlier || (earlier.state !== 'EFFECTIVE' && earlier.state !== 'UNDER_REVIEW')) return;
  const today = dateKey(tx.now);
  const from = row.starts_on > today ? row.starts_on : today;
  const same = (await substanceOf(tx, earlier)) === (await substanceOf(tx, row));
  await updateAgreement(tx, earlier.id, { state: same ? 'RENEWED' : 'AMENDED', followed_from: from });
  const open = (await commitmentsOf(tx, earlier.id)).filter(({ state }) => state === 'ACTIVE');
  await dropInstancesFrom(
    tx,
    open.map(({ id }) => id),
    from,
  );
}
