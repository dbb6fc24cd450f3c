import { isUuid } from '#kernel/ids.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { approvalsOf } from '#modules/redaction/facade.server.ts';
import type { TwoNames } from '#modules/registry/contract.ts';
import {
  holdersOf,
  organisations,
  organisationsByIds,
  placeTree,
  postsOf,
} from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { APPRAISAL_SUBJECT, type AppraisalAction } from '../../contract/appraisal.ts';
import { mayAppraise } from '../../permissions.ts';
import { appraisalSteps } from '../../rules/appraisal/appraisal-lifecycle.ts';
import { APPRAISED_KINDS } from '../../rules/appraisal/object.ts';
import { appraisalById, latestAppraisals, rectificationsOf } from '../../store/appraisal/appraisals.ts';
import {
  type AppraisalResults,
  appraisalViews,
  type PublicAppraisal,
  resultsFor,
} from './appraisal-views.ts';

const MOST = 60;

type Named = TwoNames & { readonly id: string };

/** A post that may answer for something, with its organisation and who holds it. */
export type AnsweringPost = Named & { readonly org: TwoNames; readonly holder: string };

export type DeskAppraisal = {
  readonly appraisal: PublicAppraisal;
  readonly version: number;
  readonly steps: readonly AppraisalAction[];
  readonly selfReport: string | null;
  readonly questions: string | null;
  readonly conclusion: string;
  readonly slipsOut: number;
  /** For whoever convenes, once the slips are counted. */
  readonly results: AppraisalResults | null;
  readonly items: readonly {
    readonly number: number;
    readonly task: string;
    readonly measure: string;
    readonly postId: string;
    readonly dueOn: string;
  }[];
  readonly posts: readonly AnsweringPost[];
  readonly pieceId: string | null;
};

/** Appraisals at the desk, the one to be held last on top. */
export async function deskAppraisals(
  tx: Tx,
): Promise<{ readonly appraisals: readonly PublicAppraisal[]; readonly mayPlan: boolean }> {
  const appraisals = await appraisalViews(tx, await latestAppraisals(tx, MOST));
  return { appraisals, mayPlan: (await appraisable(tx)).length > 0 };
}

/** An appraisal with what the reader may do now; null: there is none. */
export async function deskAppraisal(tx: Tx, id: string): Promise<DeskAppraisal | null> {
  const row = isUuid(id) ? await appraisalById(tx, id) : undefined;
  const [appraisal] = row ? await appraisalViews(tx, [row]) : [];
  if (!row || !appraisal) return null;
  const org = (await organisationsByIds(tx, [row.org_id])).get(row.org_id);
  const work = { orgId: row.org_id, isOfCommittee: org?.kind === 'RESIDENTS_COMMITTEE' };
  const steps = appraisalSteps(tx.actor, { ...work, state: row.state });
  const convenes = mayAppraise(tx.actor, 'count-slips', work) === null;
  const isOwn = mayAppraise(tx.actor, 'report-on-self', work) === null;
  const isCounted = row.state === 'COUNTED' || row.state === 'PUBLISHED';
  const piece = (await approvalsOf(tx, APPRAISAL_SUBJECT, [row.id])).get(row.id);
  const isWaiting = piece !== undefined && ['DRAFT', 'CHECKED', 'SENT_BACK'].includes(piece.state);
  return {
    appraisal,
    version: row.version,
    steps,
    selfReport: convenes || isOwn ? row.self_report : null,
    questions: convenes ? row.questions : null,
    conclusion: convenes ? (row.conclusion ?? '') : '',
    slipsOut: row.slips_out,
    results: convenes && isCounted ? await resultsFor(tx, row) : null,
    items: convenes
      ? (await rectificationsOf(tx, [row.id])).map(({ number, task, measure, post_id, due_on }) => ({
          number,
          task,
          measure,
          postId: post_id,
          dueOn: due_on,
        }))
      : [],
    posts: steps.includes('list-rectification') ? await answeringPosts(tx) : [],
    pieceId: convenes && isWaiting ? piece.pieceId : null,
  };
}

/** Organisations whose work the actor may have appraised. */
async function appraisable(tx: Tx): Promise<Named[]> {
  return (await organisations(tx))
    .filter(
      (org) =>
        APPRAISED_KINDS.includes(org.kind) &&
        mayAppraise(tx.actor, 'plan-appraisal', {
          orgId: org.id,
          isOfCommittee: org.kind === 'RESIDENTS_COMMITTEE',
        }) === null,
    )
    .map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn }));
}

/** Posts with a holder, of organisations that can answer for something. */
async function answeringPosts(tx: Tx): Promise<AnsweringPost[]> {
  const orgs = new Map(
    (await organisations(tx)).filter((org) => APPRAISED_KINDS.includes(org.kind)).map((org) => [org.id, org]),
  );
  const posts = await postsOf(tx, [...orgs.keys()]);
  const holders = await holdersOf(
    tx,
    posts.map((post) => post.id),
    dateKey(tx.now),
  );
  return posts
    .toSorted((a, b) => Number(b.isHead) - Number(a.isHead))
    .flatMap((post) => {
      const holder = holders.get(post.id);
      const org = orgs.get(post.orgId);
      if (holder?.as !== 'HOLDER' || !org) return [];
      return [{ id: post.id, nameZh: post.nameZh, nameEn: post.nameEn, org, holder: holder.name }];
    });
}

export type PlanChoices = { readonly orgs: readonly Named[]; readonly estates: readonly Named[] };

/** What one may choose when an appraisal is planned; no organisations: the reader plans none. */
export async function planChoices(tx: Tx): Promise<PlanChoices> {
  const estates = (await placeTree(tx)).map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn }));
  return { orgs: await appraisable(tx), estates };
}
