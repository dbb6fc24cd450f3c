import type { Tx } from '#platform/db/database.ts';
import type { InvitationPurpose } from '../../contract/invitations.ts';

export type InvitationRow = {
  readonly id: string;
  readonly personId: string;
  readonly postId: string;
  readonly purpose: InvitationPurpose;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
};

function rows(tx: Tx) {
  return tx
    .schema('access')
    .selectFrom('access.staff_invitation')
    .select([
      'id',
      'person_id as personId',
      'post_id as postId',
      'purpose',
      'issued_at as issuedAt',
      'expires_at as expiresAt',
      'used_at as usedAt',
      'revoked_at as revokedAt',
    ])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId);
}

const typed = <T extends { purpose: string }>(row: T) => ({
  ...row,
  purpose: row.purpose as InvitationPurpose,
});

/** Invitations of people, the newest first. */
export async function invitationRowsOf(tx: Tx, personIds: readonly string[]): Promise<InvitationRow[]> {
  if (personIds.length === 0) return [];
  const found = await rows(tx)
    .where('person_id', 'in', [...personIds])
    .orderBy('issued_at', 'desc')
    .execute();
  return found.map(typed);
}

/** The invitation of a link, or null. @param lock keeps others out until commit. */
export async function invitationByHash(
  tx: Tx,
  tokenHash: string,
  lock = false,
): Promise<InvitationRow | null> {
  const query = rows(tx).where('token_hash', '=', tokenHash);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ? typed(row) : null;
}

export async function insertInvitation(
  tx: Tx,
  row: Pick<InvitationRow, 'id' | 'personId' | 'postId' | 'purpose' | 'expiresAt'>,
  tokenHash: string,
): Promise<void> {
  await tx
    .schema('access')
    .insertInto('access.staff_invitation')
    .values({
      neighborhood_id: tx.actor.neighborhoodId,
      id: row.id,
      person_id: row.personId,
      post_id: row.postId,
      purpose: row.purpose,
      token_hash: tokenHash,
      issued_at: tx.now,
      expires_at: row.expiresAt,
      issued_by: tx.actor.personId,
      issued_in_post: tx.actor.post?.postId ?? null,
    })
    .execute();
}

/** Withdraws whatever link of a person still works. @returns how many did. */
export async function revokeOpenInvitations(tx: Tx, personId: string): Promise<number> {
  const revoked = await tx
    .schema('access')
    .updateTable('access.staff_invitation')
    .set({ revoked_at: tx.now })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .executeTakeFirst();
  return Number(revoked.numUpdatedRows);
}

export async function markUsed(tx: Tx, id: string): Promise<void> {
  await tx
    .schema('access')
    .updateTable('access.staff_invitation')
    .set({ used_at: tx.now })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}
