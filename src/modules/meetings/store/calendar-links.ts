import type { Tx } from '#platform/db/database.ts';

const links = (tx: Tx) =>
  tx
    .schema('meetings')
    .selectFrom('meetings.calendar_link')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId);

/** The calendar link of a person. */
export function calendarLinkOf(tx: Tx, personId: string) {
  return links(tx).where('person_id', '=', personId).executeTakeFirst();
}

/** Whose calendar a token opens; undefined: nobody's, or not any more. */
export function calendarLinkByHash(tx: Tx, tokenHash: string) {
  return links(tx).where('token_hash', '=', tokenHash).executeTakeFirst();
}

/** Keeps a person's link; the one before opens nothing any more. */
export async function keepCalendarLink(tx: Tx, personId: string, tokenHash: string): Promise<void> {
  const kept = { token_hash: tokenHash, made_at: tx.now };
  await tx
    .schema('meetings')
    .insertInto('meetings.calendar_link')
    .values({ neighborhood_id: tx.actor.neighborhoodId, person_id: personId, ...kept })
    .onConflict((c) => c.columns(['neighborhood_id', 'person_id']).doUpdateSet(kept))
    .execute();
}

/** Takes a person's link back. @returns whether there was one. */
export async function dropCalendarLink(tx: Tx, personId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .schema('meetings')
    .deleteFrom('meetings.calendar_link')
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
