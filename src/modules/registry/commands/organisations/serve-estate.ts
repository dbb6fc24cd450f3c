import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { ORGANISATION_EVENTS } from '../../contract/organisations.ts';
import { type Day, REGISTRY_SUBJECTS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { mayServe } from '../../rules/organisations/service.ts';
import { lockedOrganisation } from '../../store/organisations/kept-organisations.ts';
import { insertService, lockedServices } from '../../store/organisations/services.ts';
import { estateRows } from '../../store/places/places.ts';

export type ServeEstate = {
  readonly organisationId: string;
  readonly estateId: string;
  readonly fromDay: Day;
};

/**
 * An organisation serves an estate from a day on. A property company that follows another one is
 * `replace-property-company`, which also passes on what is open.
 *
 * @returns refusals `registry.not-a-keeper`, `registry.organisation-unknown`, `registry.estate-unknown`,
 *   `registry.day-unreadable`, `registry.serves-already`.
 */
export async function serveEstate(tx: Tx, given: ServeEstate): Promise<Result<void>> {
  const may = mayKeep(tx.actor, 'add-organisation');
  if (!may.ok) return may;
  const { organisationId, estateId, fromDay } = given;
  if (!isUuid(organisationId) || !(await lockedOrganisation(tx, organisationId))) {
    return refuse('registry.organisation-unknown');
  }
  if (!(await estateRows(tx)).some((estate) => estate.id === estateId)) {
    return refuse('registry.estate-unknown', { field: 'estateId' });
  }
  const free = mayServe(await lockedServices(tx, organisationId, estateId), fromDay);
  if (!free.ok) return free;
  await insertService(tx, { organisationId, estateId, fromDay, tookOverFrom: null }, null);
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.organisation,
    subjectId: organisationId,
    kind: ORGANISATION_EVENTS.serviceBegan,
    data: { estateId, fromDay },
  });
  return ok();
}
