import type { Selectable, Updateable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ResolutionState } from '../contract.ts';

export type ResolutionRow = Omit<Selectable<DB['resolutions.resolution']>, 'state'> & {
  readonly state: ResolutionState;
};

const rows = (tx: Tx) =>
  tx
    .schema('resolutions')
    .selectFrom('resolutions.resolution')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .$narrowType<{ state: ResolutionState }>();

/** A resolution by what people call it, `R-2026-09`. */
export function resolutionByCode(tx: Tx, code: string): Promise<ResolutionRow | undefined> {
  return rows(tx).where('code', '=', code).executeTakeFirst();
}

/** A resolution, locked until the transaction ends. */
export function lockResolution(tx: Tx, id: string): Promise<ResolutionRow | undefined> {
  return rows(tx).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function updateResolution(
  tx: Tx,
  id: string,
  patch: Updateable<DB['resolutions.resolution']>,
): Promise<void> {
  await tx
    .schema('resolutions')
    .updateTable('resolutions.resolution')
    .set(patch)
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}

/** Codes of resolutions by id; unknown ids are left out. */
export async function resolutionCodeRows(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await rows(tx)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(found.map((row) => [row.id, row.code]));
}
