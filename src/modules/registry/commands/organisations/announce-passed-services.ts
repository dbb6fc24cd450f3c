import { ok, type Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { dayOf } from '../../rules/day.ts';
import { tellPassedServices } from '../../store/organisations/services.ts';
import { tellPassedOn } from './replace-property-company.ts';

/**
 * Tells of property companies whose first day has come, when it had been laid down before. Run by a timer.
 *
 * @returns how many there were.
 */
export async function announcePassedServices(tx: Tx): Promise<Result<number>> {
  const services = await tellPassedServices(tx, dayOf(tx.now));
  for (const service of services) {
    await tellPassedOn(tx, {
      estateId: service.estateId,
      fromOrgId: service.tookOverFrom ?? '',
      toOrgId: service.organisationId,
      day: service.fromDay,
    });
  }
  return ok(services.length);
}
