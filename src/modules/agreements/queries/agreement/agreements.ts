import { dateKey } from '#kernel/work-calendar.ts';
import { organisationsByIds, postsByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { AgreementStanding, AgreementText, PartyStanding, PartyText } from '../../contract/agreement.ts';
import {
  agreementStanding,
  inForce,
  partyStanding,
  reviewDueOn,
} from '../../rules/agreement/agreement-lifecycle.ts';
import {
  type AgreementRow,
  agreementById,
  allAgreements,
  type PartyRow,
  partiesOf,
  type SignatureRow,
  signaturesOf,
} from '../../store/agreements.ts';
import { type CommitmentView, commitmentViews } from '../commitments/commitment-views.ts';
import { type ForumView, forumViews } from './forum-views.ts';

/** An agreement in a list. */
export type AgreementLine = AgreementText & {
  readonly id: string;
  readonly standing: AgreementStanding;
  readonly version: number;
};

/** What one party put under it: by which post, never by whom. */
export type SignatureView = {
  readonly id: string;
  /** Signed on paper; the picture of the sheet is for the desk. */
  readonly onPaper: boolean;
  readonly at: Date;
  readonly postZh: string;
  readonly postEn: string;
  readonly sealed: string;
  readonly reservation: string;
};

export type PartyView = PartyText & {
  readonly orgId: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly standing: PartyStanding;
  readonly lastDay: string | null;
  /** The company whose service it took over. */
  readonly insteadOf: { readonly nameZh: string; readonly nameEn: string } | null;
  readonly signatures: readonly SignatureView[];
  readonly commitments: readonly CommitmentView[];
};

/** An agreement whole. */
export type AgreementFile = AgreementLine & {
  readonly followsId: string | null;
  readonly forums: readonly ForumView[];
  readonly consultedFrom: string | null;
  readonly consultedUntil: string | null;
  readonly explanation: string | null;
  readonly sealed: string | null;
  /** By when a year has passed since it began or was last reviewed; null when it is not in force. */
  readonly reviewDueOn: string | null;
  readonly reviewedOn: string | null;
  readonly reviewNote: string | null;
  readonly endedOn: string | null;
  readonly endReason: string | null;
  readonly parties: readonly PartyView[];
};

function lineOf(row: AgreementRow, day: string): AgreementLine {
  const kept = { state: row.state, startsOn: row.starts_on, endsOn: row.ends_on };
  return {
    id: row.id,
    label: row.label,
    standing: agreementStanding({ ...kept, followedFrom: row.followed_from }, day),
    aims: row.aims,
    meetingRules: row.meeting_rules,
    disclosure: row.disclosure,
    statement: row.statement,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    exitDays: row.exit_days,
    version: row.version,
  };
}

/** Every agreement, the one to begin last on top. */
export async function agreementLines(tx: Tx): Promise<AgreementLine[]> {
  return (await allAgreements(tx)).map((row) => lineOf(row, dateKey(tx.now)));
}

/** What everybody may read: put before everybody, open for signing, or signed once. */
export async function publicAgreements(tx: Tx): Promise<AgreementLine[]> {
  return (await agreementLines(tx)).filter(
    (one) => one.standing !== 'DRAFTING' && one.standing !== 'WITHDRAWN',
  );
}

/** The agreement in force today, else the last one that was; null when there never was one. */
export async function currentAgreement(tx: Tx): Promise<AgreementFile | null> {
  const lines = await publicAgreements(tx);
  const found =
    lines.find((one) => inForce(one.standing)) ??
    lines.find((one) => one.standing !== 'CONSULTING' && one.standing !== 'SIGNING');
  return found ? agreementFile(tx, found.id) : null;
}

function signatureView(
  one: SignatureRow,
  post: { readonly nameZh: string; readonly nameEn: string } | undefined,
): SignatureView {
  return {
    id: one.id,
    onPaper: one.scan_file_id !== null,
    at: one.signed_at,
    postZh: post?.nameZh ?? '',
    postEn: post?.nameEn ?? '',
    sealed: one.sealed,
    reservation: one.reservation,
  };
}

/** An agreement with its parties, what they signed, and what they took on; null when there is none. */
export async function agreementFile(tx: Tx, id: string): Promise<AgreementFile | null> {
  const row = await agreementById(tx, id);
  if (!row) return null;
  const parties = await partiesOf(tx, [id]);
  const signed = await signaturesOf(tx, [id]);
  const commitments = await commitmentViews(tx, id);
  const orgs = await organisationsByIds(
    tx,
    parties.flatMap((one) => [one.organisation_id, ...(one.instead_of_id ? [one.instead_of_id] : [])]),
  );
  const posts = await postsByIds(
    tx,
    signed.map((one) => one.post_id),
  );
  const day = dateKey(tx.now);
  const nameOf = (orgId: string) => ({
    nameZh: orgs.get(orgId)?.nameZh ?? '',
    nameEn: orgs.get(orgId)?.nameEn ?? '',
  });
  const partyOf = (party: PartyRow): PartyView => {
    const own = signed.filter((one) => one.organisation_id === party.organisation_id);
    const { asked_at: askedAt, last_day: lastDay, goals, duties, requirements, interests } = party;
    return {
      orgId: party.organisation_id,
      ...nameOf(party.organisation_id),
      standing: partyStanding({ signedAt: own.map((one) => one.signed_at), askedAt, lastDay }, day),
      lastDay,
      insteadOf: party.instead_of_id ? nameOf(party.instead_of_id) : null,
      goals,
      duties,
      requirements,
      interests,
      signatures: own.map((one) => signatureView(one, posts.get(one.post_id))),
      commitments: commitments.filter((one) => one.orgId === party.organisation_id),
    };
  };
  const line = lineOf(row, day);
  return {
    ...line,
    forums: await forumViews(tx, id),
    followsId: row.follows_id,
    consultedFrom: row.consulted_from,
    consultedUntil: row.consulted_until,
    explanation: row.explanation,
    sealed: row.sealed,
    reviewDueOn: inForce(line.standing) ? reviewDueOn(row.starts_on, row.reviewed_on) : null,
    reviewedOn: row.reviewed_on,
    reviewNote: row.review_note,
    endedOn: row.ended_on,
    endReason: row.end_reason,
    parties: parties.map(partyOf),
  };
}
