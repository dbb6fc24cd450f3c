import type { Tx } from '#platform/db/database.ts';
import type { CommitteeRules, CompanyConflict } from '../../contract/terms.ts';

/** What the neighborhood laid down last, or null. */
export async function ownCommitteeRules(
  tx: Tx,
): Promise<(CommitteeRules & { readonly number: number; readonly since: Date }) | null> {
  const row = await tx
    .schema('registry')
    .selectFrom('registry.committee_rules')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return {
    number: row.number,
    since: row.since,
    leastYears: row.least_years,
    mostYears: row.most_years,
    leastMembers: row.least_members,
    smallEstateMembers: row.small_estate_members,
    smallEstateArea: Number(row.small_estate_area),
    reportMonths: row.report_months,
    companyConflict: row.company_conflict as CompanyConflict,
    basis: row.basis,
  };
}

export async function insertCommitteeRules(tx: Tx, number: number, rules: CommitteeRules): Promise<void> {
  await tx
    .schema('registry')
    .insertInto('registry.committee_rules')
    .values({
      neighborhood_id: tx.actor.neighborhoodId,
      number,
      least_years: rules.leastYears,
      most_years: rules.mostYears,
      least_members: rules.leastMembers,
      small_estate_members: rules.smallEstateMembers,
      small_estate_area: String(rules.smallEstateArea),
      report_months: rules.reportMonths,
      company_conflict: rules.companyConflict,
      basis: rules.basis,
      since: tx.now,
      decided_by_person_id: tx.actor.personId,
      decided_by_post_id: tx.actor.post?.postId ?? null,
    })
    .execute();
}
