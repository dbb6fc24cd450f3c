import type { Actor } from '#kernel/actor.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import type { PieceState } from '#modules/redaction/contract.ts';
import type { Place, TwoNames } from '#modules/registry/contract.ts';
import { organisations, placesByIds, servingOrganisations } from '#modules/registry/facade.server.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Channel, Level, MatterAction, MatterKind, MatterStatus } from '../../contract.ts';
import { mayOfferPhoto, mayReadContact, reporterView, visibleTo } from '../../permissions.ts';
import { clocksOf, type NamedClock } from '../../rules/desk/clocks.ts';
import { type Offer, type OfferFacts, offersFor } from '../../rules/desk/offers.ts';
import { type WaitingRow, waitingFor } from '../../rules/desk/waiting-for.ts';
import { deskKindOf } from '../../rules/intake/categories.ts';
import { publicationOf } from '../../rules/resident/publicity.ts';
import { inScope, listRows, withCode } from '../../store/desk/listing.ts';
import { rolesOf } from '../../store/desk/related.ts';
import { detailsOf } from '../../store/details.ts';
import { factsOf } from '../../store/facts.ts';
import { findMatter } from '../../store/matters.ts';
import type { DetailRow, MatterRow } from '../../store/rows.ts';
import { tracksOf } from '../../store/tracks.ts';
import { type DossierPhoto, lineAtGate, photosAtGate } from '../public/at-gate.ts';
import { deskAsker, deskScope } from './desk-asker.ts';
import { waitingFactsOf } from './desk-list.ts';
import { heldPosts, type PostHeld, type ReporterShown, reporterShown } from './dossier-people.ts';
import { type DeskEntry, deskTimeline } from './dossier-timeline.ts';
import { type Related, relatedTo } from './related-matters.ts';

export type DossierTrack = {
  readonly kind: 'RESIDENT' | 'COORDINATION';
  readonly post: PostHeld | null;
  readonly dueOn: string;
  readonly closed: boolean;
  readonly summary: string | null;
  readonly steps: readonly { readonly id: string; readonly text: string; readonly doneAt: Date | null }[];
};

/** A matter as somebody at the desk sees it, with exactly what they may do. */
export type Dossier = {
  readonly row: Pick<
    MatterRow,
    | 'id'
    | 'code'
    | 'version'
    | 'external_no'
    | 'place_note'
    | 'submitted_at'
    | 'conflict_on_site'
    | 'org_request'
    | 'proactive'
    | 'chronic'
    | 'round'
    | 'redo_count'
    | 'return_count'
    | 'urge_count'
    | 'endorsement_count'
    | 'merged_count'
    | 'supervision_level'
    | 'escalation_reason'
    | 'unknown_calendar_year'
    | 'result_summary'
    | 'public_line'
    | 'resolved'
    | 'satisfaction'
    | 'decline_reason'
    | 'decline_where'
    | 'follow_up_attempts'
    | 'text_hidden'
    | 'category'
    | 'complained_org_id'
    | 'lead_org_id'
    | 'lead_post_id'
  >;
  readonly status: MatterStatus;
  readonly level: Level;
  readonly kind: MatterKind;
  readonly channel: Channel;
  /** Null: hidden from this reader. */
  readonly title: string | null;
  readonly description: string | null;
  readonly place: Place;
  /** How much of the place is told: a flat would tell the complained-about party who complains. */
  readonly placeDetail: 'FULL' | 'BUILDING';
  readonly reporter: ReporterShown;
  readonly enteredBy: PostHeld | null;
  readonly complained: TwoNames | null;
  readonly lead: { readonly org: TwoNames | null; readonly post: PostHeld | null };
  readonly coHandlers: readonly (TwoNames & { readonly id: string })[];
  readonly roles: readonly { readonly role: string; readonly post: PostHeld | null }[];
  readonly followUpBy: PostHeld | null;
  readonly clocks: readonly NamedClock[];
  readonly tracks: readonly DossierTrack[];
  readonly extension: DetailRow<'matters.extension'> | null;
  readonly parking: (DetailRow<'matters.parking'> & { readonly owner: TwoNames | null }) | null;
  readonly explanation: DetailRow<'matters.explanation'> | null;
  readonly withdrawal: DetailRow<'matters.withdrawal'> | null;
  readonly timeline: readonly DeskEntry[];
  readonly related: Related;
  readonly photos: readonly DossierPhoto[];
  readonly mayShowPhotos: boolean;
  /** How a line for the public that is not out stands at the gate. */
  readonly lineAtGate: PieceState | null;
  readonly offers: readonly Offer[];
  readonly awaited: readonly string[];
  /** Whether the first offer is what the matter waits for. */
  readonly isAwaited: boolean;
  /** Whether the reader may hand out the slip with the query PIN. */
  readonly maySlip: boolean;
};

