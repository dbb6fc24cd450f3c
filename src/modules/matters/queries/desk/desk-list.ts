import { normalisePhone } from '#kernel/contact.ts';
import { isUuid } from '#kernel/ids.ts';
import { addWorkMinutes } from '#kernel/work-calendar.ts';
import { PHONE_INDEX, PHONE_TAIL_INDEX, type Place } from '#modules/registry/contract.ts';
import { organisationsByIds, placesByIds } from '#modules/registry/facade.server.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { queryTokens } from '#platform/search/bigrams.ts';
import type { Level, MatterStatus } from '../../contract.ts';
import {
  type Condition,
  type WaitingFacts,
  waitingFor,
  waitingRowsOf,
} from '../../rules/desk/waiting-for.ts';
import { deskKindOf } from '../../rules/intake/categories.ts';
import { type Asker, CONDITION_SQL, type Question, waits } from '../../store/desk/conditions.ts';
import {
  atPlace,
  both,
  CHIP_SQL,
  type Cursor,
  countRows,
  either,
  hasPhone,
  hasTokens,
  inEstate,
  inGroup,
  inScope,
  isOpen,
  type ListRow,
  type ListScope,
  listRows,
  ofLevel,
  type PlanPlace,
  phoneFindable,
  withCode,
  withLead,
} from '../../store/desk/listing.ts';
import { deskAsker, deskScope } from './desk-asker.ts';

// A condition without a question to the database would be a type error here.
CONDITION_SQL satisfies Readonly<Record<Condition, Question>>;

/** The chips over the list; words under `desk.chip.<name>`. */
export const CHIPS = ['mine', 'soon', 'overdue', 'requester', 'follow-up', 'parked', 'all'] as const;
export type Chip = (typeof CHIPS)[number];

/** What is asked for, as in the address of the page. Unknown values count as absent. */
export type DeskQuery = {
  readonly chip: Chip;
  readonly words: string;
  readonly estateId: string | null;
  readonly level: string | null;
  /** `A` … `H`. */
  readonly group: string | null;
  readonly leadOrgId: string | null;
  readonly after: string | null;
};

export type DeskItem = {
  readonly id: string;
  readonly code: string;
  /** Null: hidden from this reader. */
  readonly title: string | null;
  readonly status: MatterStatus;
  readonly level: Level;
  readonly category: string;
  readonly version: number;
  readonly place: Place;
  /** A flat would tell the party complained about who complains. */
  readonly placeDetail: 'FULL' | 'BUILDING';
  readonly lead: { readonly nameZh: string; readonly nameEn: string } | null;
  /** The deadline that counts now; null when none is promised. */
  readonly dueAt: Date | null;
  readonly paused: boolean;
  readonly closed: boolean;
  readonly mergedCount: number;
  readonly endorsements: number;
  readonly urges: number;
  readonly chronic: boolean;
  readonly submittedAt: Date;
  /** What it awaits from the reader; empty when it awaits others. */
  readonly awaited: readonly string[];
};

export type DeskList = {
  readonly items: readonly DeskItem[];
  readonly counts: Readonly<Record<string, number>>;
  /** Where the next page begins, or null at the end. */
  readonly next: string | null;
  /** Whether what was typed was searched as the last digits of a phone too. */
  readonly byPhone: boolean;
  /** Years that deadlines need and nobody has entered. */
  readonly missingYears: boolean;
};

const PAGE = 40;
/** A deadline is near within a working day (rules/clock.ts). */
const SOON_WORK_MINUTES = 7 * 60;

/**
 * One page of the desk's list with the counts of its chips; the permission is inside every query.
 *
 * @param most rows of a page.
 */
export async function deskList(tx: Tx, query: DeskQuery, most = PAGE): Promise<DeskList> {
  const asker = await deskAsker(tx);
  const scope = deskScope(tx, asker);
  const calendar = await loadCalendar(tx);
  const near = addWorkMinutes(calendar, tx.now, SOON_WORK_MINUTES);
  const soon = near.known ? near.value : new Date(tx.now.getTime() + 86_400_000);
  const ways = waitingRowsOf(tx.actor);
  const chips = {
    mine: waits(asker, ways),
    soon: CHIP_SQL.soon(asker, soon),
    overdue: CHIP_SQL.overdue(asker),
    requester: CHIP_SQL.requester(),
    'follow-up': CHIP_SQL['follow-up'](),
    parked: CHIP_SQL.parked(),
    year: CONDITION_SQL['calendar-year-missing'](),
  };
  const allowed = inScope(scope);
  const counts = await countRows(tx, [allowed], chips);
  const search = searchOf(tx, scope, query.words);
  const searching = search !== null || query.chip === 'all';
  const where = [
    allowed,
    ...(search ? [search.where] : []),
    ...(searching ? [] : [isOpen, chips[query.chip as keyof typeof chips]]),
    ...(query.estateId ? [inEstate(query.estateId)] : []),
    ...(query.level ? [ofLevel(query.level)] : []),
    ...(query.group ? [inGroup(query.group)] : []),
    ...(query.leadOrgId ? [withLead(query.leadOrgId)] : []),
  ];
  const sort = searching ? 'newest' : 'pressing';
  const after = readCursor(query.after, sort);
  const rows = await listRows(tx, { asker, where, sort, after, limit: most + 1 });
  const shown = rows.slice(0, most);
  return {
    items: await itemsOf(tx, asker, shown),
    counts,
    next: rows.length > most ? writeCursor(shown.at(-1)!, sort) : null,
    byPhone: search?.byPhone ?? false,
    missingYears: (counts.year ?? 0) > 0,
  };
}

