import { isUuid } from '#kernel/ids.ts';
import type { TwoNames } from '#modules/registry/contract.ts';
import { organisationsByIds, placesByIds, postsByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { AppraisalObject, AppraisalState, CriterionResult } from '../../contract/appraisal.ts';
import { resultsOf } from '../../rules/appraisal/results.ts';
import {
  type AppraisalRow,
  appraisalById,
  latestAppraisals,
  type RectificationRow,
  rectificationsOf,
} from '../../store/appraisal/appraisals.ts';
import { slipsOf } from '../../store/appraisal/slips.ts';

const MOST = 60;

/** Something that is to be put right: by an organisation and a post, never a person's name. */
export type PublicRectification = {
  readonly number: number;
  readonly task: string;
  readonly measure: string;
  readonly org: TwoNames | null;
  readonly post: TwoNames | null;
  readonly dueOn: string;
};

/** An appraisal as everybody may read it. */
export type PublicAppraisal = {
  readonly id: string;
  readonly code: string;
  readonly state: AppraisalState;
  readonly objectKind: AppraisalObject;
  readonly title: string;
  readonly org: (TwoNames & { readonly id: string }) | null;
  readonly estate: TwoNames | null;
  readonly finishedOn: string | null;
  readonly criteria: readonly string[];
  readonly startsAt: Date;
  readonly place: string;
  readonly reason: string | null;
  readonly convener: TwoNames | null;
};

export type AppraisalResults = {
  readonly slips: { readonly out: number; readonly back: number; readonly void: number };
  readonly criteria: readonly CriterionResult[];
};

export type PublishedAppraisal = {
  readonly appraisal: PublicAppraisal;
  /** Null before it is published. */
  readonly results: AppraisalResults | null;
  readonly selfReport: string;
  readonly questions: string;
  readonly conclusion: string;
  /** The resolution under which the list is followed. */
  readonly resolution: string | null;
  readonly rectifications: readonly PublicRectification[];
};

/** Appraisals for everybody, the one to be held last on top. */
export async function publicAppraisals(tx: Tx): Promise<PublicAppraisal[]> {
  return appraisalViews(tx, await latestAppraisals(tx, MOST));
}

/** An appraisal with what was published of it; null: there is none. */
export async function publicAppraisal(tx: Tx, id: string): Promise<PublishedAppraisal | null> {
  const row = isUuid(id) ? await appraisalById(tx, id) : undefined;
  const [appraisal] = row ? await appraisalViews(tx, [row]) : [];
  if (!row || !appraisal) return null;
  const { published } = row;
  const isOut = row.state === 'PUBLISHED' && published !== null;
  return {
    appraisal,
    results: isOut ? await resultsFor(tx, row) : null,
    selfReport: published?.selfReport ?? '',
    questions: published?.questions ?? '',
    conclusion: published?.conclusion ?? '',
    resolution: row.resolution_code,
    rectifications: isOut
      ? (await rectificationViews(tx, await rectificationsOf(tx, [row.id]))).map((one) => ({
          ...one,
          task: published.tasks[one.number] ?? '',
          measure: published.measures[one.number] ?? '',
        }))
      : [],
  };
}

export async function appraisalViews(tx: Tx, rows: readonly AppraisalRow[]): Promise<PublicAppraisal[]> {
  const orgs = await organisationsByIds(
    tx,
    rows.flatMap((row) => [row.org_id, row.planned_by_org_id]),
  );
  const places = await placesByIds(
    tx,
    rows.flatMap((row) => (row.estate_id ? [{ estateId: row.estate_id }] : [])),
  );
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    state: row.state,
    objectKind: row.object_kind,
    title: row.title,
    org: orgs.get(row.org_id) ?? null,
    estate: places.find((place) => place.estate.id === row.estate_id)?.estate ?? null,
    finishedOn: row.finished_on,
    criteria: row.criteria,
    startsAt: row.starts_at,
    place: row.place,
    reason: row.reason,
    convener: orgs.get(row.planned_by_org_id) ?? null,
  }));
}

/** What the slips say, with how many were handed out and came back. */
export async function resultsFor(tx: Tx, row: AppraisalRow): Promise<AppraisalResults> {
  const slips = await slipsOf(tx, row.id);
  return {
    slips: { out: row.slips_out, back: slips.length, void: row.slips_void },
    criteria: resultsOf(row.criteria, slips),
  };
}

export async function rectificationViews(
  tx: Tx,
  rows: readonly RectificationRow[],
): Promise<PublicRectification[]> {
  const orgs = await organisationsByIds(
    tx,
    rows.map((row) => row.org_id),
  );
  const posts = await postsByIds(
    tx,
    rows.map((row) => row.post_id),
  );
  return rows.map((row) => ({
    number: row.number,
    task: row.task,
    measure: row.measure,
    org: orgs.get(row.org_id) ?? null,
    post: posts.get(row.post_id) ?? null,
    dueOn: row.due_on,
  }));
}
