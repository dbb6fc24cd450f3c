import type { Insertable, Selectable, Updateable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import type { RulesState } from '../contract/rules-of-procedure.ts';

export type RulesRow = Omit<Selectable<DB['agreements.rules_version']>, 'state'> & {
  readonly state: RulesState;
};

const rows = (tx: Tx) =>
  tx
    .schema('agreements')
    .selectFrom('agreements.rules_version')
    .selectAll()
    .$narrowType<{ state: RulesState }>()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId);

/** All versions, the one to hold last on top; drafts before them. */
export function allRules(tx: Tx): Promise<RulesRow[]> {
  return rows(tx)
    .orderBy('effective_from', (o) => o.desc().nullsFirst())
    .orderBy('drafted_at', 'desc')
    .execute();
}

export function rulesById(tx: Tx, id: string): Promise<RulesRow | undefined> {
  return rows(tx).where('id', '=', id).executeTakeFirst();
}

/** A version, locked until the transaction ends. */
export function lockRules(tx: Tx, id: string): Promise<RulesRow | undefined> {
  return rows(tx).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Whether another version has this name. */
export async function labelTaken(tx: Tx, label: string, butId: string): Promise<boolean> {
  const row = await rows(tx).where('label', '=', label).where('id', '!=', butId).executeTakeFirst();
  return row !== undefined;
}

export async function insertRules(
  tx: Tx,
  row: Omit<Insertable<DB['agreements.rules_version']>, 'neighborhood_id'>,
): Promise<void> {
  await tx
    .schema('agreements')
    .insertInto('agreements.rules_version')
    .values({ ...row, neighborhood_id: tx.actor.neighborhoodId })
    .execute();
}

export async function updateRules(
  tx: Tx,
  id: string,
  patch: Updateable<DB['agreements.rules_version']>,
): Promise<void> {
  await tx
    .schema('agreements')
    .updateTable('agreements.rules_version')
    .set((e) => ({ ...patch, version: e('version', '+', 1) }))
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}
