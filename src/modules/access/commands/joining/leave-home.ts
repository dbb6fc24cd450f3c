import { isUuid } from '#kernel/ids.ts';
import { type Result, refuse } from '#kernel/result.ts';
import { leaveUnit } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { mayLetIn } from '../../permissions.ts';

/**
 * Leaves a home one lives in as tenant or family.
 *
 * @returns refusals `access.not-the-desk`, `access.not-for-others`, `access.home-unknown` and those of `leaveUnit`.
 */
export async function leaveHome(tx: Tx, { unitId }: { readonly unitId: string }): Promise<Result<void>> {
  const may = mayLetIn(tx.actor, 'join-home');
  if (!may.ok) return may;
  const { personId, onBehalfOf } = tx.actor;
  if (personId === null || onBehalfOf !== null) return refuse('access.not-for-others');
  if (!isUuid(unitId)) return refuse('access.home-unknown');
  return leaveUnit(tx, { personId, unitId });
}
