import { ok, type Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { RecordContact } from '../../forms/handling.ts';
import { countsAsContacted } from '../../rules/contacts.ts';
import { detailsOf, insertDetail } from '../../store/details.ts';
import { type Changed, changeMatter } from '../engine/change-matter.ts';

/**
 * Logs an attempt to reach the reporter. The first contact is made when the reporter is reached, or after
 * three failed attempts at different times of day (§4.1).
 */
export function recordContact(tx: Tx, input: RecordContact): Promise<Result<Changed>> {
  return changeMatter(tx, 'record-contact', input, async ({ row }) => {
    const before = await detailsOf(tx, 'matters.contact', row.id);
    const attempts = [
      ...before.map((c) => ({ at: c.at, result: c.result })),
      { at: tx.now, result: input.result },
    ];
    const first = row.first_contact_at === null && countsAsContacted(attempts);
    return ok({
      patch: {
        ...(first ? { first_contact_at: tx.now } : {}),
        ...(row.first_action_due_at && !row.first_action_at ? { first_action_at: tx.now } : {}),
        last_progress_at: tx.now,
      },
      data: { channel: input.channel, result: input.result, first },
      also: (inside) =>
        insertDetail(inside, 'matters.contact', {
          id: inside.newId(),
          matter_id: row.id,
          at: inside.now,
          person_id: inside.actor.personId,
          post_id: inside.actor.post?.postId ?? null,
          org_id: inside.actor.post?.orgId ?? null,
          purpose: row.first_contact_at === null ? 'FIRST_CONTACT' : 'PROGRESS',
          channel: input.channel,
          result: input.result,
          note: input.note,
        }),
    });
  });
}
