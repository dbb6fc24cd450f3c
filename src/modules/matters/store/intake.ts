import type { Tx } from '#platform/db/database.ts';

/** What a person, or a phone, has raised since a moment. */
export function mattersOfReporterSince(
  tx: Tx,
  personId: string | null,
  phoneIndex: string | null,
  since: Date,
) {
  return tx
    .schema('matters')
    .selectFrom('matters.matter')
    .select(['id', 'description', 'estate_id'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('submitted_at', '>=', since)
    .where((e) =>
      e.or([
        ...(personId ? [e('reporter_person_id', '=', personId)] : []),
        ...(phoneIndex ? [e('reporter_phone_index', '=', phoneIndex)] : []),
      ]),
    )
    .execute();
}

/** Most matters looked at for one new report. */
const MOST_CANDIDATES = 300;

/** Matters of an estate since a moment, of one category or all, the latest first: what a new report may be a duplicate of, or make chronic. */
export function recentMatters(
  tx: Tx,
  { estateId, since, category }: { estateId: string; since: Date; category?: string | undefined },
) {
  let query = tx
    .schema('matters')
    .selectFrom('matters.matter')
    .select([
      'id',
      'code',
      'title',
      'description',
      'category',
      'status',
      'estate_id',
      'building_id',
      'stairwell_id',
      'unit_id',
      'common_part_id',
      'submitted_at',
      'merged_into_id',
    ])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('estate_id', '=', estateId)
    .where('submitted_at', '>=', since)
    .orderBy('submitted_at', 'desc')
    .limit(MOST_CANDIDATES);
  if (category) query = query.where('category', '=', category);
  return query.execute();
}
