import type { OwnDataPart } from '#kernel/own-data.ts';
import type { Tx } from '#platform/db/database.ts';

/** How often a person did something here that is on record, and when last; the record itself is the auditors'. */
export async function ownTrail(tx: Tx, personId: string): Promise<OwnDataPart[]> {
  const row = await tx
    .schema('platform')
    .selectFrom('platform.event')
    .select((e) => [e.fn.countAll<string>().as('times'), e.fn.max('at').as('last')])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  const times = Number(row.times);
  return [{ kind: 'trail', rows: times === 0 ? [] : [{ times, last: row.last }] }];
}

/** Somebody saw how to reach a person: in which post, when, why. */
export type ContactRead = {
  readonly at: Date;
  readonly readerPersonId: string | null;
  readonly readerPostId: string | null;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly reason: string;
};

/** Who saw the contact data of these subjects, the newest first. */
export function contactReadsAbout(
  tx: Tx,
  subjects: readonly { readonly kind: string; readonly ids: readonly string[] }[],
  limit: number,
): Promise<ContactRead[]> {
  const some = subjects.filter(({ ids }) => ids.length > 0);
  if (some.length === 0) return Promise.resolve([]);
  return tx
    .schema('platform')
    .selectFrom('platform.contact_read')
    .select([
      'at',
      'reader_person_id as readerPersonId',
      'reader_post_id as readerPostId',
      'subject_kind as subjectKind',
      'subject_id as subjectId',
      'reason',
    ])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where((e) =>
      e.or(
        some.map(({ kind, ids }) => e.and([e('subject_kind', '=', kind), e('subject_id', 'in', [...ids])])),
      ),
    )
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
}

/** Whose contact data a person looked at in a post, without saying whose: when and why. */
export async function contactReadsBy(tx: Tx, personId: string): Promise<OwnDataPart[]> {
  const rows = await tx
    .schema('platform')
    .selectFrom('platform.contact_read')
    .select(['at', 'reason'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('reader_person_id', '=', personId)
    .orderBy('at', 'desc')
    .limit(500)
    .execute();
  return [{ kind: 'reads-by-me', rows }];
}
