import type { Tx } from '#platform/db/database.ts';
import { findMatterByCode } from '../../store/matters.ts';
import { pinOf } from '../../store/pin.ts';

/** Compared when there is no such code, so that both answers take the same work. */
const NOBODY = '00000000-0000-7000-8000-000000000000';

/** Whether a code and a PIN belong together. A wrong code and a wrong PIN are the same answer. */
export async function pinFits(tx: Tx, code: string, pin: string): Promise<boolean> {
  const row = await findMatterByCode(tx, code);
  const right = tx.vault.index('query-pin-check', pinOf(tx.vault, row?.id ?? NOBODY));
  return tx.vault.matches('query-pin-check', pin, right) && row !== undefined;
}
