import { type RawBuilder, sql } from 'kysely';

/** Who asks, and when; ids are null for somebody without a post. */
export type Asker = {
  readonly neighborhoodId: string;
  readonly orgId: string;
  readonly postId: string;
  readonly personId: string | null;
  readonly isHead: boolean;
  readonly now: Date;
  readonly today: string;
  /** Estates the asker's organisation serves, and categories its desk may take up. */
  readonly deskEstateIds: readonly string[];
  readonly deskCategories: readonly string[];
  readonly committeeOrgIds: readonly string[];
};

/** A question to a row of matters.matter `m`. */
export type Question = (asker: Asker) => RawBuilder<boolean>;

/** One of a list; never true for an empty one. */
export function among(
  column: RawBuilder<unknown>,
  values: readonly string[],
  type: 'uuid' | 'text' = 'uuid',
) {
  return sql<boolean>`${column} = any(${sql.lit(`{${values.join(',')}}`)}::${sql.raw(type)}[])`;
}

/** Something asked for and not decided. The few open ones are read once, not looked for row by row. */
const open = (table: string, state: string): Question => {
  const name = sql.table(table);
  return (a) =>
    sql`(m.id in (select d.matter_id from ${name} d where d.neighborhood_id = ${a.neighborhoodId} and d.state = ${sql.lit(state)}))`;
};

const helps = (orgId: RawBuilder<unknown>) =>
  sql<boolean>`exists (select from matters.co_handler c where c.neighborhood_id = m.neighborhood_id and c.matter_id = m.id and c.org_id = ${orgId})`;

/** Whether the committee leads or helps. */
export const committeeHandles: Question = (a) => {
  const ids = sql.lit(`{${a.committeeOrgIds.join(',')}}`);
  return sql`(coalesce(m.lead_org_id = any(${ids}::uuid[]), false) or ${helps(sql`any(${ids}::uuid[])`)})`;
};

export const extensionAsked = open('matters.extension', 'REQUESTED');
export const parkingAsked = open('matters.parking', 'REQUESTED');
export const withdrawalAsked = open('matters.withdrawal', 'ASKED');

/** Who proposed the explanation that waits for a second person. */
export const explanationBy = sql<string | null>`(select e.proposed_by_person_id from matters.explanation e
  where e.neighborhood_id = m.neighborhood_id and e.matter_id = m.id and e.confirmed_at is null and e.refused_at is null
  and m.status = 'ESCALATED' limit 1)`;

/** The conditions of rules/desk/waiting-for.ts, asked of rows. */
export const CONDITION_SQL = {
  desk: (a) =>
    sql`(${among(sql`m.estate_id`, a.deskEstateIds)} and ${among(sql`m.category`, a.deskCategories, 'text')}
      and m.complained_org_id is distinct from ${a.orgId})`,
  'own-organisation-leads': (a) => sql`(m.lead_org_id = ${a.orgId})`,
  'own-post-leads': (a) =>
    a.isHead
      ? sql`(m.lead_org_id = ${a.orgId})`
      : sql`(m.lead_org_id = ${a.orgId} and (m.lead_post_id is null or m.lead_post_id = ${a.postId}))`,
  outside: (a) =>
    sql`(m.lead_org_id is distinct from ${a.orgId} and m.complained_org_id is distinct from ${a.orgId}
      and m.reporter_org_id is distinct from ${a.orgId} and not ${helps(sql`${a.orgId}`)})`,
  'branch-steps-in': (a) =>
    sql`(m.level = 'P0' or m.org_request or coalesce(m.accept_due_at < ${a.now}, false))`,
  'not-contacted': () => sql`(m.first_contact_at is null and m.reporter_kind <> 'ANONYMOUS')`,
  'no-first-action': () => sql`(m.first_action_due_at is not null and m.first_action_at is null)`,
  'extension-asked': extensionAsked,
  'parking-asked': parkingAsked,
  'withdrawal-asked': withdrawalAsked,
  'second-return': () => sql`coalesce(m.escalation_reason = 'SECOND_RETURN', false)`,
  'second-redo': () => sql`coalesce(m.escalation_reason = 'SECOND_REDO', false)`,
  'other-escalation': () => sql`(coalesce(m.escalation_reason, '') not in ('SECOND_RETURN', 'SECOND_REDO'))`,
  'explanation-by-somebody-else': (a) => sql`coalesce(${explanationBy} <> ${a.personId}, false)`,
  'review-day-has-come': (a) => sql`coalesce(m.parked_review_on <= ${a.today}::date, false)`,
  'follow-up-is-free-or-mine': (a) => sql`(m.follow_up_post_id is null or m.follow_up_post_id = ${a.postId})`,
  'committee-handled-it': committeeHandles,
  'calendar-year-missing': () => sql`(m.unknown_calendar_year is not null)`,
} as const satisfies Readonly<Record<string, Question>>;

/** One way in which a matter waits for the asker. */
export type WaitingQuestion = {
  readonly statuses: readonly string[];
  readonly when: readonly (keyof typeof CONDITION_SQL)[];
};

/** Whether a row waits for the asker in any of these ways. */
export function waits(asker: Asker, ways: readonly WaitingQuestion[]): RawBuilder<boolean> {
  if (ways.length === 0) return sql`false`;
  const each = ways.map(({ statuses, when }) => {
    const parts = [
      sql<boolean>`m.status in (${sql.join(statuses.map((s) => sql.lit(s)))})`,
      ...when.map((name) => CONDITION_SQL[name](asker)),
    ];
    return sql<boolean>`(${sql.join(parts, sql` and `)})`;
  });
  return sql`(${sql.join(each, sql` or `)})`;
}
