import type { Tx } from '#platform/db/database.ts';
import type { Hours } from '../contract.ts';
import { USUAL_HOURS } from '../rules/delivery.ts';
import { hoursRow } from '../store/hours.ts';

/** The hours that hold in the neighborhood: its own, or the usual ones. */
export async function hoursNow(tx: Tx): Promise<Hours> {
  return (await hoursRow(tx)) ?? USUAL_HOURS;
}
