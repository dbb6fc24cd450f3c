import type { Tx } from '#platform/db/database.ts';
import { FINAL_STATUSES } from '../contract.ts';

type Which = { readonly before: Date | null; readonly personId: string | null; readonly limit: number };

/** Closed matters with something of their reporter left in them, the oldest first. */
export function closedWithReporter(tx: Tx, { before, personId, limit }: Which) {
  return tx
    .schema('matters')
    .selectFrom('matters.matter')
    .select(['id', 'code', 'reporter_person_id as personId', 'closed_at as closedAt'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('status', 'in', [...FINAL_STATUSES])
    .where('closed_at', 'is not', null)
    .where('pseudonymised_at', 'is', null)
    .where('reporter_kind', '=', 'PERSON')
    .$if(before !== null, (q) => q.where('closed_at', '<', before!))
    .$if(personId !== null, (q) => q.where('reporter_person_id', '=', personId!))
    .orderBy('closed_at')
    .limit(limit)
    .execute();
}
