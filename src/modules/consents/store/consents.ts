import type { Insertable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Consent, ConsentState, ConsentWay, Purpose } from '../contract.ts';

const SHOWN = [
  'purpose',
  'subject_kind as subjectKind',
  'subject_id as subjectId',
  'number',
  'state',
  'at',
  'how',
  'receiver_org_id as receiverOrgId',
  'wording',
  'recorded_by_post_id as recordedByPostId',
  'witness_post_id as witnessPostId',
] as const;

type Row = Omit<Consent, 'purpose' | 'state' | 'how'> & { purpose: string; state: string; how: string };

function consentOf(row: Row): Consent {
  return {
    ...row,
    purpose: row.purpose as Purpose,
    state: row.state as ConsentState,
    how: row.how as ConsentWay,
  };
}

/** Every consent about one subject, the oldest first. */
export async function consentRowsAbout(tx: Tx, subjectKind: string, subjectId: string): Promise<Consent[]> {
  const rows = await tx
    .schema('consents')
    .selectFrom('consents.consent')
    .select(SHOWN)
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('subject_kind', '=', subjectKind)
    .where('subject_id', '=', subjectId)
    .orderBy('number')
    .execute();
  return rows.map(consentOf);
}

/** Every consent of one person, the newest first. */
export async function consentRowsOf(tx: Tx, personId: string): Promise<Consent[]> {
  const rows = await tx
    .schema('consents')
    .selectFrom('consents.consent')
    .select(SHOWN)
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('person_id', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('number', 'desc')
    .execute();
  return rows.map(consentOf);
}

/** Adds a row to the history; its key holds the number, so that two at the same moment cannot both be last. */
export async function insertConsent(
  tx: Tx,
  row: Omit<Insertable<DB['consents.consent']>, 'neighborhood_id' | 'id'>,
): Promise<void> {
  await tx
    .schema('consents')
    .insertInto('consents.consent')
    .values({ ...row, neighborhood_id: tx.actor.neighborhoodId, id: tx.newId() })
    .execute();
}
