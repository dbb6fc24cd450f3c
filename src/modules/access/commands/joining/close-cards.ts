import { ok, type Result, refuse } from '#kernel/result.ts';
import { unitsOf } from '#modules/registry/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { ACCESS_EVENTS, ACCESS_SUBJECTS } from '../../contract/joining.ts';
import { mayLetIn } from '../../permissions.ts';
import { closeCardsOf } from '../../store/joining/cards.ts';

/**
 * Closes the cards of an entrance: nobody comes in by them any more.
 *
 * @returns how many were open; refusals `access.not-the-desk`, `access.no-homes-here`.
 */
export async function closeCards(
  tx: Tx,
  { stairwellId }: { readonly stairwellId: string },
): Promise<Result<number>> {
  const may = mayLetIn(tx.actor, 'make-cards');
  if (!may.ok) return may;
  const homes = await unitsOf(tx, stairwellId);
  if (homes.length === 0) return refuse('access.no-homes-here');
  const closed = await closeCardsOf(
    tx,
    homes.map((home) => home.id),
    'CLOSED',
  );
  await appendEvent(tx, {
    subjectKind: ACCESS_SUBJECTS.card,
    subjectId: stairwellId,
    kind: ACCESS_EVENTS.cardClosed,
    data: { stairwellId, cards: closed },
  });
  return ok(closed);
}
