import type { Tx } from '#platform/db/database.ts';
import type { ForumKind, OpinionAnswer } from '../../contract/forums.ts';
import { forumsOf, opinionsOf } from '../../store/forums.ts';

/** A forum that was asked about the draft; one that was not held says why. */
export type ForumView = {
  readonly id: string;
  readonly kind: ForumKind;
  readonly heldOn: string | null;
  readonly attended: number | null;
  readonly whyNot: string | null;
  readonly opinions: readonly {
    readonly id: string;
    readonly said: string;
    readonly answer: OpinionAnswer | null;
    readonly reason: string | null;
  }[];
};

/** The forums that were asked about an agreement, what was said there and what became of it. */
export async function forumViews(tx: Tx, agreementId: string): Promise<ForumView[]> {
  const forums = await forumsOf(tx, agreementId);
  const said = await opinionsOf(
    tx,
    forums.map(({ id }) => id),
  );
  return forums.map(({ id, kind, held_on: heldOn, attended, why_not: whyNot }) => ({
    id,
    kind,
    heldOn,
    attended,
    whyNot,
    opinions: said
      .filter((one) => one.forum_id === id)
      .map((one) => ({ id: one.id, said: one.said, answer: one.answer, reason: one.reason })),
  }));
}
