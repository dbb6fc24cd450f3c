import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { REGISTRY_EVENTS, REGISTRY_SUBJECTS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { readPoints } from '../../rules/plan/plan-points.ts';
import { buildingRows, commonPartRows } from '../../store/places/places.ts';
import { deleteShapes, insertShapes, lockedPlanOf } from '../../store/plan/site-plans.ts';

export type DrawOnPlan = {
  readonly estateId: string;
  /** `b:<building id>` or `p:<common part id>`. */
  readonly target: string;
  /** As `readPoints` takes it. */
  readonly points: string;
};

/**
 * Draws a building or common part on the plan of its estate; drawn again, the new shape takes the place of
 * the old one.
 *
 * @returns the shape's id; refusals `registry.not-a-keeper`, `registry.no-site-plan`,
 *   `registry.target-unknown` and those of `readPoints`.
 */
export async function drawOnPlan(tx: Tx, given: DrawOnPlan): Promise<Result<string>> {
  const may = mayKeep(tx.actor, 'draw-site-plan');
  if (!may.ok) return may;
  const plan = isUuid(given.estateId) ? await lockedPlanOf(tx, given.estateId) : null;
  if (!plan) return refuse('registry.no-site-plan');
  const [kind, targetId = ''] = given.target.split(':');
  if (!isUuid(targetId)) return refuse('registry.target-unknown', { field: 'target' });
  const found = kind === 'b' ? await buildingRows(tx, [targetId]) : await commonPartRows(tx, [targetId]);
  if (found[0]?.estateId !== given.estateId) return refuse('registry.target-unknown', { field: 'target' });
  const points = readPoints(given.points);
  if (!points.ok) return points;
  const target = {
    buildingId: kind === 'b' ? targetId : null,
    commonPartId: kind === 'b' ? null : targetId,
  };
  await deleteShapes(tx, plan.id, target);
  const id = tx.newId();
  await insertShapes(tx, [{ id, planId: plan.id, ...target, points: [...points.value] }]);
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.sitePlan,
    subjectId: plan.id,
    kind: REGISTRY_EVENTS.sitePlanDrawn,
    data: target,
  });
  return ok(id);
}
