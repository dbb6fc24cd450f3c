import { matterIdByCode } from '#modules/matters/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';

/** Ids of matters by the codes people typed, and the first word that is none. */
export async function mattersNamed(
  tx: Tx,
  typed: string,
): Promise<{ readonly ids: readonly string[]; readonly unknown: string | null }> {
  const words = typed
    .normalize('NFKC')
    .split(/[\s,;、]+/)
    .filter((word) => word !== '');
  const ids: string[] = [];
  for (const word of words) {
    const id = await matterIdByCode(tx, word.toUpperCase());
    if (id === null) return { ids, unknown: word };
    ids.push(id);
  }
  return { ids, unknown: null };
}