/** The matter of a code, or null when there is none or the reader may not see it: both look the same. */
export async function dossier(tx: Tx, code: string): Promise<Dossier | null> {
  const asker = await deskAsker(tx);
  const allowed = inScope(deskScope(tx, asker));
  const where = [allowed, withCode(code)];
  const [found] = await listRows(tx, { asker, where, sort: 'newest', after: null, limit: 1 });
  const row = found && (await findMatter(tx, found.id));
  if (!found || !row) return null;
  const orgs = new Map((await organisations(tx)).map((org) => [org.id, org]));
  const desks = await deskOrgIds(tx, row);
  const facts = await factsOf(tx, row, desks, false);
  const view = reporterView(tx.actor, facts);
  const records = await recordsOf(tx, row);
  const waiting = { ...waitingFactsOf(found, asker), deskOrgIds: desks };
  const awaited = waitingFor(tx.actor, waiting, tx.now, asker.today);
  const offers = offersFor(tx.actor, facts, offerFacts(row, records), actionsOf(awaited));
  const [place] = await placesByIds(tx, [placeIds(row)]);
  const org = (id: string | null) => (id ? (orgs.get(id) ?? null) : null);
  const told = toldTo(tx.actor, row);
  return {
    row,
    status: row.status as MatterStatus,
    level: row.level as Level,
    kind: row.kind as MatterKind,
    channel: row.channel as Channel,
    title: told.words ? row.title : null,
    description: told.words ? row.description : null,
    place: place!,
    placeDetail: told.household ? 'FULL' : 'BUILDING',
    photos: told.household ? await photosAtGate(tx, row.id) : [],
    mayShowPhotos: mayOfferPhoto(tx.actor) && publicationOf(row.category) !== 'COUNT',
    lineAtGate: await lineAtGate(tx, row.id),
    reporter: reporterShown(row, { view, mayAsk: mayReadContact(tx.actor, facts) }, org(row.reporter_org_id)),
    complained: org(row.complained_org_id),
    coHandlers: facts.coHandlerOrgIds.flatMap((id) => orgs.get(id) ?? []),
    ...(await whoHandles(tx, row, records, org(row.lead_org_id), view === 'HIDDEN')),
    clocks: clocksOf(clocked(row), tx.now, await loadCalendar(tx)),
    extension: records.extension,
    parking: records.parking ? { ...records.parking, owner: org(records.parking.owner_org_id) } : null,
    explanation: records.explanation,
    withdrawal: records.withdrawal,
    timeline: forReader(tx.actor, await deskTimeline(tx, row, orgs, view === 'HIDDEN')),
    related: await relatedTo(tx, row, allowed),
    offers,
    maySlip: maySlip(tx.actor, row),
    awaited: awaited.map((w) => w.awaited),
    isAwaited: offers[0]?.refusal === null && awaited.some((w) => w.action === offers[0]?.action),
  };
}

function actionsOf(awaited: readonly WaitingRow[]): MatterAction[] {
  return awaited.flatMap((w) => (w.action === null ? [] : [w.action]));
}

/**
 * The PIN proves somebody to be the reporter: only the coordinators and who entered the matter get it, and
 * never the party complained about.
 */
function maySlip(actor: Actor, row: MatterRow): boolean {
  if (row.complained_org_id !== null && row.complained_org_id === actor.post?.orgId) return false;
  if (actor.role === 'RC' || actor.role === 'GB') return true;
  return actor.personId !== null && actor.personId === row.entered_by_person_id;
}

/** Who only entered a matter for somebody does not read what the handlers write for each other. */
function forReader(actor: Actor, entries: readonly DeskEntry[]): DeskEntry[] {
  const isHandling = visibleTo(actor).kind !== 'person';
  return entries.filter((entry) => isHandling || !entry.isInternal);
}

/** Hidden words are for the coordinators; what points at a household is not for the party complained about. */
function toldTo(actor: Actor, row: MatterRow): { words: boolean; household: boolean } {
  const coordinator = actor.role === 'RC' || actor.role === 'GB';
  const against = row.complained_org_id !== null && row.complained_org_id === actor.post?.orgId;
  return { words: !row.text_hidden || coordinator, household: !against || row.reveal_reporter };
}

