import { readPaperCode } from '#kernel/paper-code.ts';
import type { Tx } from '#platform/db/database.ts';
import { CARD_CODE } from '../../contract/joining.ts';
import { cardOfCode } from '../../store/joining/cards.ts';

/** The unit of a card that still works, by its code as typed, or null. */
export async function homeOfCard(tx: Tx, typed: string): Promise<string | null> {
  const code = readPaperCode(typed);
  const card = code === null ? null : await cardOfCode(tx, tx.vault.index(CARD_CODE, code));
  return card && card.closedAt === null && card.expiresAt > tx.now ? card.unitId : null;
}
