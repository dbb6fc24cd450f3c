import { personConcerned } from '#kernel/actor.ts';
import { redact } from '#kernel/personal-data.ts';
import type { OrganisationView, Place, PostView, TwoNames } from '#modules/registry/contract.ts';
import { organisationsByIds, placesByIds, postsByIds } from '#modules/registry/facade.server.ts';
import { eventsAbout } from '#platform/audit/read-events.ts';
import type { Tx } from '#platform/db/database.ts';
import {
  type DeclineReason,
  MATTER_SUBJECT,
  type MatterStatus,
  type ParkingCause,
  type TrackKind,
} from '../../contract.ts';
import { type ConsentOffer, consentsToOffer } from '../../rules/resident/consents.ts';
import { type NextStep, nextStep, sharedStep } from '../../rules/resident/next-step.ts';
import { type OwnAction, ownActions } from '../../rules/resident/own-actions.ts';
import { residentTimeline, sharedTimeline, type TimelineEntry } from '../../rules/resident/timeline.ts';
import { detailsOf } from '../../store/details.ts';
import { factsOf } from '../../store/facts.ts';
import { findMatter, findMatterByCode } from '../../store/matters.ts';
import { lastAnswerOf, photosOf } from '../../store/own-matters.ts';
import type { MatterRow } from '../../store/rows.ts';
import { tracksOf } from '../../store/tracks.ts';
import { stepping } from './own-matters.ts';

/** Who answers for a matter. */
export type Answerable = { readonly org: OrganisationView; readonly post: PostView | null };

/** One line of the timeline with the organisation in words. */
export type ToldEntry = Omit<TimelineEntry, 'orgId'> & { readonly org: TwoNames | null };

export type ParkedWhy = {
  readonly cause: ParkingCause;
  readonly reason: string;
  readonly unlockCondition: string;
  readonly interimMeasure: string;
  readonly reviewOn: string;
};

/** How the work goes: of one's own matter, or of the main one it was merged into. */
export type Course = {
  readonly status: MatterStatus;
  readonly answerable: Answerable | null;
  readonly next: NextStep;
  readonly timeline: readonly ToldEntry[];
  readonly tracks: readonly {
    readonly kind: TrackKind;
    readonly dueOn: string;
    readonly closed: boolean;
    readonly post: TwoNames | null;
  }[];
  readonly parked: ParkedWhy | null;
  /** What was done, in the handlers' words. */
  readonly result: string | null;
  readonly extended: boolean;
  readonly handleDueAt: Date | null;
};

/** A matter as its reporter sees it. */
export type Progress = Course & {
  readonly matterId: string;
  readonly code: string;
  readonly title: string;
  readonly description: string;
  readonly textHidden: boolean;
  readonly category: string;
  readonly level: string;
  readonly submittedAt: Date;
  readonly place: Place;
  readonly photos: readonly { readonly fileId: string }[];
  readonly declined: {
    readonly reason: DeclineReason;
    readonly explanation: string;
    readonly where: string;
  } | null;
  /** The main matter it was merged into, told without anything of the other reporter. */
  readonly main: Course | null;
  readonly households: number;
  readonly answer: { readonly resolved: boolean; readonly satisfaction: number } | null;
  readonly withdrawalAsked: boolean;
  readonly actions: readonly OwnAction[];
  readonly consents: readonly ConsentOffer[];
};

/** The matter of a code, if the actor is its reporter or proved so with the PIN; else nothing, as if there were none. */
export async function ownMatterRow(tx: Tx, code: string, provenByPin: boolean): Promise<MatterRow | null> {
  const row = await findMatterByCode(tx, code);
  if (!row) return null;
  const person = personConcerned(tx.actor);
  const isReporter = person !== null && person === row.reporter_person_id;
  return isReporter || provenByPin ? row : null;
}

