import type { Tx } from '#platform/db/database.ts';
import type { SitePlan } from '../../contract/site-plan.ts';
import type { BuildingNode, CommonPartView, TwoNames } from '../../contract.ts';
import { commonPartsOf, placeTree } from '../places/place-tree.ts';
import { sitePlans } from './site-plans.ts';

/** An estate, its plan if it has one, and everything of it that may be drawn. */
export type DrawablePlan = {
  readonly estate: TwoNames & { readonly id: string; readonly code: string };
  /** All estates, to go from one plan to the next. */
  readonly estates: readonly (TwoNames & { readonly id: string })[];
  readonly plan: SitePlan | null;
  readonly buildings: readonly BuildingNode[];
  readonly commonParts: readonly CommonPartView[];
};

/** What the drawing page shows, or null when there is no such estate here. */
export async function drawablePlan(tx: Tx, estateId: string): Promise<DrawablePlan | null> {
  const estates = await placeTree(tx);
  const estate = estates.find((one) => one.id === estateId);
  if (!estate) return null;
  const { id, code, nameZh, nameEn, buildings } = estate;
  const [plan] = await sitePlans(tx, id);
  return {
    estate: { id, code, nameZh, nameEn },
    estates: estates.map((one) => ({ id: one.id, nameZh: one.nameZh, nameEn: one.nameEn })),
    plan: plan ?? null,
    buildings,
    commonParts: await commonPartsOf(tx, id),
  };
}
