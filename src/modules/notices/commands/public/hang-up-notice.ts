import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { PUBLIC_NOTICE_EVENTS, PUBLIC_NOTICE_SUBJECT } from '../../contract/public.ts';
import type { HangUpInput } from '../../forms/public.ts';
import { mayDoPublic } from '../../permissions.ts';
import { checkMark, publicLeadsTo } from '../../rules/public/public-lifecycle.ts';
import { insertPosting } from '../../store/papers.ts';
import { lockPublicByNumber } from '../../store/public-notices.ts';

/**
 * Records where a sheet of a notice hangs. The mark printed on the sheet tells whether it is this version: a
 * wrong one is kept as such, so that somebody takes it down.
 *
 * @returns whether the right version hangs there.
 * @source domain brief §4.13, "wrong version posted on paper"
 */
export async function hangUpNotice(
  tx: Tx,
  input: HangUpInput,
): Promise<Result<{ readonly isRight: boolean }>> {
  const notice = await lockPublicByNumber(tx, input.number);
  if (!notice || notice.starts_at > tx.now) return refuse('notices.not-found');
  const may = mayDoPublic(tx.actor, 'hang-up', { issuerOrgId: notice.issuer_org_id, isInScope: false });
  const { post } = tx.actor;
  if (may || !post) return may ? { ok: false, refusal: may } : refuse('notices.not-found');
  const state = notice.state === 'SCHEDULED' ? 'LIVE' : notice.state;
  if (publicLeadsTo('hang-up', state) === null) return refuse('notices.not-now');
  if (input.hungAt > tx.now) return refuse('notices.not-yet', { field: 'hungAt' });
  const isRight = input.checkMark.toUpperCase() === checkMark(notice.content_hash);
  const id = tx.newId();
  await insertPosting(tx, {
    id,
    notice_id: notice.id,
    place: input.place,
    hung_at: input.hungAt,
    hung_by_post_id: post.postId,
    check_mark: input.checkMark.toUpperCase(),
    is_right: isRight,
  });
  await appendEvent(tx, {
    subjectKind: PUBLIC_NOTICE_SUBJECT,
    subjectId: notice.id,
    kind: PUBLIC_NOTICE_EVENTS.hungUp,
    data: { number: notice.number, postingId: id, isRight },
  });
  await tx.publicPagesChanged();
  return ok({ isRight });
}
