import type { Insertable, Selectable, Updateable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import type { AppraisalObject, AppraisalState } from '../../contract/appraisal.ts';

/** What passed the gate, word by word; tasks and measures by the number of their item. */
export type PublishedWords = {
  readonly selfReport: string;
  readonly questions: string;
  readonly conclusion: string;
  readonly tasks: Readonly<Record<string, string>>;
  readonly measures: Readonly<Record<string, string>>;
};
type Narrowed = {
  readonly state: AppraisalState;
  readonly object_kind: AppraisalObject;
  readonly criteria: readonly string[];
  readonly published: PublishedWords | null;
};
export type AppraisalRow = Omit<Selectable<DB['meetings.appraisal']>, keyof Narrowed> & Narrowed;
export type RectificationRow = Selectable<DB['meetings.rectification']>;

const here = (tx: Tx) => tx.actor.neighborhoodId;

const narrowed = (row: Selectable<DB['meetings.appraisal']>) => row as unknown as AppraisalRow;
const appraisals = (tx: Tx) =>
  tx.schema('meetings').selectFrom('meetings.appraisal').selectAll().where('neighborhood_id', '=', here(tx));

/** Appraisals, the one to be held last on top. */
export async function latestAppraisals(tx: Tx, limit: number): Promise<AppraisalRow[]> {
  const rows = await appraisals(tx).orderBy('starts_at', 'desc').orderBy('id').limit(limit).execute();
  return rows.map(narrowed);
}

export async function appraisalById(tx: Tx, id: string): Promise<AppraisalRow | undefined> {
  const row = await appraisals(tx).where('id', '=', id).executeTakeFirst();
  return row && narrowed(row);
}

/** An appraisal, locked until the transaction ends. */
export async function lockAppraisal(tx: Tx, id: string): Promise<AppraisalRow | undefined> {
  const row = await appraisals(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && narrowed(row);
}

export async function insertAppraisal(
  tx: Tx,
  row: Omit<Insertable<DB['meetings.appraisal']>, 'neighborhood_id'>,
): Promise<void> {
  await tx
    .schema('meetings')
    .insertInto('meetings.appraisal')
    .values({ ...row, neighborhood_id: here(tx) })
    .execute();
}

/** Changes an appraisal; its version goes up by one. */
export async function updateAppraisal(
  tx: Tx,
  id: string,
  patch: Updateable<DB['meetings.appraisal']>,
): Promise<void> {
  await tx
    .schema('meetings')
    .updateTable('meetings.appraisal')
    .set((e) => ({ ...patch, version: e('version', '+', 1) }))
    .where('neighborhood_id', '=', here(tx))
    .where('id', '=', id)
    .execute();
}

/** What appraisals asked to be put right, in order. */
export function rectificationsOf(tx: Tx, appraisalIds: readonly string[]): Promise<RectificationRow[]> {
  if (appraisalIds.length === 0) return Promise.resolve([]);
  return tx
    .schema('meetings')
    .selectFrom('meetings.rectification')
    .selectAll()
    .where('neighborhood_id', '=', here(tx))
    .where('appraisal_id', 'in', appraisalIds)
    .orderBy('number')
    .execute();
}

/** Puts a list in the place of the one before. */
export async function replaceRectifications(
  tx: Tx,
  appraisalId: string,
  rows: readonly Omit<Insertable<DB['meetings.rectification']>, 'neighborhood_id' | 'appraisal_id'>[],
): Promise<void> {
  const db = tx.schema('meetings');
  await db
    .deleteFrom('meetings.rectification')
    .where('neighborhood_id', '=', here(tx))
    .where('appraisal_id', '=', appraisalId)
    .execute();
  if (rows.length === 0) return;
  await db
    .insertInto('meetings.rectification')
    .values(rows.map((row) => ({ ...row, appraisal_id: appraisalId, neighborhood_id: here(tx) })))
    .execute();
}
