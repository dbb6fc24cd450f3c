import { ok, type Result, refuse } from '#kernel/result.ts';
import { organisationsByIds, postsByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Decide, ProposeExplanation, RuleOnRedo } from '../../forms/handling.ts';
import { detailsOf, insertDetail, updateDetail } from '../../store/details.ts';
import { type Changed, changeMatter } from '../engine/change-matter.ts';
import { redoPatch } from './follow-up.ts';

/** After a second redo the general branch sends it back to work, to the same or another organisation, with days. */
export function ruleOnRedo(tx: Tx, input: RuleOnRedo): Promise<Result<Changed>> {
  return changeMatter(tx, 'rule-on-redo', input, async ({ row, calendar }) => {
    const leadOrgId = input.leadOrgId ?? row.lead_org_id;
    if (!leadOrgId || !(await organisationsByIds(tx, [leadOrgId])).has(leadOrgId)) {
      return refuse('matters.no-such-organisation', { field: 'leadOrgId' });
    }
    const leadPostId = input.leadPostId ?? (leadOrgId === row.lead_org_id ? row.lead_post_id : null);
    if (leadPostId && (await postsByIds(tx, [leadPostId])).get(leadPostId)?.orgId !== leadOrgId) {
      return refuse('matters.post-of-another-organisation', { field: 'leadPostId' });
    }
    const redo = redoPatch(row, calendar, tx.now, input.days);
    return ok({
      to: 'IN_PROGRESS',
      reason: input.ruling,
      patch: { ...redo, redo_count: row.redo_count, lead_org_id: leadOrgId, lead_post_id: leadPostId },
      data: { leadOrgId, days: input.days },
    });
  });
}

/** The general branch proposes to close with a written explanation and the remedies left (§4.1). */
export function proposeExplanation(tx: Tx, input: ProposeExplanation): Promise<Result<Changed>> {
  return changeMatter(tx, 'propose-explanation', input, ({ row, facts }) => {
    if (facts.explanationProposedBy !== null) return refuse('matters.explanation-already-proposed');
    return ok({
      data: {},
      also: (inside) =>
        insertDetail(inside, 'matters.explanation', {
          id: inside.newId(),
          matter_id: row.id,
          text: input.text,
          remedies: input.remedies,
          proposed_at: inside.now,
          proposed_by_person_id: inside.actor.personId!,
          proposed_by_post_id: inside.actor.post!.postId,
        }),
    });
  });
}

/** A second person confirms the explanation, which closes the matter, or sends it back to be thought over. */
export function confirmExplanation(tx: Tx, input: Decide): Promise<Result<Changed>> {
  return changeMatter(tx, 'confirm-explanation', input, async ({ row }) => {
    const open = (await detailsOf(tx, 'matters.explanation', row.id)).find(
      (e) => !e.confirmed_at && !e.refused_at,
    );
    if (!open) return refuse('matters.no-explanation-proposed');
    if (!input.approve && input.note === '') return refuse('matters.refusal-needs-reason', { field: 'note' });
    const second = {
      confirmed_by_person_id: tx.actor.personId,
      confirmed_by_post_id: tx.actor.post?.postId ?? null,
    };
    return ok({
      to: input.approve ? 'CLOSED_EXPLAINED' : 'ESCALATED',
      reason: input.note === '' ? null : input.note,
      patch: input.approve
        ? { closed_at: tx.now, result_summary: open.text }
        : { escalation_reason: row.escalation_reason },
      data: { approved: input.approve },
      also: async (inside) => {
        const patch = input.approve ? { ...second, confirmed_at: inside.now } : { refused_at: inside.now };
        await updateDetail(inside, 'matters.explanation', open.id, patch);
      },
    });
  });
}
