import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { REGISTRY_EVENTS, REGISTRY_SUBJECTS } from '../../contract.ts';
import { dayOf } from '../../rules/day.ts';
import { owns } from '../../rules/people/holdings.ts';
import { holdingsOfUnits, lockUnit, setHoldingEnd } from '../../store/people/households.ts';

/**
 * Somebody leaves a home they live in. An owner does not leave by a tap: a sale is entered by the desk. Asks no
 * permission of its own; a piece for `access`.
 *
 * @returns refusals `registry.unit-unknown`, `registry.holding-unknown`, `registry.owners-do-not-leave`.
 */
export async function leaveUnit(
  tx: Tx,
  { personId, unitId }: { readonly personId: string; readonly unitId: string },
): Promise<Result<void>> {
  if (!(await lockUnit(tx, unitId))) return refuse('registry.unit-unknown');
  const mine = (await holdingsOfUnits(tx, [unitId])).filter(
    (one) => one.personId === personId && one.toDay === null,
  );
  if (mine.length === 0) return refuse('registry.holding-unknown');
  if (mine.some((one) => owns(one.relation))) return refuse('registry.owners-do-not-leave');
  for (const holding of mine) await setHoldingEnd(tx, holding.id, dayOf(tx.now), 'MOVED_OUT');
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.unit,
    subjectId: unitId,
    kind: REGISTRY_EVENTS.leftUnit,
    data: { personId },
  });
  return ok();
}
