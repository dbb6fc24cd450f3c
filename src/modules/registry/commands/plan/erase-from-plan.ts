import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { REGISTRY_EVENTS, REGISTRY_SUBJECTS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { deleteShapes, lockedPlanOf } from '../../store/plan/site-plans.ts';

/**
 * Takes a shape off the plan of an estate.
 *
 * @returns refusals `registry.not-a-keeper`, `registry.no-site-plan`, `registry.shape-gone`.
 */
export async function eraseFromPlan(
  tx: Tx,
  given: { readonly estateId: string; readonly shapeId: string },
): Promise<Result<void>> {
  const may = mayKeep(tx.actor, 'draw-site-plan');
  if (!may.ok) return may;
  const plan = isUuid(given.estateId) ? await lockedPlanOf(tx, given.estateId) : null;
  if (!plan) return refuse('registry.no-site-plan');
  const erased = isUuid(given.shapeId) ? await deleteShapes(tx, plan.id, { id: given.shapeId }) : 0;
  if (erased === 0) return refuse('registry.shape-gone');
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.sitePlan,
    subjectId: plan.id,
    kind: REGISTRY_EVENTS.sitePlanErased,
    data: { shapeId: given.shapeId },
  });
  return ok();
}
