import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import type { OpinionSource, OpinionStance, Verdict } from '../../contract/hearing.ts';

export type OpinionRow = Omit<Selectable<DB['meetings.hearing_opinion']>, 'stance' | 'source' | 'verdict'> & {
  readonly stance: OpinionStance;
  readonly source: OpinionSource;
  readonly verdict: Verdict | null;
};

const here = (tx: Tx) => tx.actor.neighborhoodId;
const opinions = (tx: Tx) =>
  tx
    .schema('meetings')
    .selectFrom('meetings.hearing_opinion')
    .selectAll()
    .$narrowType<{ stance: OpinionStance; source: OpinionSource; verdict: Verdict | null }>()
    .where('neighborhood_id', '=', here(tx));

/** The register of hearings, in the order of its numbers. */
export function opinionsOf(tx: Tx, hearingIds: readonly string[]): Promise<OpinionRow[]> {
  if (hearingIds.length === 0) return Promise.resolve([]);
  return opinions(tx).where('hearing_id', 'in', hearingIds).orderBy('number').execute();
}

/** The opinions of one round. */
export function opinionsOfRound(tx: Tx, roundId: string): Promise<OpinionRow[]> {
  return opinions(tx).where('round_id', '=', roundId).orderBy('number').execute();
}

export function lockOpinion(tx: Tx, id: string): Promise<OpinionRow | undefined> {
  return opinions(tx).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Enters an opinion under the next number of its hearing; others wait until this transaction ends. */
export async function insertOpinion(
  tx: Tx,
  row: Omit<Insertable<DB['meetings.hearing_opinion']>, 'neighborhood_id' | 'number'>,
): Promise<number> {
  const db = tx.schema('meetings');
  await sql`select pg_advisory_xact_lock(hashtextextended(${row.hearing_id}, 0))`.execute(db);
  const last = await opinions(tx)
    .where('hearing_id', '=', row.hearing_id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await db
    .insertInto('meetings.hearing_opinion')
    .values({ ...row, number, neighborhood_id: here(tx) })
    .execute();
  return number;
}

/** Changes an opinion's row; its version goes up by one. */
export async function updateOpinion(
  tx: Tx,
  id: string,
  patch: Updateable<DB['meetings.hearing_opinion']>,
): Promise<void> {
  await tx
    .schema('meetings')
    .updateTable('meetings.hearing_opinion')
    .set((e) => ({ ...patch, version: e('version', '+', 1) }))
    .where('neighborhood_id', '=', here(tx))
    .where('id', '=', id)
    .execute();
}
