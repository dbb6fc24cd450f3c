import type { PlanTarget, SitePlan } from '#modules/registry/contract/site-plan.ts';
import type { EstateNode } from '#modules/registry/contract.ts';
import { placeTree, sitePlans } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { inScope, openByPlace } from '../../store/desk/listing.ts';
import { deskAsker, deskScope } from './desk-asker.ts';
import { type DeskItem, openAt } from './desk-list.ts';

/** What is open at a place. */
export type OpenCount = { readonly open: number; readonly overdue: number };

export type DeskPlan = {
  readonly estates: readonly EstateNode[];
  readonly estate: EstateNode;
  /** Null when the estate has no plan; the counts below the plan are there all the same. */
  readonly plan: SitePlan | null;
  /** By building or common part. */
  readonly open: Readonly<Record<string, OpenCount>>;
  /** Open ones that name neither a building nor a common part. */
  readonly elsewhere: number;
  readonly chosen: PlanTarget | null;
  readonly items: readonly DeskItem[];
};

/**
 * Open matters on the plan of an estate, as far as the reader may see them, and those of the place pressed.
 *
 * @param asked ids from the address; an unknown estate gives the first one, an unknown place none.
 * @returns null while the neighborhood has no estate.
 */
export async function deskPlan(
  tx: Tx,
  asked: { readonly estateId: string | null; readonly placeId: string | null },
): Promise<DeskPlan | null> {
  const estates = await placeTree(tx);
  const estate = estates.find((one) => one.id === asked.estateId) ?? estates[0];
  if (!estate) return null;
  const [plan = null] = await sitePlans(tx, estate.id);
  const rows = await openByPlace(tx, estate.id, inScope(deskScope(tx, await deskAsker(tx))));
  const open: Record<string, OpenCount> = {};
  for (const { place, ...counts } of rows) if (place) open[place] = counts;
  const chosen = targetOf(estate, plan, asked.placeId);
  return {
    estates,
    estate,
    plan,
    open,
    elsewhere: rows.find((row) => row.place === null)?.open ?? 0,
    chosen,
    items: chosen ? await openAt(tx, chosen) : [],
  };
}

function targetOf(estate: EstateNode, plan: SitePlan | null, id: string | null): PlanTarget | null {
  const drawn = plan?.shapes.find((shape) => shape.target.id === id)?.target;
  if (drawn) return drawn;
  const building = estate.buildings.find((one) => one.id === id);
  return building ? { kind: 'BUILDING', id: building.id, number: building.number } : null;
}
