import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { MEETING_SUBJECTS } from '../../contract/meetings.ts';
import type { ReviewMinutes } from '../../forms/meetings.ts';
import { keepReview } from '../../store/meetings.ts';
import { gather } from '../gather-meeting.part.ts';

/**
 * The head of an organisation agrees with the draft of the minutes, or says what is wrong with it. Who says nothing
 * until the period is over agrees.
 *
 * @returns refusals: not there; not the head of an organisation with a seat; not sent round; over; no reason.
 * @source domain brief §3.7, §4.3
 */
export async function reviewMinutes(tx: Tx, input: ReviewMinutes): Promise<Result<void>> {
  const gathered = await gather(tx, input.meetingId, 'review-minutes');
  if (!gathered.ok) return gathered;
  const { meeting } = gathered.value;
  const { post } = tx.actor;
  if (!post) return refuse('meetings.not-yours');
  if (meeting.state !== 'MINUTES_REVIEW') return refuse('meetings.not-in-this-state');
  if (meeting.review_until && tx.now > meeting.review_until) return refuse('meetings.review-over');
  if (!input.agrees && input.text.length < 2) return refuse('meetings.say-what-is-wrong', { field: 'text' });
  await keepReview(tx, {
    meeting_id: meeting.id,
    org_id: post.orgId,
    agrees: input.agrees,
    text: input.text,
    at: tx.now,
    by_post_id: post.postId,
  });
  await appendEvent(tx, {
    subjectKind: MEETING_SUBJECTS.meeting,
    subjectId: meeting.id,
    kind: 'meetings.review-minutes',
    reason: input.agrees ? null : input.text,
    data: { orgId: post.orgId, agrees: input.agrees },
  });
  return ok();
}
