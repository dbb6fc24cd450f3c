import { contentHash } from '#platform/audit/content-hash.ts';
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
const promiseOf = ({ organisation_id, post_id, promise, measure, period, due_on }: CommitmentRow) => ({
  organisation_id,
  post_id,
  promise,
  measure,
  period,
  due_on,
});

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

/** The seal of what one party signs: the text, its own part as it stands now, and its annex. */
export function signedSeal(sealed: string, party: PartyRow, reservation: string): string {
  return contentHash({ sealed, part: partOf(party), insteadOf: party.instead_of_id, reservation });
}
