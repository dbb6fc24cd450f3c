import type { Tx } from '#platform/db/database.ts';
import type { Service } from '../../contract/organisations.ts';
import type { Day } from '../../contract.ts';

const COLUMNS = [
  'organisation_id as organisationId',
  'estate_id as estateId',
  'from_day as fromDay',
  'to_day as toDay',
  'took_over_from as tookOverFrom',
] as const;

/** All services of an organisation or at an estate, the newest first. */
export function serviceRows(
  tx: Tx,
  of: { readonly organisationId?: string; readonly estateId?: string },
): Promise<Service[]> {
  return tx
    .schema('registry')
    .selectFrom('registry.organisation_estate')
    .select(COLUMNS)
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .$if(of.organisationId !== undefined, (q) => q.where('organisation_id', '=', of.organisationId!))
    .$if(of.estateId !== undefined, (q) => q.where('estate_id', '=', of.estateId!))
    .orderBy('from_day', 'desc')
    .execute();
}

/** The same at one estate, locked until commit. */
export function lockedServices(tx: Tx, organisationId: string, estateId: string): Promise<Service[]> {
  return tx
    .schema('registry')
    .selectFrom('registry.organisation_estate')
    .select(COLUMNS)
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('organisation_id', '=', organisationId)
    .where('estate_id', '=', estateId)
    .orderBy('from_day', 'desc')
    .forUpdate()
    .execute();
}

/** @param toldAt when the others were told of a take-over; null while its day is still to come. */
export async function insertService(
  tx: Tx,
  service: Omit<Service, 'toDay'>,
  toldAt: Date | null,
): Promise<void> {
  await tx
    .schema('registry')
    .insertInto('registry.organisation_estate')
    .values({
      neighborhood_id: tx.actor.neighborhoodId,
      organisation_id: service.organisationId,
      estate_id: service.estateId,
      from_day: service.fromDay,
      took_over_from: service.tookOverFrom,
      told_at: toldAt,
    })
    .execute();
}

export async function endService(tx: Tx, service: Service, lastDay: Day): Promise<void> {
  await tx
    .schema('registry')
    .updateTable('registry.organisation_estate')
    .set({ to_day: lastDay })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('organisation_id', '=', service.organisationId)
    .where('estate_id', '=', service.estateId)
    .where('from_day', '=', service.fromDay)
    .execute();
}

/** Take-overs whose day has come and of which nobody was told; marked as told. */
export function tellPassedServices(tx: Tx, today: Day): Promise<Service[]> {
  return tx
    .schema('registry')
    .updateTable('registry.organisation_estate')
    .set({ told_at: tx.now })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('took_over_from', 'is not', null)
    .where('told_at', 'is', null)
    .where('from_day', '<=', today)
    .returning(COLUMNS)
    .execute();
}
