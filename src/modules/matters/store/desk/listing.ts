import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import type { MatterRow } from '../rows.ts';
import {
  type Asker,
  among,
  CONDITION_SQL,
  committeeHandles,
  explanationBy,
  extensionAsked,
  parkingAsked,
  withdrawalAsked,
} from './conditions.ts';

/** Rows somebody may list: everything of the neighborhood, what an organisation has to do with, or nothing. */
export type ListScope =
  | { readonly kind: 'everything' }
  | { readonly kind: 'organisation'; readonly asker: Asker; readonly desk: boolean }
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'nothing' };

/** The permission as a condition on `m`: it goes into every query of the desk, not after it. */
export function inScope(scope: ListScope): RawBuilder<boolean> {
  if (scope.kind === 'everything') return sql<boolean>`true`;
  if (scope.kind === 'nothing') return sql`false`;
  if (scope.kind === 'person')
    return sql`(m.reporter_person_id = ${scope.personId} or m.entered_by_person_id = ${scope.personId})`;
  const { asker, desk } = scope;
  const own = sql<boolean>`m.lead_org_id = ${asker.orgId} or m.reporter_org_id = ${asker.orgId}
    or (m.first_receiver_org_id = ${asker.orgId} and m.lead_org_id is null)
    or (m.entered_by_person_id = ${asker.personId} and m.complained_org_id is distinct from ${asker.orgId})
    or m.id in (select c.matter_id from matters.co_handler c
      where c.neighborhood_id = ${asker.neighborhoodId} and c.org_id = ${asker.orgId})`;
  if (!desk) return sql<boolean>`(${own})`;
  return sql<boolean>`(${own} or (m.status in ('SUBMITTED', 'ACCEPTED') and ${CONDITION_SQL.desk(asker)}))`;
}

/** Rows whose reporter's phone the asker may see: what a search by the last digits may find. */
export function phoneFindable(scope: ListScope, orgId: string | null): RawBuilder<boolean> {
  const notAgainstUs = sql<boolean>`(m.complained_org_id is distinct from ${orgId} or m.reveal_reporter)`;
  if (scope.kind === 'everything') return notAgainstUs;
  if (scope.kind === 'organisation') return sql<boolean>`(m.lead_org_id = ${orgId} and ${notAgainstUs})`;
  return sql`false`;
}

const FINAL = [
  'CLOSED_CONFIRMED',
  'CLOSED_UNCONFIRMED',
  'CLOSED_EXPLAINED',
  'DECLINED',
  'MERGED',
  'WITHDRAWN',
];
/** The same words as the partial indexes of 0003-matters.sql, so that they are used. */
export const isOpen = sql<boolean>`m.status not in (${sql.join(FINAL.map((s) => sql.lit(s)))})`;

/** A row of the desk's list, with what the waiting rule asks for. */
export type ListRow = Pick<
  MatterRow,
  | 'id'
  | 'code'
  | 'title'
  | 'text_hidden'
  | 'status'
  | 'level'
  | 'category'
  | 'version'
  | 'estate_id'
  | 'building_id'
  | 'stairwell_id'
  | 'unit_id'
  | 'common_part_id'
  | 'lead_org_id'
  | 'lead_post_id'
  | 'reveal_reporter'
  | 'complained_org_id'
  | 'reporter_org_id'
  | 'reporter_kind'
  | 'org_request'
  | 'accept_due_at'
  | 'first_action_due_at'
  | 'first_action_at'
  | 'first_contact_at'
  | 'escalation_reason'
  | 'follow_up_post_id'
  | 'parked_review_on'
  | 'unknown_calendar_year'
  | 'merged_count'
  | 'endorsement_count'
  | 'urge_count'
  | 'chronic'
  | 'supervision_level'
  | 'submitted_at'
  | 'closed_at'
> & {
  readonly calm: boolean;
  /** Null: no moment is promised. */
  readonly next_due: Date | null;
  readonly extension_asked: boolean;
  readonly parking_asked: boolean;
  readonly withdrawal_asked: boolean;
  readonly explanation_by: string | null;
  readonly committee_handles: boolean;
  readonly co_handlers: readonly string[];
};

const COLUMNS = sql`m.id, m.code, m.title, m.text_hidden, m.status, m.level, m.category, m.version, m.estate_id,
  m.building_id, m.stairwell_id, m.unit_id, m.common_part_id, m.lead_org_id, m.lead_post_id, m.complained_org_id, m.reveal_reporter,
  m.reporter_org_id, m.reporter_kind, m.org_request, m.accept_due_at, m.first_action_due_at, m.first_action_at,
  m.first_contact_at, m.escalation_reason, m.follow_up_post_id, m.parked_review_on, m.unknown_calendar_year,
  m.merged_count, m.endorsement_count, m.urge_count, m.chronic, m.supervision_level, m.submitted_at, m.closed_at, m.calm,
  nullif(m.next_due_at, 'infinity') as next_due`;

/** Where to go on: the sort key of the last row shown. */
export type Cursor =
  | { readonly by: 'pressing'; readonly calm: boolean; readonly due: Date | null; readonly id: string }
  | { readonly by: 'newest'; readonly at: Date; readonly id: string };

export type ListAsk = {
  readonly asker: Asker;
  readonly where: readonly RawBuilder<boolean>[];
  readonly sort: 'pressing' | 'newest';
  readonly after: Cursor | null;
  readonly limit: number;
};

