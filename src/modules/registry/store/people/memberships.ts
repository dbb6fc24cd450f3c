import type { Tx } from '#platform/db/database.ts';
import type { Agreement, MemberKind, Membership } from '../../contract/membership.ts';
import type { Day } from '../../contract.ts';

/** Memberships of a branch, or of a person, the newest first. Whoever calls has asked who may read them. */
export async function membershipRows(
  tx: Tx,
  of: { readonly organisationId: string } | { readonly personId: string } | { readonly id: string },
): Promise<Membership[]> {
  const [[key, id] = ['id', '']] = Object.entries(of);
  const column = { organisationId: 'm.organisation_id', personId: 'm.person_id', id: 'm.id' } as const;
  const rows = await tx
    .schema('registry')
    .selectFrom('registry.party_membership as m')
    .innerJoin('registry.person as h', (join) =>
      join.onRef('h.neighborhood_id', '=', 'm.neighborhood_id').onRef('h.id', '=', 'm.person_id'),
    )
    .select([
      'm.id',
      'm.organisation_id as organisationId',
      'm.person_id as personId',
      'h.name',
      'h.name_en as nameEn',
      'm.kind',
      'm.home_unit as homeUnit',
      'm.contact',
      'm.from_day as fromDay',
      'm.to_day as toDay',
    ])
    .where('m.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where(column[key as keyof typeof column], '=', id)
    .orderBy('m.from_day', 'desc')
    .orderBy('h.name')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as MemberKind }));
}

export type NewMembershipRow = {
  readonly id: string;
  readonly person_id: string;
  readonly organisation_id: string;
  readonly kind: MemberKind;
  readonly home_unit: string;
  readonly contact: string;
  readonly agreed: Agreement;
  readonly from_day: Day;
};

export async function insertMembership(tx: Tx, row: NewMembershipRow): Promise<void> {
  await tx
    .schema('registry')
    .insertInto('registry.party_membership')
    .values({ ...row, neighborhood_id: tx.actor.neighborhoodId })
    .execute();
}

export async function endMembershipRow(tx: Tx, id: string, lastDay: Day): Promise<void> {
  await tx
    .schema('registry')
    .updateTable('registry.party_membership')
    .set({ to_day: lastDay })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}
