import type { OrgKind } from '#kernel/actor.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Day, OrganisationView } from '../../contract.ts';

/** Organisations in their order with the estates they serve on a day; all, or those named. */
export async function organisationRows(
  tx: Tx,
  ids: readonly string[] | 'ALL',
  day: Day,
): Promise<OrganisationView[]> {
  if (ids.length === 0) return [];
  const db = tx.schema('registry');
  const rows = await db
    .selectFrom('registry.organisation')
    .select([
      'id',
      'kind',
      'agency_kind as agencyKind',
      'name_zh as nameZh',
      'name_en as nameEn',
      'duty_phone as dutyPhone',
      'parent_id as parentId',
    ])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .$if(ids !== 'ALL', (q) => q.where('id', 'in', [...ids]))
    .orderBy('position')
    .orderBy('id')
    .execute();
  const served = await db
    .selectFrom('registry.organisation_estate')
    .select(['organisation_id as orgId', 'estate_id as estateId'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('from_day', '<=', day)
    .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>=', day)]))
    .execute();
  const estates = Map.groupBy(served, (row) => row.orgId);
  return rows.map((row) => ({
    ...row,
    kind: row.kind as OrgKind,
    estateIds: (estates.get(row.id) ?? []).map((s) => s.estateId),
  }));
}
