import { ok, type Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { AddNote, CorrectEntry, LinkExternal, WithReason } from '../../forms/handling.ts';
import { earlierOf } from '../../rules/pace/plan.ts';
import { insertDetail } from '../../store/details.ts';
import { type Changed, changeMatter } from '../engine/change-matter.ts';

/** Writes down how it goes: in public words for the reporter, or for colleagues only. */
export function addNote(tx: Tx, input: AddNote): Promise<Result<Changed>> {
  return changeMatter(tx, 'add-note', input, ({ row }) => {
    const noteId = tx.newId();
    return ok({
      patch: {
        last_progress_at: tx.now,
        ...(row.first_action_due_at && !row.first_action_at ? { first_action_at: tx.now } : {}),
      },
      data: { noteId, visibility: input.visibility },
      also: (inside) =>
        insertDetail(inside, 'matters.note', {
          id: noteId,
          matter_id: row.id,
          at: inside.now,
          person_id: inside.actor.personId,
          post_id: inside.actor.post?.postId ?? null,
          org_id: inside.actor.post?.orgId ?? null,
          visibility: input.visibility,
          text: input.text,
        }),
    });
  });
}

/** The reporter also called 12345: the order's number is kept, and whichever due date is earlier holds (§4.1). */
export function linkExternal(tx: Tx, input: LinkExternal): Promise<Result<Changed>> {
  return changeMatter(tx, 'link-external', input, ({ row }) =>
    ok({
      patch: {
        external_no: input.externalNo,
        external_due_at: input.externalDueAt ?? null,
        handle_due_at: earlierOf(row.handle_due_at, input.externalDueAt ?? null),
      },
      data: { externalNo: input.externalNo },
    }),
  );
}

/** Hides an abusive text from everybody but the coordinators; the facts are handled all the same (§4.1). */
export function hideText(tx: Tx, input: WithReason): Promise<Result<Changed>> {
  return changeMatter(tx, 'hide-text', input, () =>
    ok({ reason: input.reason, patch: { text_hidden: true } }),
  );
}

/** Corrects a wrong entry. What stood before stays in the event; history is not edited (§4, rule 6). */
export function correctEntry(tx: Tx, input: CorrectEntry): Promise<Result<Changed>> {
  return changeMatter(tx, 'correct-entry', input, ({ row }) =>
    ok({
      reason: input.reason,
      patch: { title: input.title, description: input.description },
      data: { before: { title: row.title, description: row.description } },
    }),
  );
}
