import { sql } from 'kysely';
import type { OrgKind } from '#kernel/actor.ts';
import type { Tx } from '#platform/db/database.ts';

/** An organisation, locked until commit, or null. */
export async function lockedOrganisation(tx: Tx, id: string) {
  const row = await tx
    .schema('registry')
    .selectFrom('registry.organisation')
    .select([
      'id',
      'version',
      'kind',
      'name_zh as nameZh',
      'name_en as nameEn',
      'duty_phone as dutyPhone',
      'parent_id as parentId',
    ])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? { ...row, kind: row.kind as OrgKind } : null;
}

export type OrganisationPatch = {
  readonly name_zh: string;
  readonly name_en: string;
  readonly duty_phone: string | null;
  readonly parent_id: string | null;
};

export async function updateOrganisation(tx: Tx, id: string, patch: OrganisationPatch): Promise<void> {
  await tx
    .schema('registry')
    .updateTable('registry.organisation')
    .set((eb) => ({ ...patch, version: eb('version', '+', 1) }))
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}

/** Sum of the areas of all units of estates, in 0.01 m². */
export async function areaOfEstates(tx: Tx, estateIds: readonly string[]): Promise<number> {
  if (estateIds.length === 0) return 0;
  const row = await tx
    .schema('registry')
    .selectFrom('registry.unit')
    .select(sql<string>`coalesce(sum(area), 0)`.as('area'))
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('estate_id', 'in', [...estateIds])
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.area);
}
