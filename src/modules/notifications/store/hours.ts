import type { Tx } from '#platform/db/database.ts';
import type { Hours } from '../contract.ts';

/** The neighborhood's own hours, or null while nobody set any. */
export async function hoursRow(tx: Tx): Promise<Hours | null> {
  const row = await tx
    .schema('notifications')
    .selectFrom('notifications.hours')
    .select(['quiet_from as quietFrom', 'quiet_to as quietTo', 'digest_at as digestAt'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .executeTakeFirst();
  return row ?? null;
}

export async function keepHours(tx: Tx, hours: Hours): Promise<void> {
  const row = { quiet_from: hours.quietFrom, quiet_to: hours.quietTo, digest_at: hours.digestAt };
  await tx
    .schema('notifications')
    .insertInto('notifications.hours')
    .values({ neighborhood_id: tx.actor.neighborhoodId, ...row })
    .onConflict((c) => c.column('neighborhood_id').doUpdateSet(row))
    .execute();
}
