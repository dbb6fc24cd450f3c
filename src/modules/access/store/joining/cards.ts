import type { Tx } from '#platform/db/database.ts';

export type CardRow = {
  readonly id: string;
  readonly unitId: string;
  readonly expiresAt: Date;
  readonly closedAt: Date | null;
};

export async function insertCards(
  tx: Tx,
  cards: readonly {
    readonly id: string;
    readonly unitId: string;
    readonly codeHash: string;
    readonly expiresAt: Date;
  }[],
): Promise<void> {
  const rows = cards.map((card) => ({
    neighborhood_id: tx.actor.neighborhoodId,
    id: card.id,
    unit_id: card.unitId,
    code_hash: card.codeHash,
    made_at: tx.now,
    made_by: tx.actor.personId,
    expires_at: card.expiresAt,
  }));
  await tx.schema('access').insertInto('access.household_card').values(rows).execute();
}

/** Closes every open card of these units. */
export async function closeCardsOf(
  tx: Tx,
  unitIds: readonly string[],
  because: 'REPLACED' | 'CLOSED',
): Promise<number> {
  const closed = await tx
    .schema('access')
    .updateTable('access.household_card')
    .set({ closed_at: tx.now, closed_because: because })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('unit_id', 'in', [...unitIds])
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return Number(closed.numUpdatedRows);
}

/** The card of a code, open or not, or null. */
export async function cardOfCode(tx: Tx, codeHash: string): Promise<CardRow | null> {
  const row = await tx
    .schema('access')
    .selectFrom('access.household_card')
    .select(['id', 'unit_id as unitId', 'expires_at as expiresAt', 'closed_at as closedAt'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('code_hash', '=', codeHash)
    .executeTakeFirst();
  return row ?? null;
}

/** Writes down who came in with a card; again by the same person changes nothing. */
export async function noteCardUse(tx: Tx, cardId: string, personId: string): Promise<void> {
  await tx
    .schema('access')
    .insertInto('access.card_use')
    .values({ neighborhood_id: tx.actor.neighborhoodId, card_id: cardId, person_id: personId, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Open cards of these units, with how many people came in by each. */
export function openCards(tx: Tx, unitIds: readonly string[]) {
  return tx
    .schema('access')
    .selectFrom('access.household_card as c')
    .leftJoin('access.card_use as u', (join) =>
      join.onRef('u.neighborhood_id', '=', 'c.neighborhood_id').onRef('u.card_id', '=', 'c.id'),
    )
    .select((eb) => [
      'c.unit_id as unitId',
      'c.made_at as madeAt',
      'c.expires_at as expiresAt',
      eb.fn.count<string>('u.person_id').as('uses'),
    ])
    .where('c.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('c.closed_at', 'is', null)
    .where('c.unit_id', 'in', [...unitIds])
    .groupBy(['c.neighborhood_id', 'c.id', 'c.unit_id', 'c.made_at', 'c.expires_at'])
    .execute();
}
