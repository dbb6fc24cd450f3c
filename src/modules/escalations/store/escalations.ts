import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import { ENDED, type EscalationState, type Forum, type Procedure, type Trigger } from '../contract.ts';

export type EscalationRow = Omit<Selectable<DB['escalations.escalation']>, 'state' | 'forum'> & {
  readonly state: EscalationState;
  readonly forum: Forum | null;
};
export type TriggerRow = Selectable<DB['escalations.trigger']> & { readonly trigger: Trigger };
export type DecisionRow = Selectable<DB['escalations.decision']>;
export type ProcedureRow = Selectable<DB['escalations.procedure']> & { readonly kind: Procedure };
export type EscalationPatch = Updateable<DB['escalations.escalation']>;

const escalations = (tx: Tx) =>
  tx
    .schema('escalations')
    .selectFrom('escalations.escalation')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .$narrowType<{ state: EscalationState; forum: Forum | null }>();

export function escalationById(tx: Tx, id: string): Promise<EscalationRow | undefined> {
  return escalations(tx).where('id', '=', id).executeTakeFirst();
}

export function escalationsByIds(tx: Tx, ids: readonly string[]): Promise<EscalationRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return escalations(tx)
    .where('id', 'in', [...ids])
    .execute();
}

/** An escalation, locked until the transaction ends. */
export function lockEscalation(tx: Tx, id: string): Promise<EscalationRow | undefined> {
  return escalations(tx).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** The last escalation of a matter, an open one before all others. */
export function lastOf(tx: Tx, matterId: string): Promise<EscalationRow | undefined> {
  return escalations(tx)
    .where('matter_id', '=', matterId)
    .orderBy(sql`ended_at desc nulls first`)
    .limit(1)
    .executeTakeFirst();
}

/** The open escalation of a matter, locked. */
export function lockOpenOf(tx: Tx, matterId: string): Promise<EscalationRow | undefined> {
  return escalations(tx)
    .where('matter_id', '=', matterId)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

/** Escalations that are open, the oldest first. */
export function openRows(tx: Tx, limit: number): Promise<EscalationRow[]> {
  return escalations(tx)
    .where('ended_at', 'is', null)
    .orderBy('proposed_at')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Escalations that are over, the last on top. */
export function endedRows(tx: Tx, limit: number): Promise<EscalationRow[]> {
  return escalations(tx)
    .where('state', 'in', [...ENDED])
    .orderBy('ended_at', 'desc')
    .limit(limit)
    .execute();
}

/** Those that wait for a meeting. */
export function awaitingMeeting(tx: Tx): Promise<EscalationRow[]> {
  return escalations(tx)
    .where('state', 'in', ['SCHEDULED', 'AD_HOC'])
    .orderBy(sql`(state = 'AD_HOC')`, 'desc')
    .orderBy('proposed_at')
    .execute();
}

/** Matters of open escalations for which a way was chosen. */
export async function mattersUnderWay(tx: Tx): Promise<string[]> {
  const rows = await tx
    .schema('escalations')
    .selectFrom('escalations.escalation')
    .select('matter_id')
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('ended_at', 'is', null)
    .where('state', 'not in', ['PROPOSED', 'TRIAGED'])
    .execute();
  return rows.map((row) => row.matter_id);
}

/** Open ones of which something should have been told by now, locked unless another copy has them. */
export function withSomethingDue(tx: Tx, limit: number): Promise<EscalationRow[]> {
  return escalations(tx)
    .where('ended_at', 'is', null)
    .where((e) =>
      e.or([
        sql<boolean>`state in ('PROPOSED', 'TRIAGED') and triage_due_at < ${tx.now} and not 'TRIAGE' = any(told)`,
        sql<boolean>`state = 'AD_HOC' and ad_hoc_due_at < ${tx.now} and not 'AD_HOC' = any(told)`,
        sql<boolean>`interim_at is null and interim_due_at < ${tx.now} and not 'INTERIM' = any(told)`,
      ]),
    )
    .orderBy('proposed_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

export async function insertEscalation(
  tx: Tx,
  row: Omit<Insertable<DB['escalations.escalation']>, 'neighborhood_id'>,
): Promise<void> {
  await tx
    .schema('escalations')
    .insertInto('escalations.escalation')
    .values({ ...row, neighborhood_id: tx.actor.neighborhoodId })
    .execute();
}

export async function updateEscalation(tx: Tx, id: string, patch: EscalationPatch): Promise<void> {
  await tx
    .schema('escalations')
    .updateTable('escalations.escalation')
    .set((e) => ({ ...patch, version: e('version', '+', 1) }))
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}

/** Whether a trigger was raised for a matter in one of its rounds. */
export async function wasRaised(tx: Tx, matterId: string, trigger: Trigger, round: number): Promise<boolean> {
  const row = await tx
    .schema('escalations')
    .selectFrom('escalations.trigger as t')
    .innerJoin('escalations.escalation as e', (join) =>
      join.onRef('e.neighborhood_id', '=', 't.neighborhood_id').onRef('e.id', '=', 't.escalation_id'),
    )
    .select('t.trigger')
    .where('t.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('e.matter_id', '=', matterId)
    .where('t.trigger', '=', trigger)
    .where('t.round', '=', round)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertTrigger(
  tx: Tx,
  row: Omit<Insertable<DB['escalations.trigger']>, 'neighborhood_id'>,
): Promise<void> {
  await tx
    .schema('escalations')
    .insertInto('escalations.trigger')
    .values({ ...row, neighborhood_id: tx.actor.neighborhoodId })
    .onConflict((c) => c.doNothing())
    .execute();
}

/** Why these climbed, in the order it came. */
export function triggersOfAll(tx: Tx, ids: readonly string[]): Promise<TriggerRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .schema('escalations')
    .selectFrom('escalations.trigger')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('escalation_id', 'in', [...ids])
    .orderBy('at')
    .orderBy('trigger')
    .$narrowType<{ trigger: Trigger }>()
    .execute();
}
