import type { OrgKind } from '#kernel/actor.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { organisationsByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { AppraisalAction, AppraisalFacts, AppraisalState } from '../../contract/appraisal.ts';
import { mayAppraise } from '../../permissions.ts';
import { appraisalAfter } from '../../rules/appraisal/appraisal-lifecycle.ts';
import { type AppraisalRow, lockAppraisal } from '../../store/appraisal/appraisals.ts';

export type AppraisalStep = { readonly row: AppraisalRow; readonly to: AppraisalState };

/**
 * The appraisal somebody means, locked, when they may do this to it now.
 *
 * @param version what they had before them; null where that does not matter.
 * @returns refusals: not there; not theirs or their own work; not possible in this state; changed meanwhile.
 */
export async function appraisalFor(
  tx: Tx,
  action: AppraisalAction,
  id: string,
  version: number | null,
): Promise<Result<AppraisalStep>> {
  const row = await lockAppraisal(tx, id);
  if (!row) return refuse('meetings.appraisal-not-found');
  const refusal = mayAppraise(tx.actor, action, await workOf(tx, row));
  if (refusal) return { ok: false, refusal };
  const to = appraisalAfter(action, row.state);
  if (to === null || to === 'NONE') return refuse('meetings.not-in-this-state');
  if (version !== null && row.version !== version) return refuse('meetings.changed-meanwhile');
  return ok({ row, to });
}

async function workOf(tx: Tx, row: AppraisalRow): Promise<Pick<AppraisalFacts, 'orgId' | 'isOfCommittee'>> {
  const kind: OrgKind | undefined = (await organisationsByIds(tx, [row.org_id])).get(row.org_id)?.kind;
  return { orgId: row.org_id, isOfCommittee: kind === 'RESIDENTS_COMMITTEE' };
}
