import { type Refusal, refuse } from '#kernel/result.ts';
import { peopleByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ObjectionRow } from '../../store/objections.ts';

/**
 * Refused when a text that everybody will read names whoever objected, whatever the gate made of it.
 *
 * @source domain brief §4.13, "published without name"; PIPL art. 25
 */
export async function namesObjector(
  tx: Tx,
  row: ObjectionRow,
  texts: readonly string[],
): Promise<Refusal | null> {
  const known = row.person_id ? (await peopleByIds(tx, [row.person_id])).get(row.person_id)?.name : null;
  const name = known ?? (row.name_cipher ? tx.vault.decrypt(row.name_cipher) : '');
  return name !== '' && texts.some((text) => text.includes(name))
    ? refuse('notices.names-the-objector', { source: 'DOMAIN §4.13' }).refusal
    : null;
}