/** The progress of a matter in the words of its reporter; null when it is not theirs or there is none. */
export async function progress(tx: Tx, code: string, provenByPin: boolean): Promise<Progress | null> {
  const row = await ownMatterRow(tx, code, provenByPin);
  if (!row) return null;
  const mainRow = row.merged_into_id ? ((await findMatter(tx, row.merged_into_id)) ?? null) : null;
  const own = await courseOf(tx, row, 'OWN');
  const [place] = await placesByIds(tx, [placeIds(row)]);
  const photos = await photosOf(tx, row.id);
  const withdrawalAsked = (await detailsOf(tx, 'matters.withdrawal', row.id)).some(
    (w) => w.state === 'ASKED',
  );
  const answer = await lastAnswerOf(tx, row.id);
  const known = {
    facts: await factsOf(tx, row, [], provenByPin),
    mainStatus: (mainRow?.status ?? null) as MatterStatus | null,
    resolved: row.resolved,
    submittedAt: row.submitted_at,
    closedAt: row.closed_at,
    withdrawalAsked,
    photos: photos.length,
  };
  return {
    ...own,
    matterId: row.id,
    code: row.code,
    title: row.title,
    description: row.text_hidden ? '' : row.description,
    textHidden: row.text_hidden,
    category: row.category,
    level: row.level,
    submittedAt: row.submitted_at,
    place: place!,
    photos,
    declined: declinedOf(row),
    main: mainRow && (await courseOf(tx, mainRow, 'MERGED_INTO')),
    households: mainRow ? mainRow.endorsement_count : row.endorsement_count,
    answer: answer && { resolved: answer.resolved === true, satisfaction: answer.satisfaction ?? 0 },
    withdrawalAsked,
    actions: ownActions(tx.actor, known, tx.now),
    consents: consentsToOffer({
      category: row.category,
      complainedOrgId: row.complained_org_id,
      publishConsent: row.publish_consent,
      publishWithdrawn: row.publish_withdrawn,
      revealReporter: row.reveal_reporter,
    }),
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

function declinedOf(row: MatterRow): Progress['declined'] {
  if (row.decline_reason === null) return null;
  return {
    reason: row.decline_reason as DeclineReason,
    explanation: row.result_summary ?? '',
    where: row.decline_where ?? '',
  };
}

/** How the work goes. Of a main matter, texts are cleared of personal data and what concerns its reporter is left out. */
async function courseOf(tx: Tx, row: MatterRow, as: 'OWN' | 'MERGED_INTO'): Promise<Course> {
  const clean = (said: string) => (as === 'OWN' ? said : redact(said));
  const tracks = await tracksOf(tx, row.id);
  const posts = await postsByIds(tx, [
    ...tracks.map((t) => t.post_id),
    ...(row.lead_post_id ? [row.lead_post_id] : []),
  ]);
  const entries = await entriesOf(tx, row);
  const shown = as === 'OWN' ? entries : sharedTimeline(entries);
  const orgIds = shown.flatMap((entry) => (entry.orgId ? [entry.orgId] : []));
  const orgs = await organisationsByIds(tx, [...orgIds, ...(row.lead_org_id ? [row.lead_org_id] : [])]);
  const next = nextStep(stepping(camel(row)), tx.now);
  const lead = row.lead_org_id ? orgs.get(row.lead_org_id) : undefined;
  return {
    status: row.status as MatterStatus,
    answerable: lead ? { org: lead, post: posts.get(row.lead_post_id ?? '') ?? null } : null,
    next: as === 'OWN' ? next : sharedStep(next),
    timeline: shown.map(({ orgId, ...entry }) => ({
      ...entry,
      text: entry.text === null ? null : clean(entry.text),
      org: (orgId && orgs.get(orgId)) || null,
    })),
    tracks: tracks.map((t) => ({
      kind: t.kind as TrackKind,
      dueOn: t.due_on,
      closed: t.state === 'CLOSED',
      post: posts.get(t.post_id) ?? null,
    })),
    parked: row.status === 'PARKED' ? await parkedWhy(tx, row.id, clean) : null,
    result: row.status !== 'DECLINED' && row.result_summary !== null ? clean(row.result_summary) : null,
    extended: row.extended,
    handleDueAt: row.handle_due_at,
  };
}

async function entriesOf(tx: Tx, row: MatterRow): Promise<TimelineEntry[]> {
  const notes = await detailsOf(tx, 'matters.note', row.id);
  const texts = new Map(notes.filter((n) => n.visibility === 'PUBLIC').map((n) => [n.id, n.text]));
  const events = await eventsAbout(tx, MATTER_SUBJECT, row.id);
  return residentTimeline(
    events.map((event) => ({
      kind: event.kind,
      at: event.at,
      toState: event.to_state,
      reason: event.reason,
      data: (event.data ?? {}) as Readonly<Record<string, unknown>>,
      orgId: event.org_id,
      postId: event.post_id,
      byProxy: event.on_behalf_of !== null && event.post_id === null,
    })),
    (id) => texts.get(id) ?? null,
    row.result_summary,
  );
}

async function parkedWhy(
  tx: Tx,
  matterId: string,
  clean: (said: string) => string,
): Promise<ParkedWhy | null> {
  const active = (await detailsOf(tx, 'matters.parking', matterId)).find((p) => p.state === 'ACTIVE');
  if (!active) return null;
  return {
    cause: active.cause as ParkingCause,
    reason: clean(active.reason),
    unlockCondition: clean(active.unlock_condition),
    interimMeasure: clean(active.interim_measure),
    reviewOn: active.review_on,
  };
}

function camel(row: MatterRow) {
  return {
    status: row.status,
    reporterKind: row.reporter_kind,
    reporterPersonId: row.reporter_person_id,
    acceptDueAt: row.accept_due_at,
    contactDueAt: row.contact_due_at,
    firstContactAt: row.first_contact_at,
    handleDueAt: row.handle_due_at,
    waitingSince: row.waiting_since,
    parkedReviewOn: row.parked_review_on,
    doneAt: row.done_at,
    closedAt: row.closed_at,
    submittedAt: row.submitted_at,
    mergedIntoId: row.merged_into_id,
    resolved: row.resolved,
  };
}
