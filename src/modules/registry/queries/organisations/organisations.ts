import type { OrgKind } from '#kernel/actor.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Day, DutyPhoneView, OrganisationView } from '../../contract.ts';
import { dayOf } from '../../rules/day.ts';
import { organisationRows } from '../../store/organisations/organisations.ts';

/** All organisations, in the neighborhood's own order, with the estates they serve today. */
export function organisations(tx: Tx, day: Day = dayOf(tx.now)): Promise<OrganisationView[]> {
  return organisationRows(tx, 'ALL', day);
}

/** Organisations by id; unknown ids are left out. */
export async function organisationsByIds(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, OrganisationView>> {
  const rows = await organisationRows(tx, [...new Set(ids)], dayOf(tx.now));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Organisations of a kind that serve an estate on a day, e.g. its property company. */
export async function servingOrganisations(
  tx: Tx,
  estateId: string,
  kind: OrgKind,
  day: Day,
): Promise<OrganisationView[]> {
  const rows = await organisationRows(tx, 'ALL', day);
  return rows.filter((org) => org.kind === kind && org.estateIds.includes(estateId));
}

/** Published duty numbers: property companies first, then the others in their order. */
export async function dutyPhones(tx: Tx): Promise<DutyPhoneView[]> {
  const rows = await organisationRows(tx, 'ALL', dayOf(tx.now));
  const answered = rows.filter((org) => org.dutyPhone !== null);
  const rank = (org: OrganisationView) => (org.kind === 'PROPERTY_COMPANY' ? 0 : 1);
  return answered
    .sort((a, b) => rank(a) - rank(b))
    .map((org) => ({
      orgId: org.id,
      kind: org.kind,
      nameZh: org.nameZh,
      nameEn: org.nameEn,
      phone: org.dutyPhone ?? '',
      estateIds: org.estateIds,
    }));
}
