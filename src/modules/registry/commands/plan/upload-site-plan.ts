import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Picture } from '#platform/files/pictures.ts';
import { storePicture } from '#platform/files/stored-pictures.ts';
import { REGISTRY_EVENTS, REGISTRY_SUBJECTS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { estateRows } from '../../store/places/places.ts';
import {
  insertPlan,
  insertShapes,
  lockedPlanOf,
  setReplaced,
  shapeRows,
} from '../../store/plan/site-plans.ts';

export type UploadSitePlan = {
  readonly estateId: string;
  /** Keeps what was drawn on the plan before; for a better picture of the same view. */
  readonly keepShapes: boolean;
};

/**
 * Puts a picture in use as the plan of an estate, in the place of the one before. Everybody may see it.
 *
 * @returns the plan's id; refusals `registry.not-a-keeper`, `registry.estate-unknown`.
 */
export async function uploadSitePlan(
  tx: Tx,
  given: UploadSitePlan,
  picture: Picture,
): Promise<Result<string>> {
  const may = mayKeep(tx.actor, 'draw-site-plan');
  if (!may.ok) return may;
  const estates = await estateRows(tx);
  if (!estates.some((estate) => estate.id === given.estateId)) {
    return refuse('registry.estate-unknown', { field: 'estateId' });
  }
  const before = await lockedPlanOf(tx, given.estateId);
  if (before) await setReplaced(tx, before.id);
  const id = tx.newId();
  const fileId = await storePicture(tx, { kind: REGISTRY_SUBJECTS.sitePlan, id }, picture);
  const { width, height } = picture;
  await insertPlan(tx, { id, estateId: given.estateId, fileId, width, height, addedAt: tx.now });
  const kept = before && given.keepShapes ? await shapeRows(tx, [before.id]) : [];
  await insertShapes(
    tx,
    kept.map((shape) => ({ ...shape, id: tx.newId(), planId: id })),
  );
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.sitePlan,
    subjectId: id,
    kind: REGISTRY_EVENTS.sitePlanUploaded,
    data: { estateId: given.estateId, replaces: before?.id ?? null, keptShapes: kept.length },
  });
  return ok(id);
}
