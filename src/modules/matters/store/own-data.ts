import type { Tx } from '#platform/db/database.ts';

/** Every matter a person raised, with all that is kept of the reporter. */
export function ownDataRows(tx: Tx, personId: string) {
  return tx
    .schema('matters')
    .selectFrom('matters.matter')
    .select([
      'id',
      'code',
      'submitted_at as submittedAt',
      'channel',
      'category',
      'status',
      'title',
      'description',
      'place_note as placeNote',
      'reporter_name as reporterName',
      'reporter_phone_cipher as phoneCipher',
      'publish_consent as publishConsent',
      'publish_withdrawn as publishWithdrawn',
      'reveal_reporter as revealReporter',
      'complained_org_id as complainedOrgId',
      'result_summary as result',
      'closed_at as closedAt',
      'resolved',
      'satisfaction',
    ])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('reporter_person_id', '=', personId)
    .orderBy('submitted_at', 'desc')
    .execute();
}

/** "We too" of a person. */
export function ownEndorsementRows(tx: Tx, personId: string) {
  return tx
    .schema('matters')
    .selectFrom('matters.endorsement as e')
    .innerJoin('matters.matter as m', (join) =>
      join.onRef('m.neighborhood_id', '=', 'e.neighborhood_id').onRef('m.id', '=', 'e.matter_id'),
    )
    .select(['e.at', 'm.category'])
    .where('e.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('e.person_id', '=', personId)
    .orderBy('e.at', 'desc')
    .execute();
}

/** Filters a person keeps at the desk. */
export function ownFilterRows(tx: Tx, personId: string) {
  return tx
    .schema('matters')
    .selectFrom('matters.saved_filter')
    .select(['name', 'query'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('person_id', '=', personId)
    .orderBy('position')
    .execute();
}
