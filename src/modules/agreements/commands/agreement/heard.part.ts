import type { Tx } from '#platform/db/database.ts';
import { forumsOf, opinionsOf } from '../../store/forums.ts';

/** The forums that were asked about a draft, and how each opinion was answered. */
export async function heardSoFar(tx: Tx, agreementId: string) {
  const forums = await forumsOf(tx, agreementId);
  const opinions = await opinionsOf(
    tx,
    forums.map(({ id }) => id),
  );
  return { forums, answers: opinions.map(({ answer }) => answer) };
}
