import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';

const LISTED = [
  'id',
  'code',
  'title',
  'category',
  'status',
  'reporter_kind as reporterKind',
  'reporter_person_id as reporterPersonId',
  'accept_due_at as acceptDueAt',
  'contact_due_at as contactDueAt',
  'first_contact_at as firstContactAt',
  'handle_due_at as handleDueAt',
  'waiting_since as waitingSince',
  'parked_review_on as parkedReviewOn',
  'done_at as doneAt',
  'closed_at as closedAt',
  'submitted_at as submittedAt',
  'merged_into_id as mergedIntoId',
  'resolved',
] as const;

/** Matters of a person, and those reported under their phone, the newest first. */
export function reportedRows(tx: Tx, personId: string, phoneIndex: string | null, limit: number) {
  return tx
    .schema('matters')
    .selectFrom('matters.matter')
    .select(LISTED)
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where((e) =>
      e.or([
        e('reporter_person_id', '=', personId),
        ...(phoneIndex ? [e('reporter_phone_index', '=', phoneIndex)] : []),
      ]),
    )
    .orderBy('submitted_at', 'desc')
    .limit(limit)
    .execute();
}

/** States of matters by id: what a merged one asks of its main matter. */
export async function statusesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .schema('matters')
    .selectFrom('matters.matter')
    .select(['id', 'status'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row.status]));
}

/** The code of a matter; null: not there. */
export async function codeOfMatter(tx: Tx, matterId: string): Promise<string | null> {
  const row = await tx
    .schema('matters')
    .selectFrom('matters.matter')
    .select('code')
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', matterId)
    .executeTakeFirst();
  return row?.code ?? null;
}

/** Pictures of a matter in their order, without their bytes. */
export function photosOf(tx: Tx, matterId: string) {
  return tx
    .schema('matters')
    .selectFrom('matters.photo')
    .select(['file_id as fileId', 'position'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('matter_id', '=', matterId)
    .orderBy('position')
    .execute();
}

/** The last answer to the two questions, if there is one. */
export async function lastAnswerOf(tx: Tx, matterId: string) {
  const row = await tx
    .schema('matters')
    .selectFrom('matters.follow_up')
    .select(['at', 'resolved', 'satisfaction', 'text', sql<number>`round`.as('round')])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('matter_id', '=', matterId)
    .where('outcome', '=', 'ANSWERED')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
