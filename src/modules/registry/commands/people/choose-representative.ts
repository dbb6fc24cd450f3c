import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { OWNING_RELATIONS, REGISTRY_EVENTS, REGISTRY_SUBJECTS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { lockedHolding, setRepresentative } from '../../store/people/households.ts';

/**
 * Writes down which of the co-owners speaks for the unit; the one before no longer does.
 *
 * @returns refusals `registry.not-a-keeper`, `registry.holding-unknown`, `registry.holding-ended`,
 *   `registry.representative-is-owner`.
 */
export async function chooseRepresentative(
  tx: Tx,
  { holdingId }: { readonly holdingId: string },
): Promise<Result<void>> {
  const may = mayKeep(tx.actor, 'choose-representative');
  if (!may.ok) return may;
  const holding = isUuid(holdingId) ? await lockedHolding(tx, holdingId) : null;
  if (!holding) return refuse('registry.holding-unknown');
  if (holding.toDay !== null) return refuse('registry.holding-ended', { params: { day: holding.toDay } });
  if (!OWNING_RELATIONS.includes(holding.relation)) return refuse('registry.representative-is-owner');
  await setRepresentative(tx, holding.unitId, holding.id);
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.unit,
    subjectId: holding.unitId,
    kind: REGISTRY_EVENTS.representativeChosen,
    data: { holdingId },
  });
  return ok();
}