/** Matters by code as rows of the list, those the reader may see. */
export async function ticked(tx: Tx, codes: readonly string[]): Promise<DeskItem[]> {
  if (codes.length === 0) return [];
  const asker = await deskAsker(tx);
  const where = [inScope(deskScope(tx, asker)), either(codes.map(withCode))];
  const rows = await listRows(tx, { asker, where, sort: 'pressing', after: null, limit: codes.length });
  return itemsOf(tx, asker, rows);
}

/** Open matters at a place of an estate's plan, the most pressing first; those the reader may see. */
export async function openAt(tx: Tx, at: PlanPlace): Promise<DeskItem[]> {
  const asker = await deskAsker(tx);
  const where = [inScope(deskScope(tx, asker)), isOpen, atPlace(at)];
  const rows = await listRows(tx, { asker, where, sort: 'pressing', after: null, limit: PAGE });
  return itemsOf(tx, asker, rows);
}

/** What was typed as a condition: all its words, or four digits as the end of a phone, or a whole number. */
function searchOf(tx: Tx, scope: ListScope, typed: string) {
  const words = typed.trim().slice(0, 60);
  const tokens = queryTokens(words);
  if (tokens.length === 0) return null;
  const own = tx.actor.post?.orgId ?? null;
  const byWords = hasTokens(tokens);
  const digits = /^\d{4}$/.test(words) ? words : null;
  const whole = digits === null ? normalisePhone(words) : null;
  if (digits === null && whole === null) return { where: byWords, byPhone: false };
  const phone = digits
    ? hasPhone('tail', tx.vault.index(PHONE_TAIL_INDEX, digits))
    : hasPhone('whole', tx.vault.index(PHONE_INDEX, whole!));
  return { where: either([byWords, both([phone, phoneFindable(scope, own)])]), byPhone: true };
}

async function itemsOf(tx: Tx, asker: Asker, rows: readonly ListRow[]): Promise<DeskItem[]> {
  const places = await placesByIds(
    tx,
    rows.map((r) => ({
      estateId: r.estate_id,
      buildingId: r.building_id,
      stairwellId: r.stairwell_id,
      unitId: r.unit_id,
      commonPartId: r.common_part_id,
    })),
  );
  const leads = await organisationsByIds(
    tx,
    rows.map((r) => r.lead_org_id).filter((id) => id !== null),
  );
  const coordinator = tx.actor.role === 'RC' || tx.actor.role === 'GB';
  return rows.map((r, i) => {
    const lead = r.lead_org_id ? leads.get(r.lead_org_id) : undefined;
    return {
      id: r.id,
      code: r.code,
      title: r.text_hidden && !coordinator ? null : r.title,
      status: r.status as MatterStatus,
      level: r.level as Level,
      category: r.category,
      version: r.version,
      place: places[i]!,
      placeDetail: r.complained_org_id === asker.orgId && !r.reveal_reporter ? 'BUILDING' : 'FULL',
      lead: lead ? { nameZh: lead.nameZh, nameEn: lead.nameEn } : null,
      dueAt: r.next_due,
      paused: r.status === 'WAITING_REQUESTER',
      closed: r.closed_at !== null || r.status === 'MERGED',
      mergedCount: r.merged_count,
      endorsements: r.endorsement_count,
      urges: r.urge_count,
      chronic: r.chronic,
      submittedAt: r.submitted_at,
      awaited: waitingFor(tx.actor, waitingFactsOf(r, asker), tx.now, asker.today).map((w) => w.awaited),
    };
  });
}

/** A row as the waiting rule wants it. */
export function waitingFactsOf(r: ListRow, asker: Asker): WaitingFacts {
  const desk = asker.deskEstateIds.includes(r.estate_id) && asker.deskCategories.includes(r.category);
  return {
    status: r.status as MatterStatus,
    leadOrgId: r.lead_org_id,
    leadPostId: r.lead_post_id,
    coHandlerOrgIds: r.co_handlers,
    complainedOrgId: r.complained_org_id,
    reporterOrgId: r.reporter_org_id,
    anonymous: r.reporter_kind === 'ANONYMOUS',
    level: r.level,
    orgRequest: r.org_request,
    acceptDueAt: r.accept_due_at,
    firstActionDueAt: r.first_action_due_at,
    firstActionAt: r.first_action_at,
    firstContactAt: r.first_contact_at,
    escalationReason: r.escalation_reason,
    followUpPostId: r.follow_up_post_id,
    parkedReviewOn: r.parked_review_on as string | null,
    unknownCalendarYear: r.unknown_calendar_year,
    extensionAsked: r.extension_asked,
    parkingAsked: r.parking_asked,
    withdrawalAsked: r.withdrawal_asked,
    explanationProposedBy: r.explanation_by,
    deskOrgIds: desk && deskKindOf(r.category) !== null ? [asker.orgId] : [],
    committeeHandles: r.committee_handles,
  };
}

function writeCursor(row: ListRow, sort: 'pressing' | 'newest'): string {
  const parts =
    sort === 'newest'
      ? ['n', row.submitted_at.toISOString(), row.id]
      : [row.calm ? 'c' : 'p', row.next_due?.toISOString() ?? '', row.id];
  return parts.join('~');
}

function readCursor(text: string | null, sort: 'pressing' | 'newest'): Cursor | null {
  const [kind, at, id] = text?.split('~') ?? [];
  if (id === undefined || !isUuid(id)) return null;
  const moment = at === '' ? null : new Date(at!);
  if (moment !== null && Number.isNaN(moment.getTime())) return null;
  if (sort === 'newest') return kind === 'n' && moment ? { by: 'newest', at: moment, id } : null;
  if (kind !== 'c' && kind !== 'p') return null;
  return { by: 'pressing', calm: kind === 'c', due: moment, id };
}
