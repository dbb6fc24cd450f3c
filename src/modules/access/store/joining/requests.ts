import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import type { Finding, JoinRelation, JoinState, RefusalReason } from '../../contract/joining.ts';

export type RequestRow = {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
  readonly relation: JoinRelation;
  readonly finding: Finding;
  readonly name: string;
  readonly note: string;
  readonly state: JoinState;
  readonly askedAt: Date;
  readonly refusedBecause: RefusalReason | null;
  readonly refusedText: string | null;
};

function requests(tx: Tx) {
  return tx
    .schema('access')
    .selectFrom('access.join_request')
    .select([
      'id',
      'person_id as personId',
      'unit_id as unitId',
      'relation',
      'finding',
      'name',
      'note',
      'state',
      'asked_at as askedAt',
      'refused_because as refusedBecause',
      'refused_text as refusedText',
    ])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId);
}

type Row = Awaited<ReturnType<ReturnType<typeof requests>['execute']>>[number];

const typed = (row: Row): RequestRow => ({
  ...row,
  relation: row.relation as JoinRelation,
  finding: row.finding as Finding,
  state: row.state as JoinState,
  refusedBecause: row.refusedBecause as RefusalReason | null,
});

/** Requests that wait, the oldest first. */
export async function waitingRequests(tx: Tx, limit: number): Promise<RequestRow[]> {
  const rows = await requests(tx)
    .where('state', '=', 'REQUESTED')
    .orderBy('asked_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(typed);
}

/** How many wait, and since when the oldest does. */
export async function waitingSum(tx: Tx): Promise<{ readonly n: number; readonly oldest: Date | null }> {
  const row = await tx
    .schema('access')
    .selectFrom('access.join_request')
    .select([sql<number>`count(*)::int`.as('n'), sql<Date | null>`min(asked_at)`.as('oldest')])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('state', '=', 'REQUESTED')
    .executeTakeFirstOrThrow();
  return row;
}

/** A request, locked until commit, or null. */
export async function lockedRequest(tx: Tx, id: string): Promise<RequestRow | null> {
  const row = await requests(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row ? typed(row) : null;
}

/** Requests of one person, the latest first. */
export async function requestsOf(tx: Tx, personId: string): Promise<RequestRow[]> {
  const rows = await requests(tx)
    .where('person_id', '=', personId)
    .orderBy('asked_at', 'desc')
    .limit(10)
    .execute();
  return rows.map(typed);
}

export async function insertRequest(
  tx: Tx,
  row: Omit<RequestRow, 'state' | 'askedAt' | 'refusedBecause' | 'refusedText'>,
): Promise<void> {
  await tx
    .schema('access')
    .insertInto('access.join_request')
    .values({
      neighborhood_id: tx.actor.neighborhoodId,
      id: row.id,
      person_id: row.personId,
      unit_id: row.unitId,
      relation: row.relation,
      finding: row.finding,
      name: row.name,
      note: row.note,
      state: 'REQUESTED',
      asked_at: tx.now,
    })
    .execute();
}

export async function setDecision(
  tx: Tx,
  id: string,
  decision: {
    readonly state: JoinState;
    readonly refusedBecause?: RefusalReason;
    readonly refusedText?: string;
  },
): Promise<void> {
  await tx
    .schema('access')
    .updateTable('access.join_request')
    .set({
      state: decision.state,
      decided_at: tx.now,
      decided_by: tx.actor.personId,
      decided_in_post: tx.actor.post?.postId ?? null,
      refused_because: decision.refusedBecause ?? null,
      refused_text: decision.refusedText ?? null,
    })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}
