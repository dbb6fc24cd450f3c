import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { ORGANISATION_EVENTS } from '../../contract/organisations.ts';
import { type Day, REGISTRY_SUBJECTS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { endingService } from '../../rules/organisations/service.ts';
import { endService, lockedServices } from '../../store/organisations/services.ts';

export type StopServing = {
  readonly organisationId: string;
  readonly estateId: string;
  /** Its last day there; it belongs to the service. */
  readonly lastDay: Day;
  readonly reason: string;
};

/**
 * An organisation stops serving an estate. The history stays.
 *
 * @returns refusals `registry.not-a-keeper`, `registry.estate-unknown`, `registry.day-unreadable`,
 *   `registry.serves-not`, `registry.ends-before-start`.
 */
export async function stopServing(tx: Tx, given: StopServing): Promise<Result<void>> {
  const may = mayKeep(tx.actor, 'add-organisation');
  if (!may.ok) return may;
  const { organisationId, estateId, lastDay } = given;
  if (!isUuid(organisationId) || !isUuid(estateId)) {
    return refuse('registry.estate-unknown', { field: 'estateId' });
  }
  const ending = endingService(await lockedServices(tx, organisationId, estateId), lastDay);
  if (!ending.ok) return ending;
  await endService(tx, ending.value, lastDay);
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.organisation,
    subjectId: organisationId,
    kind: ORGANISATION_EVENTS.serviceEnded,
    reason: given.reason.trim() || null,
    data: { estateId, lastDay },
  });
  return ok();
}
