import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { ORGANISATION_EVENTS, type ServicePassedOn } from '../../contract/organisations.ts';
import { type Day, REGISTRY_SUBJECTS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { dayOf, isDay } from '../../rules/day.ts';
import { mayFollow } from '../../rules/organisations/service.ts';
import { daysLater } from '../../rules/terms/committee-rules.ts';
import { organisationRows } from '../../store/organisations/organisations.ts';
import { endService, insertService, lockedServices } from '../../store/organisations/services.ts';

export type ReplaceCompany = {
  readonly estateId: string;
  /** The company that serves the estate until the day before. */
  readonly predecessorId: string;
  readonly successorId: string;
  /** First day of the successor. */
  readonly day: Day;
  readonly reason: string;
};

/**
 * Another property company takes an estate over: the old one serves it until the day before, the new one from
 * the day on. On that day the successor's desk takes over what is open there (event
 * `registry.service-passed-on`); what the old company promised in agreements stays its own.
 *
 * @returns refusals `registry.not-a-keeper`, `registry.company-unknown`, `registry.same-company`,
 *   `registry.day-unreadable`, `registry.serves-not`, `registry.serves-already`, `registry.why-missing`.
 */
export async function replacePropertyCompany(tx: Tx, given: ReplaceCompany): Promise<Result<void>> {
  const may = mayKeep(tx.actor, 'add-organisation');
  if (!may.ok) return may;
  const { estateId, predecessorId, successorId, day } = given;
  if (!isDay(day)) return refuse('registry.day-unreadable', { field: 'day' });
  if (given.reason.trim() === '') return refuse('registry.why-missing', { field: 'reason' });
  if (predecessorId === successorId) return refuse('registry.same-company', { field: 'successorId' });
  const ids = [predecessorId, successorId];
  const known = ids.every(isUuid) && isUuid(estateId) ? await organisationRows(tx, ids, day) : [];
  if (known.filter((org) => org.kind === 'PROPERTY_COMPANY').length < 2) {
    return refuse('registry.company-unknown', { field: 'successorId' });
  }
  const dayBefore = daysLater(day, -1);
  const ending = mayFollow(
    await lockedServices(tx, predecessorId, estateId),
    await lockedServices(tx, successorId, estateId),
    dayBefore,
    day,
  );
  if (!ending.ok) return ending;
  await endService(tx, ending.value, dayBefore);
  const passesNow = day <= dayOf(tx.now);
  await insertService(
    tx,
    { organisationId: successorId, estateId, fromDay: day, tookOverFrom: predecessorId },
    passesNow ? tx.now : null,
  );
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.organisation,
    subjectId: predecessorId,
    kind: ORGANISATION_EVENTS.serviceEnded,
    reason: given.reason.trim(),
    data: { estateId, lastDay: dayBefore, successorId },
  });
  if (passesNow) await tellPassedOn(tx, { estateId, fromOrgId: predecessorId, toOrgId: successorId, day });
  return ok();
}

/** Tells the other modules that a service has passed on. */
export async function tellPassedOn(tx: Tx, passed: ServicePassedOn): Promise<void> {
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.organisation,
    subjectId: passed.toOrgId,
    kind: ORGANISATION_EVENTS.servicePassedOn,
    data: passed,
  });
}
