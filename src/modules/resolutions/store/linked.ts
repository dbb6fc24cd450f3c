import type { Insertable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import { type ActionState, type Answer, OVER } from '../contract.ts';
import { joinedActions } from './resolutions.ts';

/** Another action one waits for, as people name it. */
export type WaitRow = {
  readonly action_id: string;
  readonly waits_for_id: string;
  readonly code: string;
  readonly number: number;
  readonly state: ActionState;
};

/** What these actions wait for, struck off or not. */
export function waitsOf(tx: Tx, actionIds: readonly string[]): Promise<WaitRow[]> {
  if (actionIds.length === 0) return Promise.resolve([]);
  return tx
    .schema('resolutions')
    .selectFrom('resolutions.action_waits as w')
    .innerJoin('resolutions.action_item as a', (join) =>
      join.onRef('a.neighborhood_id', '=', 'w.neighborhood_id').onRef('a.id', '=', 'w.waits_for_id'),
    )
    .innerJoin('resolutions.resolution as r', (join) =>
      join.onRef('r.neighborhood_id', '=', 'a.neighborhood_id').onRef('r.id', '=', 'a.resolution_id'),
    )
    .select(['w.action_id', 'w.waits_for_id', 'r.code', 'a.number', 'a.state'])
    .where('w.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('w.action_id', 'in', [...actionIds])
    .orderBy('r.code')
    .orderBy('a.number')
    .$narrowType<{ state: ActionState }>()
    .execute();
}

/** Those of {@link waitsOf} that are still to be done. */
export const stillOpen = (waits: readonly WaitRow[]): WaitRow[] =>
  waits.filter(({ state }) => !OVER.includes(state));

/** Everything that waits for something, as pairs; for finding circles. */
export async function allWaits(tx: Tx): Promise<{ readonly waiter: string; readonly awaited: string }[]> {
  return tx
    .schema('resolutions')
    .selectFrom('resolutions.action_waits')
    .select(['action_id as waiter', 'waits_for_id as awaited'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .execute();
}

export async function insertWait(tx: Tx, actionId: string, waitsForId: string): Promise<void> {
  await tx
    .schema('resolutions')
    .insertInto('resolutions.action_waits')
    .values({ neighborhood_id: tx.actor.neighborhoodId, action_id: actionId, waits_for_id: waitsForId })
    .onConflict((c) => c.doNothing())
    .execute();
}

export async function deleteWaits(tx: Tx, actionId: string): Promise<void> {
  await tx
    .schema('resolutions')
    .deleteFrom('resolutions.action_waits')
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('action_id', '=', actionId)
    .execute();
}

/** Matters these resolutions came from. */
export function mattersOf(tx: Tx, resolutionIds: readonly string[]) {
  if (resolutionIds.length === 0) return Promise.resolve([]);
  return tx
    .schema('resolutions')
    .selectFrom('resolutions.resolution_matter')
    .select(['resolution_id', 'matter_id'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('resolution_id', 'in', [...resolutionIds])
    .orderBy('matter_id')
    .execute();
}

export async function insertMatters(
  tx: Tx,
  resolutionId: string,
  matterIds: readonly string[],
): Promise<void> {
  if (matterIds.length === 0) return;
  const neighborhood_id = tx.actor.neighborhoodId;
  await tx
    .schema('resolutions')
    .insertInto('resolutions.resolution_matter')
    .values(matterIds.map((matter_id) => ({ neighborhood_id, resolution_id: resolutionId, matter_id })))
    .execute();
}

/** What was said of these actions by who asked for them, in the order it came. */
export function answersOf(tx: Tx, actionIds: readonly string[]) {
  if (actionIds.length === 0) return Promise.resolve([]);
  return tx
    .schema('resolutions')
    .selectFrom('resolutions.requester_answer')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('action_id', 'in', [...actionIds])
    .orderBy('answered_at')
    .orderBy('id')
    .$narrowType<{ answer: Answer }>()
    .execute();
}

/** What the reporters of these matters said themselves, the newest first. */
export function answersAboutMatters(tx: Tx, matterIds: readonly string[]) {
  if (matterIds.length === 0) return Promise.resolve([]);
  return tx
    .schema('resolutions')
    .selectFrom('resolutions.requester_answer as q')
    .innerJoin('resolutions.action_item as a', (join) =>
      join.onRef('a.neighborhood_id', '=', 'q.neighborhood_id').onRef('a.id', '=', 'q.action_id'),
    )
    .innerJoin('resolutions.resolution as r', (join) =>
      join.onRef('r.neighborhood_id', '=', 'a.neighborhood_id').onRef('r.id', '=', 'a.resolution_id'),
    )
    .select(['q.answer', 'q.said', 'q.answered_at', 'a.task', 'r.code'])
    .where('q.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('q.matter_id', 'in', [...matterIds])
    .orderBy('q.answered_at', 'desc')
    .execute();
}

export async function insertAnswer(
  tx: Tx,
  row: Omit<Insertable<DB['resolutions.requester_answer']>, 'neighborhood_id'>,
): Promise<void> {
  await tx
    .schema('resolutions')
    .insertInto('resolutions.requester_answer')
    .values({ ...row, neighborhood_id: tx.actor.neighborhoodId })
    .execute();
}

/** Actions by id with the code of their resolution; unknown ids are left out. */
export function actionsByIds(tx: Tx, ids: readonly string[]) {
  return ids.length === 0
    ? Promise.resolve([])
    : joinedActions(tx)
        .where('a.id', 'in', [...ids])
        .execute();
}
