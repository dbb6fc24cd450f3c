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

/** When a person used the card of a household, the newest first. */
export function ownCardRows(tx: Tx, personId: string) {
  return tx
    .schema('access')
    .selectFrom('access.card_use')
    .select(['at'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('person_id', '=', personId)
    .orderBy('at', 'desc')
    .execute();
}

/** What a person wrote when they asked to be let in, and how it was answered. */
export function ownJoinRows(tx: Tx, personId: string) {
  return tx
    .schema('access')
    .selectFrom('access.join_request')
    .select(['name', 'note as text', 'state', 'asked_at as askedAt', 'refused_text as answer'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('person_id', '=', personId)
    .orderBy('asked_at', 'desc')
    .execute();
}

/** Who acts for a person, and for whom the person acts; `isPrincipal`: somebody acts for them. */
export async function ownProxyRows(tx: Tx, personId: string) {
  const rows = await tx
    .schema('access')
    .selectFrom('access.proxy')
    .select(['principal_id', 'recorded_at as since', 'consent_words as text', 'ended_at as endedAt'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where((e) => e.or([e('principal_id', '=', personId), e('proxy_id', '=', personId)]))
    .orderBy('recorded_at', 'desc')
    .execute();
  return rows.map(({ principal_id, ...row }) => ({ isPrincipal: principal_id === personId, ...row }));
}
