import type { Tx } from '#platform/db/database.ts';
import { MATTER_SUBJECT } from '../contract.ts';

/** Everything that happened to a matter, oldest first. */
export function eventsOf(tx: Tx, matterId: string) {
  return tx
    .schema('platform')
    .selectFrom('platform.event')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('subject_kind', '=', MATTER_SUBJECT)
    .where('subject_id', '=', matterId)
    .orderBy('seq')
    .execute();
}

/** The last thing that happened to a matter. */
export function lastEventOf(tx: Tx, matterId: string) {
  return tx
    .schema('platform')
    .selectFrom('platform.event')
    .select(['person_id', 'post_id', 'kind', 'at'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('subject_kind', '=', MATTER_SUBJECT)
    .where('subject_id', '=', matterId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}
