import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { MeetingState } from '../../contract/meetings.ts';
import type { WritePosition } from '../../forms/meetings.ts';
import { keepPosition } from '../../store/agenda.ts';
import { gatherItem, itemEvent, recusedFrom } from '../gather-meeting.part.ts';

const STATES: readonly MeetingState[] = ['NOTICED', 'IN_SESSION', 'MINUTES_DRAFT', 'MINUTES_REVIEW'];

/**
 * An organisation writes what it says to an item, or its reservation; nobody else writes it for them. From the
 * invitation until the minutes are signed.
 *
 * @returns refusals: not there; no seat; not yet or no longer; stepped back from the item; a colleague wrote it
 *   meanwhile.
 * @source domain brief §4.3 (each organisation's own position field is editable only by it)
 */
export async function writePosition(tx: Tx, input: WritePosition): Promise<Result<void>> {
  const gathered = await gatherItem(tx, input, 'write-position');
  if (!gathered.ok) return gathered;
  const { meeting, item } = gathered.value;
  const { post } = tx.actor;
  if (!post) return refuse('meetings.not-yours');
  if (!STATES.includes(meeting.state)) return refuse('meetings.not-in-this-state');
  if ((await recusedFrom(tx, item.id)).has(post.orgId)) return refuse('meetings.stepped-back');
  const row = {
    item_id: item.id,
    org_id: post.orgId,
    text: input.text,
    is_reservation: input.isReservation,
    is_named: input.isNamed,
    written_at: tx.now,
    written_by_post_id: post.postId,
  };
  if (!(await keepPosition(tx, row, input.version)))
    return refuse('meetings.written-meanwhile', { field: 'text' });
  await itemEvent(tx, item, {
    kind: 'meetings.write-position',
    data: { isReservation: input.isReservation },
  });
  return ok();
}