/** Everybody who has to do with it, each post with who holds it today. */
async function whoHandles(
  tx: Tx,
  row: MatterRow,
  records: Records,
  leadOrg: TwoNames | null,
  isReporterHidden: boolean,
) {
  const people = await heldPosts(tx, [
    row.lead_post_id,
    row.entered_by_post_id,
    row.follow_up_post_id,
    ...records.tracks.map((t) => t.post_id),
    ...records.roles.map((r) => r.post_id),
  ]);
  const post = (id: string | null) => (id ? (people.get(id) ?? null) : null);
  const steps = records.steps.toSorted((a, b) => a.position - b.position);
  return {
    lead: { org: leadOrg, post: post(row.lead_post_id) },
    enteredBy: isReporterHidden && row.reporter_org_id ? null : post(row.entered_by_post_id),
    followUpBy: post(row.follow_up_post_id),
    roles: records.roles.map((r) => ({ role: r.role, post: post(r.post_id) })),
    tracks: records.tracks.map((t) => ({
      kind: t.kind as DossierTrack['kind'],
      post: post(t.post_id),
      dueOn: t.due_on,
      closed: t.state === 'CLOSED',
      summary: t.summary,
      steps: steps
        .filter((s) => s.track_id === t.id)
        .map((s) => ({ id: s.id, text: s.text, doneAt: s.done_at })),
    })),
  };
}

function offerFacts(row: MatterRow, records: Records): OfferFacts {
  return {
    openTracks: records.tracks.filter((t) => t.state === 'OPEN').length,
    twoTrack: row.two_track,
    extensionAsked: records.extension !== null,
    parkingAsked: records.parking?.state === 'REQUESTED',
    withdrawalAsked: records.withdrawal !== null,
    extended: row.extended,
    chronic: row.chronic,
    supervisionLevel: row.supervision_level,
    textHidden: row.text_hidden,
    answered: row.resolved !== null,
  };
}

type Records = Awaited<ReturnType<typeof recordsOf>>;

async function deskOrgIds(tx: Tx, row: MatterRow): Promise<string[]> {
  const kind = deskKindOf(row.category);
  if (kind === null) return [];
  return (await servingOrganisations(tx, row.estate_id, kind, dateKey(tx.now))).map((org) => org.id);
}

async function recordsOf(tx: Tx, row: MatterRow) {
  const parkings = await detailsOf(tx, 'matters.parking', row.id);
  const explanations = await detailsOf(tx, 'matters.explanation', row.id);
  return {
    tracks: await tracksOf(tx, row.id),
    steps: await detailsOf(tx, 'matters.track_step', row.id),
    roles: await rolesOf(tx, row.id),
    extension:
      (await detailsOf(tx, 'matters.extension', row.id)).find((e) => e.state === 'REQUESTED') ?? null,
    parking: parkings.find((p) => p.state === 'REQUESTED' || p.state === 'ACTIVE') ?? null,
    explanation: explanations.find((e) => e.refused_at === null) ?? null,
    withdrawal: (await detailsOf(tx, 'matters.withdrawal', row.id)).find((w) => w.state === 'ASKED') ?? null,
  };
}

function placeIds(row: MatterRow) {
  return {
    estateId: row.estate_id,
    buildingId: row.building_id,
    stairwellId: row.stairwell_id,
    unitId: row.unit_id,
    commonPartId: row.common_part_id,
  };
}

function clocked(row: MatterRow) {
  return {
    status: row.status,
    level: row.level as Level,
    anonymous: row.reporter_kind === 'ANONYMOUS',
    submittedOn: dateKey(row.submitted_at),
    submittedAt: row.submitted_at,
    acceptDueAt: row.accept_due_at,
    acceptedAt: row.accepted_at,
    assignedAt: row.assigned_at,
    leadAcceptDueAt: row.lead_accept_due_at,
    leadAcceptedAt: row.lead_accepted_at,
    firstActionDueAt: row.first_action_due_at,
    firstActionAt: row.first_action_at,
    contactDueAt: row.contact_due_at,
    firstContactAt: row.first_contact_at,
    handleDueAt: row.handle_due_at,
    doneAt: row.done_at,
    closedAt: row.closed_at,
    followUpDueAt: row.follow_up_due_at,
    lastAttemptAt: row.last_attempt_at,
    parkedReviewAt: row.parked_review_on ? new Date(`${row.parked_review_on}T09:00:00+08:00`) : null,
    waitingSince: row.waiting_since,
    extended: row.extended,
    redoCount: row.redo_count,
    externalDueAt: row.external_due_at,
  };
}
