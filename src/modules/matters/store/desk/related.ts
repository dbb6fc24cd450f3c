import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';

export type RelatedRow = {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly status: string;
  readonly category: string;
};

const named = (tx: Tx) =>
  tx
    .schema('matters')
    .selectFrom('matters.matter as m')
    .select(['m.id', 'm.code', 'm.title', 'm.status', 'm.category']);

/** Matters merged into one, those the reader may see. */
export function childrenOf(tx: Tx, matterId: string, allowed: RawBuilder<boolean>): Promise<RelatedRow[]> {
  return named(tx)
    .where('m.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('m.merged_into_id', '=', matterId)
    .where(allowed)
    .orderBy('m.submitted_at')
    .limit(60)
    .execute();
}

/** Matters by id, those the reader may see. */
export function mattersNamed(
  tx: Tx,
  ids: readonly string[],
  allowed: RawBuilder<boolean>,
): Promise<RelatedRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return named(tx)
    .where('m.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('m.id', 'in', [...ids])
    .where(allowed)
    .execute();
}

/** The roles of a matter: coordinator, mediator, liaison. */
export function rolesOf(tx: Tx, matterId: string) {
  return tx
    .schema('matters')
    .selectFrom('matters.matter_role')
    .select(['role', 'post_id'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('matter_id', '=', matterId)
    .orderBy(sql`role`)
    .execute();
}

/** What the trail shows of matters, by id: the code, and whom they complain about. */
export function traceRows(tx: Tx, ids: readonly string[]) {
  return tx
    .schema('matters')
    .selectFrom('matters.matter')
    .select(['id', 'code', 'complained_org_id', 'reveal_reporter'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', 'in', [...ids])
    .execute();
}
