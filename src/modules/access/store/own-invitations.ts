import type { Tx } from '#platform/db/database.ts';

/** Links issued to a person, without the links. */
export function ownInvitationRows(tx: Tx, personId: string) {
  return tx
    .schema('access')
    .selectFrom('access.staff_invitation')
    .select(['issued_at as issuedAt', 'used_at as usedAt', 'revoked_at as revokedAt'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('person_id', '=', personId)
    .orderBy('issued_at', 'desc')
    .execute();
}
