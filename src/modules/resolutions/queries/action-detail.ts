import { isUuid } from '#kernel/ids.ts';
import type { TwoNames } from '#modules/registry/contract.ts';
import { organisations, peopleByIds, postsByIds, postsOf } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ActionStep, PublicAction } from '../contract.ts';
import { readsActions } from '../permissions.ts';
import { stepsFor } from '../rules/action-lifecycle.ts';
import { actionById } from '../store/resolutions.ts';
import { publicActions } from './action-views.ts';

/** A post one may name, with its organisation. */
export type PostChoice = TwoNames & { readonly id: string; readonly org: TwoNames };

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
  const steps = stepsFor(tx.actor, {
    state: row.state,
    leadOrgId: row.lead_org_id,
    laterAsked: row.wanted_due_on !== null,
  });
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
    steps,
    posts: await choicesFor(tx, steps, row.lead_org_id),
  };
}

async function choicesFor(tx: Tx, steps: readonly ActionStep[], leadOrgId: string): Promise<PostChoice[]> {
  if (steps.includes('settle-contest')) return postChoices(tx);
  return steps.includes('transfer-action') ? postChoices(tx, leadOrgId) : [];
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