function afterCursor(after: Cursor | null): RawBuilder<boolean> {
  if (after === null) return sql`true`;
  if (after.by === 'newest') return sql`(m.submitted_at, m.id) < (${after.at}, ${after.id})`;
  const due = after.due === null ? sql`'infinity'::timestamptz` : sql`${after.due}::timestamptz`;
  return sql`(m.calm, m.next_due_at, m.id) > (${after.calm}, ${due}, ${after.id})`;
}

/** One page of rows in the order asked for, the page's rows only joined with what hangs on them. */
export async function listRows(tx: Tx, ask: ListAsk): Promise<ListRow[]> {
  const order =
    ask.sort === 'pressing' ? sql`m.calm, m.next_due_at, m.id` : sql`m.submitted_at desc, m.id desc`;
  const where = [
    sql<boolean>`m.neighborhood_id = ${tx.actor.neighborhoodId}`,
    ...ask.where,
    afterCursor(ask.after),
  ];
  const { rows } = await sql<ListRow>`
    select ${COLUMNS}, ${extensionAsked(ask.asker)} as extension_asked, ${parkingAsked(ask.asker)} as parking_asked,
      ${withdrawalAsked(ask.asker)} as withdrawal_asked, ${explanationBy} as explanation_by,
      ${committeeHandles(ask.asker)} as committee_handles,
      array(select c.org_id::text from matters.co_handler c
        where c.neighborhood_id = m.neighborhood_id and c.matter_id = m.id) as co_handlers
    from (select * from matters.matter m where ${sql.join(where, sql` and `)}
      order by ${order} limit ${ask.limit}) m
    order by ${order}`.execute(tx.schema('matters'));
  return rows;
}

/** How many rows each chip has; one reading over the open rows. */
export async function countRows(
  tx: Tx,
  where: readonly RawBuilder<boolean>[],
  chips: Readonly<Record<string, RawBuilder<boolean>>>,
): Promise<Record<string, number>> {
  const names = Object.keys(chips);
  const counts = names.map((name) => sql`count(*) filter (where ${chips[name]!})::int as ${sql.ref(name)}`);
  const all = [sql<boolean>`m.neighborhood_id = ${tx.actor.neighborhoodId}`, isOpen, ...where];
  const { rows } = await sql<Record<string, number>>`
    select ${sql.join(counts)} from matters.matter m where ${sql.join(all, sql` and `)}`.execute(
    tx.schema('matters'),
  );
  return rows[0] ?? {};
}

/** What the chips mean, asked of rows. */
export const CHIP_SQL = {
  soon: (a: Asker, soon: Date) => sql<boolean>`(m.next_due_at > ${a.now} and m.next_due_at <= ${soon})`,
  overdue: (a: Asker) => sql<boolean>`(m.next_due_at <= ${a.now})`,
  requester: () => sql<boolean>`(m.status = 'WAITING_REQUESTER')`,
  'follow-up': () => sql<boolean>`(m.status in ('DONE_BY_HANDLER', 'FOLLOW_UP'))`,
  parked: () => sql<boolean>`(m.status = 'PARKED')`,
  escalated: () => sql<boolean>`(m.status = 'ESCALATED')`,
} as const;

/** Rows found by words: every token must be there. */
export function hasTokens(tokens: readonly string[]): RawBuilder<boolean> {
  const query = tokens
    .map((token) => `'${token.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`)
    .join(' & ');
  return sql`m.search @@ ${query}::tsquery`;
}

/** Rows whose reporter's phone has this blind index. */
export function hasPhone(column: 'tail' | 'whole', index: string): RawBuilder<boolean> {
  return column === 'tail'
    ? sql`m.reporter_phone_tail_index = ${index}`
    : sql`m.reporter_phone_index = ${index}`;
}

export function inEstate(estateId: string): RawBuilder<boolean> {
  return sql`m.estate_id = ${estateId}`;
}
/** A building or a common part, as it can be pressed on a plan. */
export type PlanPlace = { readonly kind: 'BUILDING' | 'COMMON_PART'; readonly id: string };

export function atPlace({ kind, id }: PlanPlace): RawBuilder<boolean> {
  return kind === 'BUILDING' ? sql`m.building_id = ${id}` : sql`m.common_part_id = ${id}`;
}

/** Open and overdue rows of an estate by building and common part; null for those that name neither. */
export async function openByPlace(tx: Tx, estateId: string, where: RawBuilder<boolean>) {
  const { rows } = await sql<{ place: string | null; open: number; overdue: number }>`
    select coalesce(m.common_part_id, m.building_id) as place, count(*)::int as open,
      (count(*) filter (where m.next_due_at <= ${tx.now}))::int as overdue
    from matters.matter m
    where m.neighborhood_id = ${tx.actor.neighborhoodId} and ${isOpen} and ${inEstate(estateId)} and ${where}
    group by 1`.execute(tx.schema('matters'));
  return rows;
}
export function ofLevel(level: string): RawBuilder<boolean> {
  return sql`m.level = ${level}`;
}
export function inGroup(group: string): RawBuilder<boolean> {
  return sql`m.category like ${`${group}%`}`;
}
export function withCode(code: string): RawBuilder<boolean> {
  return sql`m.code = ${code}`;
}
export function either(conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return sql`(${sql.join(conditions, sql` or `)})`;
}
export function both(conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return sql`(${sql.join(conditions, sql` and `)})`;
}
export function withLead(orgId: string): RawBuilder<boolean> {
  return among(sql`m.lead_org_id`, [orgId]);
}
