import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { headOf, organisationsByIds, postsByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { AcceptAssignment, AssignMatter, ReturnAssignment, RuleOnReturn } from '../../forms/handling.ts';
import { after, rulesAt } from '../../rules/pace/deadlines.ts';
import { detailsOf, insertDetail, updateDetail } from '../../store/details.ts';
import { replaceCoHandlers } from '../../store/matters.ts';
import type { MatterPatch } from '../../store/rows.ts';
import { type Changed, changeMatter, type Known } from '../engine/change-matter.ts';

/** Returns after which the general branch decides; there is no third (domain brief §3.8). */
export const RETURNS_BEFORE_RULING = 2;

/** The organisation exists, and the post is one of its own; without a post, its head. */
async function leadOf(tx: Tx, orgId: string, postId: string | undefined): Promise<Result<string>> {
  if (!(await organisationsByIds(tx, [orgId])).has(orgId))
    return refuse('matters.no-such-organisation', { field: 'leadOrgId' });
  if (postId) {
    const post = (await postsByIds(tx, [postId])).get(postId);
    if (post?.orgId !== orgId) return refuse('matters.post-of-another-organisation', { field: 'leadPostId' });
    return ok(postId);
  }
  const head = await headOf(tx, orgId, dateKey(tx.now));
  return head ? ok(head.postId) : refuse('matters.organisation-without-head', { field: 'leadOrgId' });
}

/** What giving a matter to an organisation sets: it has one working day to accept (§4.1). */
function given(tx: Tx, known: Known, orgId: string, postId: string): MatterPatch {
  const due = after(known.calendar, tx.now, rulesAt(known.row.submitted_at).leadAccept);
  return {
    lead_org_id: orgId,
    lead_post_id: postId,
    assigned_at: tx.now,
    lead_accepted_at: null,
    lead_accept_due_at: due.known ? due.value : null,
    ...(due.known ? {} : { unknown_calendar_year: due.year }),
  };
}

/** Gives the matter to a lead organisation and post, with co-handlers. */
export function assignMatter(tx: Tx, input: AssignMatter): Promise<Result<Changed>> {
  return changeMatter(tx, 'assign', input, async (known) => {
    if (known.facts.status === 'ESCALATED' && tx.actor.role !== 'GB') return refuse('matters.branch-decides');
    if (known.row.return_count >= RETURNS_BEFORE_RULING && tx.actor.role !== 'GB')
      return refuse('matters.branch-decides');
    const lead = await leadOf(tx, input.leadOrgId, input.leadPostId);
    if (!lead.ok) return lead;
    const coHandlers = input.coHandlerOrgIds.filter((org) => org !== input.leadOrgId);
    return ok({
      to: 'ASSIGNED',
      reason: input.note === '' ? null : input.note,
      patch: given(tx, known, input.leadOrgId, lead.value),
      data: { leadOrgId: input.leadOrgId, leadPostId: lead.value, coHandlers },
      also: (inside) => replaceCoHandlers(inside, known.row.id, coHandlers),
    });
  });
}

/** The lead organisation takes it and names the post that answers for it. */
export function acceptAssignment(tx: Tx, input: AcceptAssignment): Promise<Result<Changed>> {
  return changeMatter(tx, 'accept-assignment', input, async ({ row }) => {
    const lead = await leadOf(tx, row.lead_org_id!, input.postId);
    if (!lead.ok) return lead;
    return ok({
      to: 'IN_PROGRESS',
      patch: { lead_post_id: lead.value, lead_accepted_at: tx.now, last_progress_at: tx.now },
      data: { leadPostId: lead.value },
    });
  });
}

/** The lead organisation gives it back, with a basis. The second return goes to the general branch (§3.8). */
export function returnAssignment(tx: Tx, input: ReturnAssignment): Promise<Result<Changed>> {
  return changeMatter(tx, 'return-assignment', input, ({ row }) => {
    const count = row.return_count + 1;
    const ruled = count >= RETURNS_BEFORE_RULING;
    return ok({
      to: ruled ? 'ESCALATED' : 'ACCEPTED',
      reason: input.basis,
      patch: {
        return_count: count,
        lead_org_id: null,
        lead_post_id: null,
        lead_accept_due_at: null,
        ...(ruled ? { escalation_reason: 'SECOND_RETURN' } : {}),
      },
      data: { orgId: row.lead_org_id, suggestedOrgId: input.suggestedOrgId ?? null, count },
      also: (inside) =>
        insertDetail(inside, 'matters.returned', {
          id: inside.newId(),
          matter_id: row.id,
          at: inside.now,
          org_id: row.lead_org_id!,
          post_id: inside.actor.post?.postId ?? null,
          basis: input.basis,
          suggested_org_id: input.suggestedOrgId ?? null,
        }),
    });
  });
}

/** The general branch decides who leads after two returns; that organisation cannot return it again. */
export function ruleOnReturn(tx: Tx, input: RuleOnReturn): Promise<Result<Changed>> {
  return changeMatter(tx, 'rule-on-return', input, async (known) => {
    const lead = await leadOf(tx, input.leadOrgId, input.leadPostId);
    if (!lead.ok) return lead;
    return ok({
      to: 'ASSIGNED',
      reason: input.ruling,
      patch: given(tx, known, input.leadOrgId, lead.value),
      data: { leadOrgId: input.leadOrgId, leadPostId: lead.value },
      also: async (inside) => {
        const returns = await detailsOf(inside, 'matters.returned', known.row.id);
        for (const open of returns.filter((r) => r.ruled_at === null)) {
          await updateDetail(inside, 'matters.returned', open.id, {
            ruled_at: inside.now,
            ruled_by_post_id: inside.actor.post?.postId ?? null,
            ruling_org_id: input.leadOrgId,
            ruling: input.ruling,
          });
        }
      },
    });
  });
}
