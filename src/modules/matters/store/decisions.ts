import type { Tx } from '#platform/db/database.ts';

const matters = (tx: Tx) =>
  tx
    .schema('matters')
    .selectFrom('matters.matter')
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .orderBy('id');

/** Which of these matters there are, and their states. */
export function mattersThere(
  tx: Tx,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly status: string }[]> {
  return ids.length === 0
    ? Promise.resolve([])
    : matters(tx)
        .select(['id', 'status'])
        .where('id', 'in', [...ids])
        .execute();
}

/** Who raised these matters, and those merged into them. */
export function raisersOf(tx: Tx, ids: readonly string[]) {
  return ids.length === 0
    ? Promise.resolve([])
    : matters(tx)
        .select(['id', 'merged_into_id', 'reporter_kind', 'reporter_person_id', 'reporter_org_id'])
        .where((e) => e.or([e('id', 'in', [...ids]), e('merged_into_id', 'in', [...ids])]))
        .execute();
}
