import type { Insertable, Updateable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Procedure } from '../contract.ts';
import type { DecisionRow, ProcedureRow } from './escalations.ts';

/** Decisions of these escalations, in their order. */
export function decisionsOf(tx: Tx, ids: readonly string[]): Promise<DecisionRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .schema('escalations')
    .selectFrom('escalations.decision')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('escalation_id', 'in', [...ids])
    .orderBy('decided_at')
    .orderBy('id')
    .execute();
}

/** Decisions that are a resolution, `R-2026-09`. */
export function decisionsByCode(tx: Tx, code: string): Promise<DecisionRow[]> {
  return tx
    .schema('escalations')
    .selectFrom('escalations.decision')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('code', '=', code)
    .orderBy('id')
    .execute();
}

export async function insertDecision(
  tx: Tx,
  row: Omit<Insertable<DB['escalations.decision']>, 'neighborhood_id'>,
): Promise<void> {
  await tx
    .schema('escalations')
    .insertInto('escalations.decision')
    .values({ ...row, neighborhood_id: tx.actor.neighborhoodId })
    .execute();
}

export async function endDecision(tx: Tx, id: string, endedAt: Date | null): Promise<void> {
  await tx
    .schema('escalations')
    .updateTable('escalations.decision')
    .set({ ended_at: endedAt })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}

/** The chains of these escalations, in their order. */
export function proceduresOf(tx: Tx, ids: readonly string[]): Promise<ProcedureRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .schema('escalations')
    .selectFrom('escalations.procedure')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('escalation_id', 'in', [...ids])
    .orderBy('escalation_id')
    .orderBy('position')
    .$narrowType<{ kind: Procedure }>()
    .execute();
}

export async function insertProcedures(
  tx: Tx,
  escalationId: string,
  rows: readonly { readonly position: number; readonly kind: Procedure; readonly began_at: Date | null }[],
): Promise<void> {
  const neighborhood_id = tx.actor.neighborhoodId;
  await tx
    .schema('escalations')
    .insertInto('escalations.procedure')
    .values(rows.map((row) => ({ ...row, neighborhood_id, escalation_id: escalationId })))
    .execute();
}

export async function updateProcedure(
  tx: Tx,
  escalationId: string,
  position: number,
  patch: Updateable<DB['escalations.procedure']>,
): Promise<void> {
  await tx
    .schema('escalations')
    .updateTable('escalations.procedure')
    .set(patch)
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('escalation_id', '=', escalationId)
    .where('position', '=', position)
    .execute();
}
