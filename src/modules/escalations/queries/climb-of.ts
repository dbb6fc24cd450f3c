import { FINAL_STATUSES } from '#modules/matters/contract.ts';
import { climbingMatters, matterIdByCode } from '#modules/matters/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { lastOf } from '../store/escalations.ts';

/** A matter before it climbs. */
export type Climb = {
  /** Where to read of it: it climbs now, or is over and did. */
  readonly escalationId: string | null;
  readonly title: string;
  /** It is over and never climbed. */
  readonly isOver: boolean;
};

/** Whether a matter climbs or did, by its code as people type it; null: no such matter. */
export async function climbOf(tx: Tx, code: string): Promise<Climb | null> {
  const id = await matterIdByCode(tx, code.normalize('NFKC').toUpperCase());
  const matter = id === null ? undefined : (await climbingMatters(tx, [id])).get(id);
  if (!matter) return null;
  const last = await lastOf(tx, matter.id);
  const isOver = FINAL_STATUSES.includes(matter.status);
  const isShown = last !== undefined && (isOver || last.ended_at === null);
  return { escalationId: isShown ? last.id : null, title: matter.title, isOver: isOver && !isShown };
}
