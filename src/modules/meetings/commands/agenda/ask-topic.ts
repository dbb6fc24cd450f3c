import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { MEETING_SUBJECTS } from '../../contract/meetings.ts';
import type { AskTopic } from '../../forms/meetings.ts';
import { mayMeet } from '../../permissions.ts';
import { bodyById, seatsOn } from '../../store/bodies.ts';
import { insertTopic } from '../../store/topics.ts';

/**
 * An organisation with a seat asks to have something talked about; it waits as a candidate for the next agenda.
 *
 * @returns refusals: the body is not there; no seat in it.
 * @source seed S19; domain brief §3.7 (agenda sources)
 */
export async function askTopic(tx: Tx, input: AskTopic): Promise<Result<void>> {
  const body = await bodyById(tx, input.bodyId);
  if (!body) return refuse('meetings.body-not-found');
  const seats = await seatsOn(tx, [body.id], dateKey(tx.now));
  const refusal = mayMeet(tx.actor, 'ask-topic', {
    state: 'PLANNED',
    convenerOrgId: body.convener_org_id,
    secretaryPostId: '',
    seatOrgIds: seats.map((seat) => seat.org_id),
  });
  if (refusal) return { ok: false, refusal };
  const { post } = tx.actor;
  if (!post) return refuse('meetings.not-yours');
  await insertTopic(tx, {
    id: input.id,
    body_id: body.id,
    org_id: post.orgId,
    title: input.title,
    question: input.question,
    background: input.background,
    state: 'OPEN',
    asked_at: tx.now,
    asked_by_post_id: post.postId,
  });
  await appendEvent(tx, {
    subjectKind: MEETING_SUBJECTS.topic,
    subjectId: input.id,
    kind: 'meetings.ask-topic',
    to: 'OPEN',
    data: { bodyId: body.id, orgId: post.orgId },
  });
  return ok();
}
