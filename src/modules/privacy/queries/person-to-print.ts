import { personByPhone } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';

/** The id of the person known under a phone; null when nobody is. */
export async function personToPrint(tx: Tx, phoneIndex: string): Promise<string | null> {
  return (await personByPhone(tx, phoneIndex))?.id ?? null;
}
