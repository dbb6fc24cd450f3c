import type { DutyPhoneView } from '#modules/registry/contract.ts';
import { dutyPhones } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';

/** Duty numbers of the property company that serves an estate; of all of them while the estate is not known. */
export async function propertyDuty(tx: Tx, estateId: string | null): Promise<DutyPhoneView[]> {
  const companies = (await dutyPhones(tx)).filter((one) => one.kind === 'PROPERTY_COMPANY');
  const serving = companies.filter((one) => estateId !== null && one.estateIds.includes(estateId));
  return serving.length > 0 ? serving : companies;
}
