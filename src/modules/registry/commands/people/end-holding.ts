import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import type { EndReason } from '../../contract/holdings.ts';
import { type Day, REGISTRY_EVENTS, REGISTRY_SUBJECTS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { mayEndHolding } from '../../rules/people/holdings.ts';
import { lockedHolding, setHoldingEnd } from '../../store/people/households.ts';

export type EndHolding = {
  readonly holdingId: string;
  /** The last day, which still belongs to it. */
  readonly lastDay: Day;
  readonly because: EndReason;
};

/**
 * Ends how somebody belongs to a unit. The row stays as history.
 *
 * @returns refusals `registry.not-a-keeper`, `registry.holding-unknown` and those of `mayEndHolding`.
 */
export async function endHolding(tx: Tx, given: EndHolding): Promise<Result<void>> {
  const may = mayKeep(tx.actor, 'end-holding');
  if (!may.ok) return may;
  const holding = isUuid(given.holdingId) ? await lockedHolding(tx, given.holdingId) : null;
  if (!holding) return refuse('registry.holding-unknown');
  const ends = mayEndHolding(holding, given.lastDay, given.because);
  if (!ends.ok) return ends;
  await setHoldingEnd(tx, holding.id, given.lastDay, given.because);
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.unit,
    subjectId: holding.unitId,
    kind: REGISTRY_EVENTS.holdingEnded,
    data: { ...given, relation: holding.relation, personId: holding.personId },
  });
  return ok();
}
