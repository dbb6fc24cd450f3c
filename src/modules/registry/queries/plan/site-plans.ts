import type { Tx } from '#platform/db/database.ts';
import { pictureBytes } from '#platform/files/stored-pictures.ts';
import type { PlanTarget, SitePlan } from '../../contract/site-plan.ts';
import { buildingRows, commonPartRows } from '../../store/places/places.ts';
import { currentPlanRows, planRow, type ShapeRow, shapeRows } from '../../store/plan/site-plans.ts';

/** The plans in use with what is drawn on them; of one estate, or of all that have one. */
export async function sitePlans(tx: Tx, estateId?: string): Promise<SitePlan[]> {
  const rows = (await currentPlanRows(tx)).filter((row) => !estateId || row.estateId === estateId);
  const shapes = await shapeRows(
    tx,
    rows.map((row) => row.id),
  );
  const targets = await targetsOf(tx, shapes);
  return rows.map(({ id, estateId: estate, width, height, addedAt }) => ({
    id,
    estateId: estate,
    width,
    height,
    addedAt,
    shapes: shapes
      .filter((shape) => shape.planId === id)
      .flatMap((shape) => {
        const target = targets.get(shape.buildingId ?? shape.commonPartId ?? '');
        return target ? [{ id: shape.id, target, points: shape.points }] : [];
      }),
  }));
}

async function targetsOf(tx: Tx, shapes: readonly ShapeRow[]): Promise<Map<string, PlanTarget>> {
  const ids = (column: 'buildingId' | 'commonPartId') =>
    shapes.map((shape) => shape[column]).filter((id) => id !== null);
  const targets = new Map<string, PlanTarget>();
  for (const { id, number } of await buildingRows(tx, ids('buildingId'))) {
    targets.set(id, { kind: 'BUILDING', id, number });
  }
  for (const { id, nameZh, nameEn } of await commonPartRows(tx, ids('commonPartId'))) {
    targets.set(id, { kind: 'COMMON_PART', id, nameZh, nameEn });
  }
  return targets;
}

/** The picture of a plan, in use or replaced, or null. */
export async function sitePlanPicture(tx: Tx, planId: string) {
  const plan = await planRow(tx, planId);
  return plan ? pictureBytes(tx, plan.fileId, 'FULL') : null;
}
