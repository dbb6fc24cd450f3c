import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { MEETING_SUBJECTS } from '../../contract/meetings.ts';
import type { AddAddendum } from '../../forms/meetings.ts';
import { addendaOf, insertAddendum } from '../../store/meetings.ts';
import { gather } from '../gather-meeting.part.ts';

/**
 * Adds to signed minutes what was found to be missing or wrong; the minutes themselves are never edited.
 *
 * @returns refusals: not there; not the secretary's or convener's; not signed yet.
 * @source domain brief §4.3 (minutes disputed after signing → addendum)
 */
export async function addAddendum(tx: Tx, input: AddAddendum): Promise<Result<void>> {
  const gathered = await gather(tx, input.meetingId, 'add-addendum');
  if (!gathered.ok) return gathered;
  const { meeting } = gathered.value;
  const { post } = tx.actor;
  if (!post) return refuse('meetings.not-yours');
  if (!meeting.signed_at) return refuse('meetings.not-in-this-state');
  const number = (await addendaOf(tx, meeting.id)).length + 1;
  await insertAddendum(tx, {
    id: tx.newId(),
    meeting_id: meeting.id,
    number,
    text: input.text,
    added_at: tx.now,
    added_by_post_id: post.postId,
  });
  await appendEvent(tx, {
    subjectKind: MEETING_SUBJECTS.meeting,
    subjectId: meeting.id,
    kind: 'meetings.add-addendum',
    data: { number },
  });
  return ok();
}
