import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Decide, RequestExtension } from '../../forms/handling.ts';
import { after, rulesAt } from '../../rules/pace/deadlines.ts';
import { earlierOf, endOfDay } from '../../rules/pace/plan.ts';
import { detailsOf, insertDetail, updateDetail } from '../../store/details.ts';
import { type Changed, changeMatter } from '../engine/change-matter.ts';

/** The lead asks for more time: before the deadline, once, with a reason and a day within 15 working days (§3.8). */
export function requestExtension(tx: Tx, input: RequestExtension): Promise<Result<Changed>> {
  return changeMatter(tx, 'request-extension', input, async ({ row, calendar }) => {
    const first = row.original_handle_due_at;
    if (!first || !row.handle_due_at) return refuse('matters.no-deadline-to-extend');
    if (row.extended) return refuse('matters.extended-once-already', { source: 'DOMAIN §3.8' });
    if (tx.now > row.handle_due_at)
      return refuse('matters.extension-after-deadline', { source: 'DOMAIN §3.8' });
    const open = (await detailsOf(tx, 'matters.extension', row.id)).some((e) => e.state === 'REQUESTED');
    if (open) return refuse('matters.extension-already-asked');
    if (input.newDueOn <= dateKey(row.handle_due_at))
      return refuse('matters.extension-not-later', { field: 'newDueOn' });
    const latest = after(calendar, first, rulesAt(row.submitted_at).extensionMost);
    if (!latest.known)
      return refuse('matters.calendar-unknown', { field: 'newDueOn', params: { year: latest.year } });
    if (input.newDueOn > dateKey(latest.value)) {
      return refuse('matters.extension-too-long', {
        field: 'newDueOn',
        params: { latest: dateKey(latest.value) },
      });
    }
    return ok({
      reason: input.reason,
      data: { newDueOn: input.newDueOn },
      also: (inside) =>
        insertDetail(inside, 'matters.extension', {
          id: inside.newId(),
          matter_id: row.id,
          state: 'REQUESTED',
          reason: input.reason,
          new_due_on: input.newDueOn,
          requested_at: inside.now,
          requested_by_post_id: inside.actor.post?.postId ?? null,
        }),
    });
  });
}

/** The general branch grants or refuses the time asked for; the reporter sees which, and why. */
export function decideExtension(tx: Tx, input: Decide): Promise<Result<Changed>> {
  return changeMatter(tx, 'decide-extension', input, async ({ row }) => {
    const asked = (await detailsOf(tx, 'matters.extension', row.id)).find((e) => e.state === 'REQUESTED');
    if (!asked) return refuse('matters.nothing-asked');
    if (!input.approve && input.note === '') return refuse('matters.refusal-needs-reason', { field: 'note' });
    return ok({
      reason: input.note === '' ? asked.reason : input.note,
      patch: input.approve
        ? { handle_due_at: earlierOf(endOfDay(asked.new_due_on), row.external_due_at), extended: true }
        : {},
      data: { approved: input.approve, newDueOn: asked.new_due_on },
      also: async (inside) => {
        await updateDetail(inside, 'matters.extension', asked.id, {
          state: input.approve ? 'APPROVED' : 'REFUSED',
          decided_at: inside.now,
          decided_by_post_id: inside.actor.post?.postId ?? null,
          decision_note: input.note,
        });
      },
    });
  });
}
