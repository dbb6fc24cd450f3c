import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { TakeItem } from '../../forms/meetings.ts';
import { updateItem, updateItemsIn } from '../../store/agenda.ts';
import { gatherItem, itemEvent } from '../gather-meeting.part.ts';

/** Calls an item: the one before waits again, unless it has been concluded. What was put off can be taken up again. */
export async function takeItem(tx: Tx, input: TakeItem): Promise<Result<void>> {
  const gathered = await gatherItem(tx, input, 'take-item');
  if (!gathered.ok) return gathered;
  const { meeting, item } = gathered.value;
  if (meeting.state !== 'IN_SESSION') return refuse('meetings.not-in-this-state');
  if (item.version !== input.version) return refuse('meetings.changed-meanwhile');
  if (item.state !== 'WAITING' && item.state !== 'DEFERRED') return refuse('meetings.item-not-waiting');
  await updateItemsIn(tx, meeting.id, ['IN_DISCUSSION'], { state: 'WAITING' });
  await updateItem(tx, item.id, { state: 'IN_DISCUSSION', reason: null, opened_at: tx.now });
  await itemEvent(tx, item, { kind: 'meetings.take-item', from: item.state, to: 'IN_DISCUSSION' });
  return ok();
}
