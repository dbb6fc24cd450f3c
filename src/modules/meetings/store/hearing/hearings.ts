import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import type { HearingStage, RoundState } from '../../contract/hearing.ts';

export type HearingRow = Selectable<DB['meetings.hearing']>;
export type RoundRow = Omit<Selectable<DB['meetings.hearing_round']>, 'state' | 'stage'> & {
  readonly state: RoundState;
  readonly stage: HearingStage;
};

const here = (tx: Tx) => tx.actor.neighborhoodId;

/** The number of the next hearing or appraisal of a year; others wait until this transaction ends. */
export async function nextCode(
  tx: Tx,
  table: 'meetings.hearing' | 'meetings.appraisal',
  prefix: string,
): Promise<string> {
  const db = tx.schema('meetings');
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${here(tx)}/${prefix}`}, 0))`.execute(db);
  const { count } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('neighborhood_id', '=', here(tx))
    .where('code', 'like', `${prefix}%`)
    .executeTakeFirstOrThrow();
  return `${prefix}${String(Number(count) + 1).padStart(2, '0')}`;
}

const hearings = (tx: Tx) =>
  tx.schema('meetings').selectFrom('meetings.hearing').selectAll().where('neighborhood_id', '=', here(tx));
const rounds = (tx: Tx) =>
  tx
    .schema('meetings')
    .selectFrom('meetings.hearing_round')
    .selectAll()
    .$narrowType<{ state: RoundState; stage: HearingStage }>()
    .where('neighborhood_id', '=', here(tx));

/** Hearings, the one announced last on top. */
export function latestHearings(tx: Tx, limit: number): Promise<HearingRow[]> {
  return hearings(tx).orderBy('announced_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

export function hearingById(tx: Tx, id: string): Promise<HearingRow | undefined> {
  return hearings(tx).where('id', '=', id).executeTakeFirst();
}

/** Rounds of hearings, the first round first. */
export function roundsOf(tx: Tx, hearingIds: readonly string[]): Promise<RoundRow[]> {
  if (hearingIds.length === 0) return Promise.resolve([]);
  return rounds(tx).where('hearing_id', 'in', hearingIds).orderBy('number').execute();
}

export function roundById(tx: Tx, id: string): Promise<RoundRow | undefined> {
  return rounds(tx).where('id', '=', id).executeTakeFirst();
}

/** A round, locked until the transaction ends. */
export function lockRound(tx: Tx, id: string): Promise<RoundRow | undefined> {
  return rounds(tx).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function insertHearing(
  tx: Tx,
  row: Omit<Insertable<DB['meetings.hearing']>, 'neighborhood_id'>,
): Promise<void> {
  await tx
    .schema('meetings')
    .insertInto('meetings.hearing')
    .values({ ...row, neighborhood_id: here(tx) })
    .execute();
}

export async function insertRound(
  tx: Tx,
  row: Omit<Insertable<DB['meetings.hearing_round']>, 'neighborhood_id'>,
): Promise<void> {
  await tx
    .schema('meetings')
    .insertInto('meetings.hearing_round')
    .values({ ...row, neighborhood_id: here(tx) })
    .execute();
}

/** Changes a round; its version goes up by one. */
export async function updateRound(
  tx: Tx,
  id: string,
  patch: Updateable<DB['meetings.hearing_round']>,
): Promise<void> {
  await tx
    .schema('meetings')
    .updateTable('meetings.hearing_round')
    .set((e) => ({ ...patch, version: e('version', '+', 1) }))
    .where('neighborhood_id', '=', here(tx))
    .where('id', '=', id)
    .execute();
}
