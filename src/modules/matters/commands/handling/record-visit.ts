import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { RecordVisit } from '../../forms/handling.ts';
import { detailsOf, insertDetail, updateDetail } from '../../store/details.ts';
import { type Changed, changeMatter } from '../engine/change-matter.ts';

/**
 * Plans a home visit, or writes down how it went: what people need and how they see it, in neutral words
 * (§4.15). Private to those who work on the matter. A visit that reached somebody is a contact.
 */
export function recordVisit(tx: Tx, input: RecordVisit): Promise<Result<Changed>> {
  return changeMatter(tx, 'record-visit', input, async ({ row }) => {
    const known = input.visitId ? await detailsOf(tx, 'matters.home_visit', row.id) : [];
    if (input.visitId && !known.some((v) => v.id === input.visitId))
      return refuse('matters.not-found', { field: 'visitId' });
    const visitId = input.visitId ?? tx.newId();
    const reached = input.state === 'DONE';
    const record = {
      state: input.state,
      planned_for: input.plannedFor,
      done_at: input.state === 'PLANNED' ? null : tx.now,
      visitors: input.visitors,
      households: input.households,
      needs: input.needs,
      views: input.views,
    };
    return ok({
      patch: {
        last_progress_at: tx.now,
        ...(reached && !row.first_contact_at ? { first_contact_at: tx.now } : {}),
        ...(row.first_action_due_at && !row.first_action_at ? { first_action_at: tx.now } : {}),
      },
      data: { visitId, state: input.state, households: input.households },
      also: async (inside) => {
        if (input.visitId) {
          await updateDetail(inside, 'matters.home_visit', visitId, record);
          return;
        }
        await insertDetail(inside, 'matters.home_visit', {
          ...record,
          id: visitId,
          matter_id: row.id,
          unit_id: row.unit_id,
          added_by_post_id: inside.actor.post?.postId ?? null,
          added_at: inside.now,
        });
      },
    });
  });
}
