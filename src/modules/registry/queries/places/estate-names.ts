import type { Tx } from '#platform/db/database.ts';
import type { TwoNames } from '../../contract.ts';
import { estateRows } from '../../store/places/places.ts';

export type EstateName = TwoNames & { readonly id: string };

/** The estates of the neighborhood by name, in their order. */
export async function estateNames(tx: Tx): Promise<EstateName[]> {
  return (await estateRows(tx)).map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn }));
}
