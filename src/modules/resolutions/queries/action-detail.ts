import { isUuid } from '#kernel/ids.ts';
import { matterTraces } from '#modules/matters/facade.server.ts';
import type { TwoNames } from '#modules/registry/contract.ts';
import {
  organisations,
  organisationsByIds,
  peopleByIds,
  postsByIds,
  postsOf,
} from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import {
  type ActionStep,
  type Answer,
  type Check,
  OVER,
  type PublicAction,
  type ResolutionState,
} from '../contract.ts';
import { readsActions } from '../permissions.ts';
import { factsFrom, verdictFor } from '../rules/action-flags.ts';
import { stepsFor } from '../rules/action-lifecycle.ts';
import type { Verdict } from '../rules/verification.ts';
import { answersOf, mattersOf } from '../store/linked.ts';
import { type ActionWithResolution, actionById } from '../store/resolutions.ts';
import { aroundActions } from './action-facts.ts';
import { publicActions } from './action-views.ts';

/** A post one may name, with its organisation. */
export type PostChoice = TwoNames & { readonly id: string; readonly org: TwoNames };

/** An answer of somebody who asked for it; never who. */
export type ShownAnswer = {
  readonly answer: Answer;
  readonly how: string;
  readonly said: string | null;
  readonly at: Date;
};

export type ActionDetail = {
  readonly action: PublicAction;
  readonly version: number;
  readonly text: string;
  readonly firstDueOn: string;
  readonly acceptDueAt: Date | null;
  /** Who held the post when it was taken on. */
  readonly person: string | null;
  readonly reason: string | null;
  readonly evidence: string | null;
  readonly submittedAt: Date | null;
  readonly wanted: { readonly dueOn: string; readonly because: string } | null;
  readonly verifiedBy: TwoNames | null;
  readonly resolutionId: string;
  readonly resolutionState: ResolutionState;
  /** The matters it came from, for whoever sees all matters. */
  readonly matters: readonly string[];
  /** Whoever took it on no longer does the work of the post. */
  readonly holderGone: boolean;
  readonly check: { readonly how: Check; readonly said: string; readonly org: TwoNames | null } | null;
  /** What those who asked for it said of this report, and how they were asked; null: nobody can be asked. */
  readonly answers: readonly ShownAnswer[] | null;
  /** What is missing before it may be struck off, while it is being checked. */
  readonly verdict: Verdict | null;
  readonly streetSaid: string | null;
  readonly steps: readonly ActionStep[];
  /** Posts to pass it on to: of the own organisation, or for the general branch of all. */
  readonly posts: readonly PostChoice[];
};

/** One action for the parties, with what the reader may do now; null: not there, or not theirs to read. */
export async function actionDetail(tx: Tx, id: string): Promise<ActionDetail | null> {
  const row = isUuid(id) && readsActions(tx.actor) ? await actionById(tx, id) : undefined;
  if (!row) return null;
  const [action] = await publicActions(tx, [row]);
  if (!action) return null;
  const around = await aroundActions(tx, [row]);
  const facts = factsFrom(row, action.light, around, tx.now);
  const steps = stepsFor(tx.actor, facts);
  const person = row.person_id ? (await peopleByIds(tx, [row.person_id])).get(row.person_id) : undefined;
  const verifier = row.verified_by_post_id
    ? (await postsByIds(tx, [row.verified_by_post_id])).get(row.verified_by_post_id)
    : undefined;
  return {
    action,
    version: row.version,
    text: row.text,
    firstDueOn: row.first_due_on,
    acceptDueAt: row.accept_due_at,
    person: person?.name ?? null,
    reason: row.reason,
    evidence: row.evidence,
    submittedAt: row.submitted_at,
    wanted:
      row.wanted_due_on && row.wanted_because
        ? { dueOn: row.wanted_due_on, because: row.wanted_because }
        : null,
    verifiedBy: verifier ?? null,
    resolutionId: row.resolution_id,
    resolutionState: row.resolution_state,
    matters: await matterCodes(tx, row.resolution_id),
    holderGone: facts.flags.has('holderGone') && !OVER.includes(row.state),
    ...(await verification(tx, row)),
    answers: around.askable.has(row.resolution_id) ? await answersShown(tx, row) : null,
    verdict: row.state === 'SUBMITTED' || row.state === 'VERIFYING' ? verdictFor(row, around, tx.now) : null,
    streetSaid: row.street_said,
    steps,
    posts: await choicesFor(tx, steps, row.lead_org_id),
  };
}

async function matterCodes(tx: Tx, resolutionId: string): Promise<string[]> {
  const ids = (await mattersOf(tx, [resolutionId])).map(({ matter_id }) => matter_id);
  return [...(await matterTraces(tx, ids)).values()].map(({ code }) => code).toSorted();
}

async function verification(tx: Tx, row: ActionWithResolution): Promise<Pick<ActionDetail, 'check'>> {
  if (row.check_how === null) return { check: null };
  const org = row.checked_by_org_id;
  const names = org ? (await organisationsByIds(tx, [org])).get(org) : undefined;
  return { check: { how: row.check_how as Check, said: row.check_said ?? '', org: names ?? null } };
}

async function answersShown(tx: Tx, row: ActionWithResolution): Promise<ShownAnswer[]> {
  return (await answersOf(tx, [row.id]))
    .filter(({ report }) => report === row.submitted_times)
    .map(({ answer, how, said, answered_at }) => ({ answer, how, said, at: answered_at }));
}

async function choicesFor(tx: Tx, steps: readonly ActionStep[], leadOrgId: string): Promise<PostChoice[]> {
  if (steps.includes('settle-contest')) return postChoices(tx);
  return steps.includes('transfer-action') || steps.includes('accept-action')
    ? postChoices(tx, leadOrgId)
    : [];
}

/** Kinds of organisations whose posts take on actions: the parties of a joint meeting. */
const PARTIES = new Set([
  'PARTY_GENERAL_BRANCH',
  'RESIDENTS_COMMITTEE',
  'OWNERS_COMMITTEE',
  'PROPERTY_COMPANY',
  'HOUSING_OFFICE',
  'COMMUNITY_POLICE',
  'AGENCY',
  'SUBDISTRICT_OFFICE',
  'PARTNER_UNIT',
]);

/** Posts of the parties, or of one organisation, heads first within each. */
export async function postChoices(tx: Tx, onlyOrgId?: string): Promise<PostChoice[]> {
  const orgs = (await organisations(tx)).filter((org) =>
    onlyOrgId ? org.id === onlyOrgId : PARTIES.has(org.kind),
  );
  const byId = new Map(orgs.map((org) => [org.id, org]));
  const posts = await postsOf(
    tx,
    orgs.map((org) => org.id),
  );
  return posts
    .toSorted((a, b) => Number(b.isHead) - Number(a.isHead))
    .map((post) => ({ id: post.id, nameZh: post.nameZh, nameEn: post.nameEn, org: byId.get(post.orgId)! }));
}
