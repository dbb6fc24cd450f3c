import { ok, type Result, refuse } from '#kernel/result.ts';
import { organisationsByIds, postsByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { SetCoHandlers, SetRole, Supervise, WithReason } from '../../forms/handling.ts';
import { replaceCoHandlers, setRole } from '../../store/matters.ts';
import { type Changed, changeMatter } from '../engine/change-matter.ts';

/** Names the coordinator, mediator or liaison of a matter: a post, not a person (S16, S23, S27). */
export function setMatterRole(tx: Tx, input: SetRole): Promise<Result<Changed>> {
  return changeMatter(tx, 'set-roles', input, async ({ row }) => {
    if (!(await postsByIds(tx, [input.postId])).has(input.postId))
      return refuse('matters.not-found', { field: 'postId' });
    return ok({
      data: { role: input.role, postId: input.postId },
      also: (inside) => setRole(inside, row.id, input.role, input.postId),
    });
  });
}

/** Names the organisations that help the lead (协办). */
export function setCoHandlers(tx: Tx, input: SetCoHandlers): Promise<Result<Changed>> {
  return changeMatter(tx, 'add-co-handler', input, async ({ row }) => {
    const orgIds = [...new Set(input.orgIds)].filter((org) => org !== row.lead_org_id);
    const known = await organisationsByIds(tx, orgIds);
    if (orgIds.some((org) => !known.has(org)))
      return refuse('matters.no-such-organisation', { field: 'orgIds' });
    return ok({ data: { orgIds }, also: (inside) => replaceCoHandlers(inside, row.id, orgIds) });
  });
}

/** Puts a matter under supervision: 1 reminder, 2 supervised, 3 special (催办 / 督办 / 专项). It never goes down silently. */
export function superviseMatter(tx: Tx, input: Supervise): Promise<Result<Changed>> {
  return changeMatter(tx, 'supervise', input, ({ row }) => {
    if (input.level <= row.supervision_level)
      return refuse('matters.supervision-only-rises', { field: 'level' });
    return ok({
      reason: input.reason,
      patch: { supervision_level: input.level },
      data: { level: input.level },
    });
  });
}

/** Marks a problem as coming back again and again (S28), so that its cause is looked for, not only its trace. */
export function flagChronic(tx: Tx, input: WithReason): Promise<Result<Changed>> {
  return changeMatter(tx, 'flag-chronic', input, ({ row }) => {
    if (row.chronic) return refuse('matters.already-chronic');
    return ok({ reason: input.reason, patch: { chronic: true } });
  });
}

/** Asks the general branch to decide how to go on (§4.2). */
export function escalateMatter(tx: Tx, input: WithReason): Promise<Result<Changed>> {
  return changeMatter(tx, 'escalate', input, () =>
    ok({ to: 'ESCALATED', reason: input.reason, patch: { escalation_reason: 'ASKED' } }),
  );
}
