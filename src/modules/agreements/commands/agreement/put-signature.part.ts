import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { textHash } from '#platform/audit/content-hash.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { AGREEMENT_EVENTS, AGREEMENT_SUBJECT } from '../../contract/agreement.ts';
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
  type PartyRow,
  partiesOf,
  type SignatureRow,
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
import { signedText, substanceOf } from './seal.part.ts';

/** A signature about to be put: of which organisation, by whom in which post, under which text. */
export type Signing = {
  readonly agreementId: string;
  /** The seal of the text the signer had before them. */
  readonly sealed: string;
  readonly reservation: string;
  readonly orgId: string;
  readonly personId: string;
  readonly postId: string;
  /** Signed on paper: keeps the picture of the sheet with the signature's id, and gives the picture's id. */
  readonly paper?: { readonly recordedByPostId: string; readonly keepScan: (id: string) => Promise<string> };
};

type Found = {
  readonly row: AgreementRow;
  readonly party: PartyRow;
  readonly signed: readonly SignatureRow[];
  readonly standing: 'UNSIGNED' | 'TO_CONFIRM';
};

/**
 * Puts the name of an organisation under the agreement with exactly what was signed. Its commitments begin; the
 * agreement is in force from the second signature on, for those who signed. The first two signatures under an
 * agreement that follows another take that other's place.
 *
 * @returns refusals: not a party, or one that has left; signed already; not open for signing, or its term is over;
 *   another text than the one the signer saw.
 * @source seed S12; domain brief §4.5
 */
export async function putSignature(tx: Tx, signing: Signing): Promise<Result<void>> {
  const found = await findParty(tx, signing);
  if (!found.ok) return found;
  const { row, party, signed, standing } = found.value;
  const { orgId, reservation, paper } = signing;
  const id = tx.newId();
  const text = await signedText(tx, row, party, reservation);
  await insertSignature(tx, {
    id,
    agreement_id: row.id,
    organisation_id: orgId,
    signed_at: tx.now,
    person_id: signing.personId,
    post_id: signing.postId,
    sealed: textHash(text),
    signed_text: text,
    reservation,
    ...(paper && { scan_file_id: await paper.keepScan(id), recorded_by_post_id: paper.recordedByPostId }),
  });
  if (standing === 'TO_CONFIRM') await updateParty(tx, row.id, orgId, { asked_at: null });
  else await beginCommitments(tx, row, orgId);
  const to = stateAfterSigning(row.state, new Set([...signed.map((one) => one.organisation_id), orgId]).size);
  await updateAgreement(tx, row.id, { state: to });
  if (row.state === 'SIGNING' && to === 'EFFECTIVE' && row.follows_id) await follow(tx, row, row.follows_id);
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: AGREEMENT_SUBJECT,
    subjectId: row.id,
    kind: paper ? AGREEMENT_EVENTS.signedOnPaper : AGREEMENT_EVENTS.signed,
    from: row.state,
    to,
    data: { organisationId: orgId, confirms: standing === 'TO_CONFIRM', annex: reservation !== '' },
  });
  return ok();
}

async function findParty(tx: Tx, { agreementId, sealed, orgId }: Signing): Promise<Result<Found>> {
  const row = await lockAgreement(tx, agreementId);
  if (!row?.sealed) return refuse('agreements.agreement-not-found');
  const today = dateKey(tx.now);
  if (agreementStep('sign-agreement', row.state) === null || today > row.ends_on)
    return refuse('agreements.not-open-for-signing');
  if (row.sealed !== sealed) return refuse('agreements.another-text');
  const party = (await partiesOf(tx, [row.id])).find((one) => one.organisation_id === orgId);
  if (!party) return refuse('agreements.not-a-party');
  const signed = await signaturesOf(tx, [row.id]);
  const own = signed.filter((one) => one.organisation_id === orgId);
  const facts = {
    signedAt: own.map((one) => one.signed_at),
    askedAt: party.asked_at,
    lastDay: party.last_day,
  };
  const standing = partyStanding(facts, today);
  if (standing === 'LEFT' || party.last_day !== null) return refuse('agreements.not-a-party');
  if (standing === 'SIGNED') return refuse('agreements.signed-already');
  return ok({ row, party, signed, standing });
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
