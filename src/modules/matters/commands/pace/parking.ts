import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { organisationsByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { MatterStatus } from '../../contract.ts';
import type { Decide, RequestParking, WaitFor } from '../../forms/handling.ts';
import { rulesAt } from '../../rules/pace/deadlines.ts';
import { dayAfter } from '../../rules/pace/plan.ts';
import { detailsOf, insertDetail, updateDetail } from '../../store/details.ts';
import { type Changed, changeMatter } from '../engine/change-matter.ts';

/** The lead asks to park a matter (挂账): only for an objective cause, and with everything that unlocks it (§3.8). */
export function requestParking(tx: Tx, input: RequestParking): Promise<Result<Changed>> {
  return changeMatter(tx, 'request-parking', input, async ({ row }) => {
    const today = dateKey(tx.now);
    if (input.reviewOn <= today) return refuse('matters.day-has-passed', { field: 'reviewOn' });
    const latest = dayAfter(today, rulesAt(row.submitted_at).parkingReviewDays);
    if (input.reviewOn > latest)
      return refuse('matters.review-too-late', { field: 'reviewOn', params: { latest } });
    if (!(await organisationsByIds(tx, [input.ownerOrgId])).has(input.ownerOrgId)) {
      return refuse('matters.no-such-organisation', { field: 'ownerOrgId' });
    }
    const open = (await detailsOf(tx, 'matters.parking', row.id)).some((p) => p.state === 'REQUESTED');
    if (open) return refuse('matters.parking-already-asked');
    return ok({
      reason: input.reason,
      data: { cause: input.cause, reviewOn: input.reviewOn },
      also: (inside) =>
        insertDetail(inside, 'matters.parking', {
          id: inside.newId(),
          matter_id: row.id,
          state: 'REQUESTED',
          cause: input.cause,
          reason: input.reason,
          unlock_condition: input.unlockCondition,
          owner_org_id: input.ownerOrgId,
          interim_measure: input.interimMeasure,
          review_on: input.reviewOn,
          requested_at: inside.now,
          requested_by_post_id: inside.actor.post?.postId ?? null,
        }),
    });
  });
}

/** The general branch parks the matter, or says that it goes on. */
export function decideParking(tx: Tx, input: Decide): Promise<Result<Changed>> {
  return changeMatter(tx, 'decide-parking', input, async ({ row }) => {
    const asked = (await detailsOf(tx, 'matters.parking', row.id)).find((p) => p.state === 'REQUESTED');
    if (!asked) return refuse('matters.nothing-asked');
    if (!input.approve && input.note === '') return refuse('matters.refusal-needs-reason', { field: 'note' });
    const parked = { parked_review_on: asked.review_on, waiting_since: tx.now };
    return ok({
      to: input.approve ? 'PARKED' : (row.status as MatterStatus),
      reason: input.note === '' ? asked.reason : input.note,
      patch: input.approve ? parked : {},
      data: { approved: input.approve, cause: asked.cause, reviewOn: asked.review_on },
      also: async (inside) => {
        await updateDetail(inside, 'matters.parking', asked.id, {
          state: input.approve ? 'ACTIVE' : 'REFUSED',
          decided_at: inside.now,
          decided_by_post_id: inside.actor.post?.postId ?? null,
        });
      },
    });
  });
}

/** The condition is met, or the review says so: work goes on. */
export function endParking(tx: Tx, input: WaitFor): Promise<Result<Changed>> {
  return changeMatter(tx, 'end-parking', input, async ({ row }) => {
    const active = (await detailsOf(tx, 'matters.parking', row.id)).find((p) => p.state === 'ACTIVE');
    return ok({
      to: 'IN_PROGRESS',
      reason: input.reason,
      patch: { parked_review_on: null, last_progress_at: tx.now },
      also: async (inside) => {
        if (active)
          await updateDetail(inside, 'matters.parking', active.id, { state: 'ENDED', ended_at: inside.now });
      },
    });
  });
}
