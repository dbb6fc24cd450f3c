import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import { type ActionState, OVER, type ResolutionState } from '../contract.ts';

export type ActionRow = Omit<Selectable<DB['resolutions.action_item']>, 'state'> & {
  readonly state: ActionState;
};
type ResolutionRow = Selectable<DB['resolutions.resolution']>;
/** An action with what was resolved and where. */
export type ActionWithResolution = ActionRow &
  Pick<ResolutionRow, 'code' | 'meeting' | 'resolved_on' | 'text' | 'rules_version_id'> & {
    readonly resolution_state: ResolutionState;
  };

/** The number of the next resolution of a year; others wait until this transaction ends. */
export async function nextNumber(tx: Tx, year: string): Promise<number> {
  const db = tx.schema('resolutions');
  const lock = `${tx.actor.neighborhoodId}/R-${year}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(db);
  const last = await db
    .selectFrom('resolutions.resolution')
    .select('code')
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('code', 'like', `R-${year}-%`)
    .orderBy(sql`length(code)`, 'desc')
    .orderBy('code', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ? Number(last.code.slice(7)) + 1 : 1;
}

export async function insertResolution(
  tx: Tx,
  row: Omit<Insertable<DB['resolutions.resolution']>, 'neighborhood_id'>,
  actions: readonly Omit<Insertable<DB['resolutions.action_item']>, 'neighborhood_id'>[],
): Promise<void> {
  const neighborhood_id = tx.actor.neighborhoodId;
  const db = tx.schema('resolutions');
  await db
    .insertInto('resolutions.resolution')
    .values({ ...row, neighborhood_id })
    .execute();
  await db
    .insertInto('resolutions.action_item')
    .values(actions.map((action) => ({ ...action, neighborhood_id })))
    .execute();
}

export const joinedActions = (tx: Tx) =>
  tx
    .schema('resolutions')
    .selectFrom('resolutions.action_item as a')
    .innerJoin('resolutions.resolution as r', (join) =>
      join.onRef('r.neighborhood_id', '=', 'a.neighborhood_id').onRef('r.id', '=', 'a.resolution_id'),
    )
    .selectAll('a')
    .select(['r.code', 'r.meeting', 'r.resolved_on', 'r.text', 'r.rules_version_id'])
    .select('r.state as resolution_state')
    .where('a.neighborhood_id', '=', tx.actor.neighborhoodId)
    .$narrowType<{ state: ActionState; resolution_state: ResolutionState }>();

/** Actions that are still to be done or checked, those due first on top. */
export function openRows(tx: Tx, limit: number): Promise<ActionWithResolution[]> {
  return joinedActions(tx)
    .where('a.state', 'not in', [...OVER])
    .orderBy('a.due_on')
    .orderBy('r.code')
    .orderBy('a.number')
    .limit(limit)
    .execute();
}

/** Actions that were struck off, the last on top. */
export function struckOffRows(tx: Tx, limit: number): Promise<ActionWithResolution[]> {
  return joinedActions(tx)
    .where('a.state', '=', 'STRUCK_OFF')
    .orderBy('a.struck_off_at', 'desc')
    .limit(limit)
    .execute();
}

/** How many actions each organisation has struck off, and how many of them were reported by their day. */
export async function struckOffCounts(tx: Tx): Promise<Map<string, { all: number; inTime: number }>> {
  const rows = await tx
    .schema('resolutions')
    .selectFrom('resolutions.action_item')
    .select('lead_org_id')
    .select(({ fn }) => [
      fn.countAll<string>().as('all'),
      fn
        .countAll<string>()
        .filterWhere(sql<boolean>`(submitted_at at time zone 'Asia/Shanghai')::date <= due_on`)
        .as('inTime'),
    ])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('state', '=', 'STRUCK_OFF')
    .groupBy('lead_org_id')
    .execute();
  return new Map(rows.map((row) => [row.lead_org_id, { all: Number(row.all), inTime: Number(row.inTime) }]));
}

export function actionById(tx: Tx, id: string): Promise<ActionWithResolution | undefined> {
  return joinedActions(tx).where('a.id', '=', id).executeTakeFirst();
}

/**
 * An action, locked until the transaction ends, after its resolution: whoever changes either takes them in this
 * order, so that nobody waits for each other.
 */
export async function lockAction(tx: Tx, id: string): Promise<ActionWithResolution | undefined> {
  const found = await actionById(tx, id);
  if (!found) return undefined;
  await tx
    .schema('resolutions')
    .selectFrom('resolutions.resolution')
    .select('id')
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', found.resolution_id)
    .forUpdate()
    .execute();
  return joinedActions(tx).where('a.id', '=', id).forUpdate('a').executeTakeFirst();
}

/** Actions of a resolution, in their order. */
export function actionsOfResolution(tx: Tx, resolutionId: string): Promise<ActionWithResolution[]> {
  return joinedActions(tx).where('a.resolution_id', '=', resolutionId).orderBy('a.number').execute();
}

/** The action of a resolution by its code and number, `R-2026-09` and 1. */
export function actionByName(
  tx: Tx,
  name: { readonly code: string; readonly number: number },
): Promise<ActionWithResolution | undefined> {
  return joinedActions(tx)
    .where('r.code', '=', name.code)
    .where('a.number', '=', name.number)
    .executeTakeFirst();
}

export async function insertAction(
  tx: Tx,
  row: Omit<Insertable<DB['resolutions.action_item']>, 'neighborhood_id'>,
): Promise<void> {
  await tx
    .schema('resolutions')
    .insertInto('resolutions.action_item')
    .values({ ...row, neighborhood_id: tx.actor.neighborhoodId })
    .execute();
}

export async function updateAction(
  tx: Tx,
  id: string,
  patch: Updateable<DB['resolutions.action_item']>,
): Promise<void> {
  await tx
    .schema('resolutions')
    .updateTable('resolutions.action_item')
    .set((e) => ({ ...patch, version: e('version', '+', 1) }))
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}

/** Actions of what a meeting resolved, in their order, each with the item of its agenda. */
export function rowsOfMeeting(
  tx: Tx,
  meetingId: string,
): Promise<(ActionWithResolution & { readonly agenda_item_id: string | null })[]> {
  return joinedActions(tx)
    .select('r.agenda_item_id')
    .where('r.meeting_id', '=', meetingId)
    .orderBy('r.code')
    .orderBy('a.number')
    .execute();
}

/** Actions that are open or were struck off since a day, those due first on top. */
export function rowsSince(tx: Tx, day: string): Promise<ActionWithResolution[]> {
  return joinedActions(tx)
    .where((e) =>
      e.or([
        e('a.state', 'not in', [...OVER]),
        e(sql<string>`(a.struck_off_at at time zone 'Asia/Shanghai')::date`, '>=', day),
      ]),
    )
    .orderBy('a.due_on')
    .orderBy('r.code')
    .orderBy('a.number')
    .execute();
}
