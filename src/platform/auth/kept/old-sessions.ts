import type { Tx } from '#platform/db/database.ts';

/** Sessions of this neighborhood that ended, by sign-out or by time, before a moment. */
export async function countOldSessions(tx: Tx, before: Date): Promise<number> {
  const row = await tx
    .schema('platform')
    .selectFrom('platform.session')
    .select((e) => e.fn.countAll<string>().as('n'))
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where((e) => e.or([e('ended_at', '<', before), e('expires_at', '<', before)]))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Deletes them; @returns how many. */
export async function deleteOldSessions(tx: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .schema('platform')
    .deleteFrom('platform.session')
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where((e) => e.or([e('ended_at', '<', before), e('expires_at', '<', before)]))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
