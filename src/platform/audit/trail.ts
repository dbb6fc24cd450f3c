import type { Tx } from '#platform/db/database.ts';

/** What somebody wants to see of the trail; null and false mean: do not ask for it. */
export type TrailFilter = {
  /** What this person did in a post. Acts at home are nobody's list. */
  readonly personId: string | null;
  readonly postId: string | null;
  readonly orgId: string | null;
  /** The organisation's posts, because a contact read names a post only. */
  readonly orgPostIds: readonly string[];
  readonly kind: string | null;
  readonly subjectId: string | null;
  /** First moment, included. */
  readonly from: Date | null;
  /** Last moment, not included. */
  readonly until: Date | null;
  readonly contactsOnly: boolean;
  readonly onBehalfOnly: boolean;
};

/** One thing that happened: a change, or a look at how to reach somebody (`kind` null). */
export type TrailEntry = {
  readonly id: string;
  readonly at: Date;
  readonly kind: string | null;
  readonly seq: string | null;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Null for a contact read. */
  readonly role: string | null;
  readonly personId: string | null;
  readonly postId: string | null;
  readonly onBehalfOf: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string | null;
};

/** Where to go on: the last entry shown. */
export type TrailCursor = { readonly at: Date; readonly id: string };

/**
 * What happened in the actor's neighborhood, newest first: changes and contact reads together, after a
 * cursor. Each of the two is read by an index, at most `limit` rows.
 */
export async function trailEntries(
  tx: Tx,
  filter: TrailFilter,
  after: TrailCursor | null,
  limit: number,
): Promise<TrailEntry[]> {
  const changes = filter.contactsOnly ? [] : await changeRows(tx, filter, after, limit);
  const asksForChanges = filter.kind !== null || filter.onBehalfOnly;
  const reads = asksForChanges ? [] : await readRows(tx, filter, after, limit);
  return [...changes, ...reads].sort(newestFirst).slice(0, limit);
}

function newestFirst(a: TrailEntry, b: TrailEntry): number {
  return b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);
}

function changeRows(tx: Tx, filter: TrailFilter, after: TrailCursor | null, limit: number) {
  let query = tx
    .schema('platform')
    .selectFrom('platform.event')
    .select([
      'id',
      'at',
      'kind',
      'seq',
      'subject_kind as subjectKind',
      'subject_id as subjectId',
      'role',
      'person_id as personId',
      'post_id as postId',
      'on_behalf_of as onBehalfOf',
      'from_state as from',
      'to_state as to',
      'reason',
    ])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId);
  if (filter.personId)
    query = query.where('person_id', '=', filter.personId).where('post_id', 'is not', null);
  if (filter.postId) query = query.where('post_id', '=', filter.postId);
  if (filter.orgId) query = query.where('org_id', '=', filter.orgId);
  if (filter.kind) query = query.where('kind', '=', filter.kind);
  if (filter.subjectId) query = query.where('subject_id', '=', filter.subjectId);
  if (filter.onBehalfOnly) query = query.where('on_behalf_of', 'is not', null);
  if (filter.from) query = query.where('at', '>=', filter.from);
  if (filter.until) query = query.where('at', '<', filter.until);
  if (after) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('at', 'id'), '<', tuple(after.at, after.id)),
    );
  }
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

async function readRows(
  tx: Tx,
  filter: TrailFilter,
  after: TrailCursor | null,
  limit: number,
): Promise<TrailEntry[]> {
  let query = tx
    .schema('platform')
    .selectFrom('platform.contact_read')
    .select([
      'id',
      'at',
      'subject_kind as subjectKind',
      'subject_id as subjectId',
      'reader_person_id as personId',
      'reader_post_id as postId',
      'reason',
    ])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId);
  if (filter.personId)
    query = query.where('reader_person_id', '=', filter.personId).where('reader_post_id', 'is not', null);
  if (filter.postId) query = query.where('reader_post_id', '=', filter.postId);
  if (filter.orgId) query = query.where('reader_post_id', 'in', [...filter.orgPostIds, NOBODY]);
  if (filter.subjectId) query = query.where('subject_id', '=', filter.subjectId);
  if (filter.from) query = query.where('at', '>=', filter.from);
  if (filter.until) query = query.where('at', '<', filter.until);
  if (after) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('at', 'id'), '<', tuple(after.at, after.id)),
    );
  }
  const rows = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map((row) => ({
    ...row,
    kind: null,
    seq: null,
    role: null,
    onBehalfOf: null,
    from: null,
    to: null,
  }));
}

/** An id nobody has, so that a list without posts finds nothing. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
