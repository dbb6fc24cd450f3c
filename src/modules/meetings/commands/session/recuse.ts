import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Recuse } from '../../forms/meetings.ts';
import { insertRecusal } from '../../store/agenda.ts';
import { gatherItem, itemEvent } from '../gather-meeting.part.ts';

/**
 * An organisation steps back from an item it has an interest in: it no longer speaks to it and takes no action of it on.
 *
 * @returns refusals: not there; no seat; not between notice and the end of the session.
 * @source domain brief §4.3 (conflict of interest → recuse, recorded)
 */
export async function recuse(tx: Tx, input: Recuse): Promise<Result<void>> {
  const gathered = await gatherItem(tx, input, 'recuse');
  if (!gathered.ok) return gathered;
  const { meeting, item } = gathered.value;
  const { post } = tx.actor;
  if (!post) return refuse('meetings.not-yours');
  if (meeting.state !== 'NOTICED' && meeting.state !== 'IN_SESSION')
    return refuse('meetings.not-in-this-state');
  await insertRecusal(tx, {
    item_id: item.id,
    org_id: post.orgId,
    reason: input.reason,
    at: tx.now,
    by_post_id: post.postId,
  });
  await itemEvent(tx, item, {
    kind: 'meetings.recuse',
    reason: input.reason,
    data: { orgId: post.orgId },
  });
  return ok();
}
