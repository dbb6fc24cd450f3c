import type { Tx } from '#platform/db/database.ts';
import type { ConsentKind } from '../../contract/proxies.ts';

export type ProxyRow = {
  readonly id: string;
  readonly principalId: string;
  readonly proxyId: string;
  readonly consentKind: ConsentKind;
  readonly recordedAt: Date;
  readonly reviewDue: string;
};

function inForce(tx: Tx) {
  return tx
    .schema('access')
    .selectFrom('access.proxy')
    .select([
      'id',
      'principal_id as principalId',
      'proxy_id as proxyId',
      'consent_kind as consentKind',
      'recorded_at as recordedAt',
      'review_due as reviewDue',
    ])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('ended_at', 'is', null);
}

type Row = Awaited<ReturnType<ReturnType<typeof inForce>['execute']>>[number];
const typed = (row: Row): ProxyRow => ({ ...row, consentKind: row.consentKind as ConsentKind });

/** Proxies that have not ended; all of them (the review longest due first), or those of one person either way. */
export async function proxyRows(
  tx: Tx,
  of?: { readonly proxyId: string } | { readonly principalId: string },
): Promise<ProxyRow[]> {
  const rows = await inForce(tx)
    .$if(of !== undefined && 'proxyId' in of, (q) =>
      q.where('proxy_id', '=', of && 'proxyId' in of ? of.proxyId : ''),
    )
    .$if(of !== undefined && 'principalId' in of, (q) =>
      q.where('principal_id', '=', of && 'principalId' in of ? of.principalId : ''),
    )
    .orderBy('review_due')
    .orderBy('id')
    .execute();
  return rows.map(typed);
}

/** A proxy that has not ended, locked until commit, or null. */
export async function lockedProxy(tx: Tx, id: string): Promise<ProxyRow | null> {
  const row = await inForce(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row ? typed(row) : null;
}

export async function insertProxy(
  tx: Tx,
  row: Omit<ProxyRow, 'recordedAt'> & { readonly consentWords: string },
): Promise<void> {
  await tx
    .schema('access')
    .insertInto('access.proxy')
    .values({
      neighborhood_id: tx.actor.neighborhoodId,
      id: row.id,
      principal_id: row.principalId,
      proxy_id: row.proxyId,
      consent_kind: row.consentKind,
      consent_words: row.consentWords,
      recorded_at: tx.now,
      recorded_by: tx.actor.personId,
      recorded_in_post: tx.actor.post?.postId ?? null,
      reviewed_at: tx.now,
      review_due: row.reviewDue,
    })
    .execute();
}

export async function setReviewed(tx: Tx, id: string, reviewDue: string): Promise<void> {
  await tx
    .schema('access')
    .updateTable('access.proxy')
    .set({ reviewed_at: tx.now, review_due: reviewDue })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}

export async function setEnded(tx: Tx, id: string, by: 'PRINCIPAL' | 'PROXY' | 'STAFF'): Promise<void> {
  await tx
    .schema('access')
    .updateTable('access.proxy')
    .set({ ended_at: tx.now, ended_by: by, ended_by_person_id: tx.actor.personId })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}
