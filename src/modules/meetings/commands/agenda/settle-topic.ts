import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { MEETING_SUBJECTS } from '../../contract/meetings.ts';
import type { SettleTopic } from '../../forms/meetings.ts';
import { bodyById } from '../../store/bodies.ts';
import { lockTopic, updateTopic } from '../../store/topics.ts';

/**
 * Takes a topic off the candidates: the organisation that asked withdraws it, or the convener says why it is not
 * talked about; the one who asked reads the reason.
 *
 * @returns refusals: not there; neither theirs nor the convener's; settled already; changed meanwhile.
 */
export async function settleTopic(tx: Tx, input: SettleTopic): Promise<Result<void>> {
  const topic = await lockTopic(tx, input.topicId);
  const body = topic && (await bodyById(tx, topic.body_id));
  if (!topic || !body) return refuse('meetings.topic-not-found');
  const own = tx.actor.post?.orgId;
  if (own !== topic.org_id && own !== body.convener_org_id) return refuse('meetings.not-yours');
  if (topic.version !== input.version) return refuse('meetings.changed-meanwhile');
  if (topic.state !== 'OPEN') return refuse('meetings.topic-settled');
  const to = own === topic.org_id ? 'WITHDRAWN' : 'DECLINED';
  await updateTopic(tx, topic.id, to === 'DECLINED' ? { state: to, reason: input.reason } : { state: to });
  await appendEvent(tx, {
    subjectKind: MEETING_SUBJECTS.topic,
    subjectId: topic.id,
    kind: 'meetings.settle-topic',
    from: 'OPEN',
    to,
    reason: input.reason,
    data: { orgId: topic.org_id },
  });
  return ok();
}
