import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { WriteItem } from '../../forms/meetings.ts';
import { keepText } from '../../store/agenda.ts';
import { gatherItem, itemEvent } from '../gather-meeting.part.ts';

/**
 * Writes one field of an item, in session or while the minutes are drafted. Two people at two fields never meet; two at
 * the same field do not overwrite each other: the second reads what the first wrote.
 *
 * @returns refusals: not there; not the secretary's or convener's; signed already; somebody else wrote it meanwhile.
 */
export async function writeItem(tx: Tx, input: WriteItem): Promise<Result<void>> {
  const gathered = await gatherItem(tx, input, 'write-item');
  if (!gathered.ok) return gathered;
  const { meeting, item } = gathered.value;
  const { post } = tx.actor;
  if (!post) return refuse('meetings.not-yours');
  if (meeting.state !== 'IN_SESSION' && meeting.state !== 'MINUTES_DRAFT')
    return refuse('meetings.not-in-this-state');
  const { field, text } = input;
  const row = { item_id: item.id, field, text, written_at: tx.now, written_by_post_id: post.postId };
  if (!(await keepText(tx, row, input.version))) return refuse('meetings.written-meanwhile', { field });
  await itemEvent(tx, item, { kind: 'meetings.write-item', data: { field } });
  return ok();
}
