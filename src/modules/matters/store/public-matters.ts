/** Rows for pages that everybody may read. Nothing of the reporter and no free text is ever selected here. */
import { type ExpressionBuilder, sql } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';

/** Which matters may be shown one by one, as lists of codes; made by rules/resident/publicity.ts. */
export type Publishable = {
  readonly single: readonly string[];
  readonly withConsent: readonly string[];
  readonly statuses: readonly string[];
};

export type BoardWhere = {
  readonly estateId: string | null;
  readonly categories: readonly string[] | null;
  /** Submitted from, and before. */
  readonly from: Date | null;
  readonly until: Date | null;
  /** The last row already shown. */
  readonly after: { readonly submittedAt: Date; readonly id: string } | null;
};

type Matter = ExpressionBuilder<Pick<DB, 'matters.matter'>, 'matters.matter'>;

function publishable(e: Matter, { single, withConsent, statuses }: Publishable) {
  return e.and([
    e('status', 'in', [...statuses]),
    e('publish_withdrawn', '=', false),
    e.or([
      e('category', 'in', [...single]),
      e.and([e('category', 'in', [...withConsent]), e('publish_consent', '=', true)]),
    ]),
  ]);
}

const SHOWN = [
  'id',
  'category',
  'status',
  'publish_consent as publishConsent',
  'publish_withdrawn as publishWithdrawn',
  'estate_id as estateId',
  'building_id as buildingId',
  'submitted_at as submittedAt',
  'done_at as doneAt',
  'closed_at as closedAt',
  'public_line as publicLine',
  'endorsement_count as households',
] as const;

/** Matters of the public board, the newest first. */
export function boardRows(tx: Tx, may: Publishable, where: BoardWhere, limit: number) {
  const { after } = where;
  return tx
    .schema('matters')
    .selectFrom('matters.matter')
    .select(SHOWN)
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where((e) => publishable(e, may))
    .$if(where.estateId !== null, (q) => q.where('estate_id', '=', where.estateId!))
    .$if(where.categories !== null, (q) => q.where('category', 'in', [...where.categories!]))
    .$if(where.from !== null, (q) => q.where('submitted_at', '>=', where.from!))
    .$if(where.until !== null, (q) => q.where('submitted_at', '<', where.until!))
    .$if(after !== null, (q) =>
      q.where((e) =>
        e.or([
          e('submitted_at', '<', after!.submittedAt),
          e.and([e('submitted_at', '=', after!.submittedAt), e('id', '<', after!.id)]),
        ]),
      ),
    )
    .orderBy('submitted_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** The last matters whose reporters said "solved" and that have a line for the public. */
export function confirmedRows(tx: Tx, may: Publishable, limit: number) {
  return tx
    .schema('matters')
    .selectFrom('matters.matter')
    .select(SHOWN)
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where((e) => publishable(e, may))
    .where('closed_at', 'is not', null)
    .where('public_line', 'is not', null)
    .orderBy('closed_at', 'desc')
    .limit(limit)
    .execute();
}

/** Parked matters with the cause and the day of review, those reviewed first on top. */
export function parkedRows(tx: Tx, may: Publishable, limit: number) {
  return tx
    .schema('matters')
    .selectFrom('matters.matter')
    .innerJoin('matters.parking', (join) =>
      join
        .onRef('matters.parking.neighborhood_id', '=', 'matters.matter.neighborhood_id')
        .onRef('matters.parking.matter_id', '=', 'matters.matter.id')
        .on('matters.parking.state', '=', 'ACTIVE'),
    )
    .select([
      'matters.matter.id as id',
      'matters.matter.category as category',
      'matters.matter.estate_id as estateId',
      'matters.matter.building_id as buildingId',
      'matters.parking.cause as cause',
      'matters.parking.owner_org_id as ownerOrgId',
      'matters.parking.review_on as reviewOn',
    ])
    .where('matters.matter.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('matters.matter.status', '=', 'PARKED')
    .where('matters.matter.publish_withdrawn', '=', false)
    .where((e) =>
      e.or([
        e('matters.matter.category', 'in', [...may.single]),
        e.and([
          e('matters.matter.category', 'in', [...may.withConsent]),
          e('matters.matter.publish_consent', '=', true),
        ]),
      ]),
    )
    .orderBy('matters.parking.review_on')
    .limit(limit)
    .execute();
}

/** How often matters of a group came in since a moment, and how many of them are confirmed. */
export async function groupCounts(tx: Tx, groups: readonly string[], since: Date) {
  const group = sql<string>`left(category, 1)`;
  const rows = await tx
    .schema('matters')
    .selectFrom('matters.matter')
    .select((e) => [
      group.as('group'),
      e.fn.countAll<string>().as('total'),
      e.fn.countAll<string>().filterWhere('status', '=', 'CLOSED_CONFIRMED').as('confirmed'),
    ])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('submitted_at', '>=', since)
    .where('status', 'not in', ['DECLINED', 'MERGED', 'WITHDRAWN'])
    .where(group, 'in', [...groups])
    .groupBy(group)
    .execute();
  return rows.map((row) => ({
    group: row.group,
    total: Number(row.total),
    confirmed: Number(row.confirmed),
  }));
}

/** How the first contact of a matter stands, as far as the rates ask. */
export type ContactCell = 'NONE' | 'IN_TIME' | 'LATE' | 'OVERDUE' | 'WAITING';

/** Matters since a moment, counted by everything the rates depend on: few rows however many matters. */
export async function rateCells(tx: Tx, since: Date, estateId: string | null) {
  const contact = sql<ContactCell>`case
    when contact_due_at is null then 'NONE'
    when first_contact_at <= contact_due_at then 'IN_TIME'
    when first_contact_at is not null then 'LATE'
    when contact_due_at <= ${tx.now} then 'OVERDUE'
    else 'WAITING' end`;
  const rows = await tx
    .schema('matters')
    .selectFrom('matters.matter')
    .select((e) => [
      'status',
      'resolved',
      'satisfaction',
      'redo_count as redos',
      sql<boolean>`reporter_kind = 'ANONYMOUS'`.as('anonymous'),
      contact.as('contact'),
      e.fn.countAll<string>().as('n'),
    ])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('submitted_at', '>=', since)
    .$if(estateId !== null, (q) => q.where('estate_id', '=', estateId!))
    .groupBy(sql`1, 2, 3, 4, 5, 6`)
    .execute();
  return rows.map((row) => ({ ...row, n: Number(row.n) }));
}
