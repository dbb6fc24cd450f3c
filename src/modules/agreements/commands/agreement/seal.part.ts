import { contentHash } from '#platform/audit/content-hash.ts';
import { canonical } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { type AgreementRow, type PartyRow, partiesOf } from '../../store/agreements.ts';
import { type CommitmentRow, commitmentsOf } from '../../store/commitments.ts';

const partOf = ({ organisation_id, goals, duties, requirements, interests }: PartyRow) => ({
  organisation_id,
  goals,
  duties,
  requirements,
  interests,
});
const promiseOf = (row: CommitmentRow) => {
  const { organisation_id, post_id, promise, measure, period, due_on, measured_by, enough_percent } = row;
  const counted = measured_by ? { measured_by, enough_percent } : {};
  return { organisation_id, post_id, promise, measure, period, due_on, ...counted };
};

/** What is agreed apart from name and term: renewed unchanged, it is the same. */
export async function substanceOf(tx: Tx, row: AgreementRow): Promise<string> {
  const { aims, meeting_rules, disclosure, statement, exit_days } = row;
  const parties = (await partiesOf(tx, [row.id])).filter((party) => party.instead_of_id === null);
  return contentHash({
    text: { aims, meeting_rules, disclosure, statement, exit_days },
    parties: parties.map(partOf),
  });
}

/** The seal of the whole text with every party's part and commitments, taken when signing opens. */
export async function sealOf(tx: Tx, row: AgreementRow): Promise<string> {
  const { label, starts_on, ends_on, explanation } = row;
  return contentHash({
    substance: await substanceOf(tx, row),
    label,
    starts_on,
    ends_on,
    explanation,
    commitments: (await commitmentsOf(tx, row.id)).map(promiseOf),
  });
}

/**
 * Exactly what one party signs: the text whole with every party's part and commitments, its own part as it stands now,
 * and its annex. Kept with the signature; its SHA-256 is the signature's seal.
 */
export async function signedText(
  tx: Tx,
  row: AgreementRow,
  party: PartyRow,
  reservation: string,
): Promise<string> {
  const { label, aims, meeting_rules, disclosure, statement, explanation } = row;
  const { starts_on, ends_on, exit_days, sealed } = row;
  const others = (await partiesOf(tx, [row.id])).filter((one) => one.instead_of_id === null);
  return canonical({
    text: { label, aims, meeting_rules, disclosure, statement, explanation, starts_on, ends_on, exit_days },
    sealed,
    parties: others.map(partOf),
    commitments: (await commitmentsOf(tx, row.id)).filter(({ state }) => state !== 'REVISED').map(promiseOf),
    signs: { ...partOf(party), insteadOf: party.instead_of_id, reservation },
  });
}
