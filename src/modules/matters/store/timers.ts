import type { Tx } from '#platform/db/database.ts';
import type { TimerKind } from '../contract.ts';
import type { TimerRow } from './rows.ts';

/**
 * Makes the matter's timers exactly these. A timer that has fired stays fired unless its moment moved, so
 * nothing is said twice.
 */
export async function syncTimers(
  tx: Tx,
  matterId: string,
  expected: ReadonlyMap<TimerKind, Date>,
): Promise<void> {
  const db = tx.schema('matters');
  const neighborhood_id = tx.actor.neighborhoodId;
  let gone = db
    .deleteFrom('matters.timer')
    .where('neighborhood_id', '=', neighborhood_id)
    .where('matter_id', '=', matterId);
  if (expected.size > 0) gone = gone.where('kind', 'not in', [...expected.keys()]);
  await gone.execute();
  if (expected.size === 0) return;
  const rows = [...expected].map(([kind, due_at]) => ({
    neighborhood_id,
    matter_id: matterId,
    kind,
    due_at,
  }));
  await db
    .insertInto('matters.timer')
    .values(rows)
    .onConflict((c) =>
      c
        .columns(['neighborhood_id', 'matter_id', 'kind'])
        .doUpdateSet((e) => ({ due_at: e.ref('excluded.due_at'), fired_at: null }))
        .whereRef('matters.timer.due_at', 'is distinct from', 'excluded.due_at'),
    )
    .execute();
}

/** Timers that are due and have not fired, the oldest first. Not locked: the matter's row is what serialises. */
export function dueTimers(tx: Tx, until: Date, limit: number): Promise<TimerRow[]> {
  return tx
    .schema('matters')
    .selectFrom('matters.timer')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('fired_at', 'is', null)
    .where('due_at', '<=', until)
    .orderBy('due_at')
    .limit(limit)
    .execute();
}

/** One timer as it is now; undefined when it is gone. */
export function findTimer(tx: Tx, matterId: string, kind: string): Promise<TimerRow | undefined> {
  return tx
    .schema('matters')
    .selectFrom('matters.timer')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('matter_id', '=', matterId)
    .where('kind', '=', kind)
    .executeTakeFirst();
}

/** When the next timer is due, if any. */
export async function nextTimerAt(tx: Tx): Promise<Date | null> {
  const row = await tx
    .schema('matters')
    .selectFrom('matters.timer')
    .select((e) => e.fn.min('due_at').as('at'))
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('fired_at', 'is', null)
    .executeTakeFirst();
  return row?.at ?? null;
}

export async function markFired(tx: Tx, timer: TimerRow): Promise<void> {
  await tx
    .schema('matters')
    .updateTable('matters.timer')
    .set({ fired_at: tx.now })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('matter_id', '=', timer.matter_id)
    .where('kind', '=', timer.kind)
    .execute();
}
