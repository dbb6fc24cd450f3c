import type { Tx } from '#platform/db/database.ts';

export type PlanRow = {
  readonly id: string;
  readonly estateId: string;
  readonly fileId: string;
  readonly width: number;
  readonly height: number;
  readonly addedAt: Date;
};

function plans(tx: Tx) {
  return tx
    .schema('registry')
    .selectFrom('registry.site_plan as p')
    .select([
      'p.id',
      'p.estate_id as estateId',
      'p.file_id as fileId',
      'p.width',
      'p.height',
      'p.added_at as addedAt',
    ])
    .where('p.neighborhood_id', '=', tx.actor.neighborhoodId);
}

/** The plans in use: one an estate at most, in the order of the estates. */
export function currentPlanRows(tx: Tx): Promise<PlanRow[]> {
  return plans(tx)
    .innerJoin('registry.estate as e', (join) =>
      join.onRef('e.neighborhood_id', '=', 'p.neighborhood_id').onRef('e.id', '=', 'p.estate_id'),
    )
    .where('p.replaced_at', 'is', null)
    .orderBy('e.position')
    .execute();
}

/** The plan in use of an estate, locked until commit, or null. */
export async function lockedPlanOf(tx: Tx, estateId: string): Promise<PlanRow | null> {
  const row = await plans(tx)
    .where('p.estate_id', '=', estateId)
    .where('p.replaced_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** A plan, in use or replaced, or null. */
export async function planRow(tx: Tx, id: string): Promise<PlanRow | null> {
  return (await plans(tx).where('p.id', '=', id).executeTakeFirst()) ?? null;
}

export async function insertPlan(tx: Tx, row: PlanRow): Promise<void> {
  await tx
    .schema('registry')
    .insertInto('registry.site_plan')
    .values({
      neighborhood_id: tx.actor.neighborhoodId,
      id: row.id,
      estate_id: row.estateId,
      file_id: row.fileId,
      width: row.width,
      height: row.height,
      added_at: row.addedAt,
    })
    .execute();
}

export async function setReplaced(tx: Tx, id: string): Promise<void> {
  await tx
    .schema('registry')
    .updateTable('registry.site_plan')
    .set({ replaced_at: tx.now })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}

export type ShapeRow = {
  readonly id: string;
  readonly planId: string;
  readonly buildingId: string | null;
  readonly commonPartId: string | null;
  readonly points: number[];
};

export async function shapeRows(tx: Tx, planIds: readonly string[]): Promise<ShapeRow[]> {
  if (planIds.length === 0) return [];
  return tx
    .schema('registry')
    .selectFrom('registry.plan_shape')
    .select([
      'id',
      'plan_id as planId',
      'building_id as buildingId',
      'common_part_id as commonPartId',
      'points',
    ])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('plan_id', 'in', [...planIds])
    .orderBy('id')
    .execute();
}

export async function insertShapes(tx: Tx, rows: readonly ShapeRow[]): Promise<void> {
  if (rows.length === 0) return;
  const neighborhood_id = tx.actor.neighborhoodId;
  await tx
    .schema('registry')
    .insertInto('registry.plan_shape')
    .values(
      rows.map((row) => ({
        neighborhood_id,
        id: row.id,
        plan_id: row.planId,
        building_id: row.buildingId,
        common_part_id: row.commonPartId,
        points: row.points,
      })),
    )
    .execute();
}

/** Takes shapes off a plan; gives how many there were. */
export async function deleteShapes(
  tx: Tx,
  planId: string,
  which:
    | { readonly id: string }
    | { readonly buildingId: string | null; readonly commonPartId: string | null },
): Promise<number> {
  let deleting = tx
    .schema('registry')
    .deleteFrom('registry.plan_shape')
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('plan_id', '=', planId);
  if ('id' in which) deleting = deleting.where('id', '=', which.id);
  else if (which.buildingId) deleting = deleting.where('building_id', '=', which.buildingId);
  else deleting = deleting.where('common_part_id', '=', which.commonPartId);
  return Number((await deleting.executeTakeFirst()).numDeletedRows);
}
