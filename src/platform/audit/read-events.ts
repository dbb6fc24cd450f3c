import type { Tx } from '#platform/db/database.ts';

/** Everything that happened to one subject (a matter, a notice), oldest first. */
export function eventsAbout(tx: Tx, subjectKind: string, subjectId: string) {
  return tx
    .schema('platform')
    .selectFrom('platform.event')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('subject_kind', '=', subjectKind)
    .where('subject_id', '=', subjectId)
    .orderBy('seq')
    .execute();
}

/** The last thing that happened to a subject: who, in which post, when. */
export function lastEventAbout(tx: Tx, subjectKind: string, subjectId: string) {
  return tx
    .schema('platform')
    .selectFrom('platform.event')
    .select(['person_id', 'post_id', 'kind', 'at'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('subject_kind', '=', subjectKind)
    .where('subject_id', '=', subjectId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}
