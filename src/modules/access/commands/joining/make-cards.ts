import { paperCodeFrom } from '#kernel/paper-code.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { unitsOf } from '#modules/registry/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { unforeseeableBytes } from '#platform/vault/random-bytes.ts';
import { ACCESS_EVENTS, ACCESS_SUBJECTS, CARD_CODE, CARD_DAYS } from '../../contract/joining.ts';
import { mayLetIn } from '../../permissions.ts';
import { closeCardsOf, insertCards } from '../../store/joining/cards.ts';

/** A card as it goes to the printer: the only time its code is known. */
export type MadeCard = { readonly unitId: string; readonly room: string; readonly code: string };

/**
 * Makes one card for every dwelling of an entrance, or for some of them. Cards made before stop working, so
 * that a lost sheet opens no door.
 *
 * @param given.unitIds the dwellings; all of the entrance when it is empty.
 * @returns the cards in the order of rooms; refusals `access.not-the-desk`, `access.no-homes-here`.
 */
export async function makeCards(
  tx: Tx,
  given: { readonly stairwellId: string; readonly unitIds: readonly string[] },
): Promise<Result<MadeCard[]>> {
  const may = mayLetIn(tx.actor, 'make-cards');
  if (!may.ok) return may;
  const homes = (await unitsOf(tx, given.stairwellId)).filter(
    (unit) => unit.kind === 'DWELLING' && (given.unitIds.length === 0 || given.unitIds.includes(unit.id)),
  );
  if (homes.length === 0) return refuse('access.no-homes-here');
  await closeCardsOf(
    tx,
    homes.map((home) => home.id),
    'REPLACED',
  );
  const cards = homes.map((home) => ({ id: tx.newId(), unitId: home.id, room: home.room, code: newCode() }));
  const expiresAt = new Date(tx.now.getTime() + CARD_DAYS * 86_400_000);
  await insertCards(
    tx,
    cards.map(({ id, unitId, code }) => ({
      id,
      unitId,
      expiresAt,
      codeHash: tx.vault.index(CARD_CODE, code),
    })),
  );
  await appendEvent(tx, {
    subjectKind: ACCESS_SUBJECTS.card,
    subjectId: given.stairwellId,
    kind: ACCESS_EVENTS.cardsMade,
    data: { stairwellId: given.stairwellId, cards: cards.length, unitIds: cards.map(({ unitId }) => unitId) },
  });
  return ok(cards.map(({ unitId, room, code }) => ({ unitId, room, code })));
}

function newCode(): string {
  for (;;) {
    const code = paperCodeFrom(unforeseeableBytes(40));
    if (code) return code;
  }
}
