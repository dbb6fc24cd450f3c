import type { EstateNode } from '#modules/registry/contract.ts';
import { placeTree, unitsOf } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { mayLetIn } from '../../permissions.ts';
import { openCards } from '../../store/joining/cards.ts';

/** A dwelling with its card, if one is open. */
export type HomeCard = {
  readonly unitId: string;
  readonly room: string;
  readonly expiresAt: Date | null;
  /** How many people came in by it. */
  readonly uses: number;
};

export type CardsPage = {
  readonly estates: readonly EstateNode[];
  /** The entrance chosen, with its dwellings; null before one is chosen. */
  readonly chosen: { readonly stairwellId: string; readonly homes: readonly HomeCard[] } | null;
};

/** Entrances to choose from, and the cards of one; null for whoever makes none. */
export async function cardsOf(tx: Tx, stairwellId: string | null): Promise<CardsPage | null> {
  if (!mayLetIn(tx.actor, 'make-cards').ok) return null;
  const estates = await placeTree(tx);
  if (stairwellId === null) return { estates, chosen: null };
  const homes = (await unitsOf(tx, stairwellId)).filter((unit) => unit.kind === 'DWELLING');
  if (homes.length === 0) return { estates, chosen: null };
  const cards = await openCards(
    tx,
    homes.map((home) => home.id),
  );
  return {
    estates,
    chosen: {
      stairwellId,
      homes: homes.map(({ id, room }) => {
        const card = cards.find((one) => one.unitId === id && one.expiresAt > tx.now);
        return { unitId: id, room, expiresAt: card?.expiresAt ?? null, uses: Number(card?.uses ?? 0) };
      }),
    },
  };
}
