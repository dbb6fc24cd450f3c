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

/**
 * How many events since a moment name one of these ids, as subject, as who did it or for whom, or in their
 * data. Events of every module hold ids, so this tells whether something is in use.
 */
export async function eventsNaming(tx: Tx, ids: ReadonlySet<string>, since: Date): Promise<number> {
  const rows = await tx
    .schema('platform')
    .selectFrom('platform.event')
    .select(['subject_id', 'person_id', 'on_behalf_of', 'data'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('at', '>=', since)
    .execute();
  const named = (text: string) => text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
  return rows.filter((row) => named(JSON.stringify(row)).some((id) => ids.has(id))).length;
}

/** The last event of a kind in the neighborhood. */
export function lastEventOfKind(tx: Tx, kind: string) {
  return tx
    .schema('platform')
    .selectFrom('platform.event')
    .select(['person_id', 'post_id', 'at', 'data'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('kind', '=', kind)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
