import type { Tx } from '#platform/db/database.ts';

const here = (tx: Tx) => tx.actor.neighborhoodId;

/** Keeps what the codes of new slips are known by. */
export async function insertCodes(tx: Tx, appraisalId: string, codeHashes: readonly string[]): Promise<void> {
  await tx
    .schema('meetings')
    .insertInto('meetings.appraisal_code')
    .values(
      codeHashes.map((code_hash) => ({ neighborhood_id: here(tx), appraisal_id: appraisalId, code_hash })),
    )
    .execute();
}

/** The appraisal a code is good for, or undefined. */
export async function appraisalOfCode(tx: Tx, codeHash: string): Promise<string | undefined> {
  const row = await tx
    .schema('meetings')
    .selectFrom('meetings.appraisal_code')
    .select('appraisal_id')
    .where('neighborhood_id', '=', here(tx))
    .where('code_hash', '=', codeHash)
    .executeTakeFirst();
  return row?.appraisal_id;
}

/** Takes a code away; of two at the same moment one gets it. @returns the appraisal it was good for. */
export async function takeCode(tx: Tx, codeHash: string): Promise<string | undefined> {
  const row = await tx
    .schema('meetings')
    .deleteFrom('meetings.appraisal_code')
    .where('neighborhood_id', '=', here(tx))
    .where('code_hash', '=', codeHash)
    .returning('appraisal_id')
    .executeTakeFirst();
  return row?.appraisal_id;
}

/** Takes all codes of an appraisal away: slips that never came back are good for nothing. */
export async function dropCodes(tx: Tx, appraisalId: string): Promise<void> {
  await tx
    .schema('meetings')
    .deleteFrom('meetings.appraisal_code')
    .where('neighborhood_id', '=', here(tx))
    .where('appraisal_id', '=', appraisalId)
    .execute();
}

/** Keeps a slip: scores and nothing else. The database makes up its id at random. */
export async function insertSlip(
  tx: Tx,
  appraisalId: string,
  scores: readonly (number | null)[],
): Promise<void> {
  await tx
    .schema('meetings')
    .insertInto('meetings.appraisal_slip')
    .values({ neighborhood_id: here(tx), appraisal_id: appraisalId, scores: JSON.stringify(scores) })
    .execute();
}

/** The slips of an appraisal, in no order. */
export async function slipsOf(tx: Tx, appraisalId: string): Promise<(number | null)[][]> {
  const rows = await tx
    .schema('meetings')
    .selectFrom('meetings.appraisal_slip')
    .select('scores')
    .where('neighborhood_id', '=', here(tx))
    .where('appraisal_id', '=', appraisalId)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.scores as (number | null)[]);
}
