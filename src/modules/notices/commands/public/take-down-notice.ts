import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { PUBLIC_NOTICE_EVENTS, PUBLIC_NOTICE_SUBJECT } from '../../contract/public.ts';
import type { TakeDownInput } from '../../forms/public.ts';
import { mayDoPublic } from '../../permissions.ts';
import { lockPosting, markTakenDown } from '../../store/papers.ts';
import { lockPublic } from '../../store/public-notices.ts';

/** Records that a sheet was taken down: over, replaced, or the wrong version. */
export async function takeDownNotice(tx: Tx, input: TakeDownInput): Promise<Result<void>> {
  const posting = await lockPosting(tx, input.postingId);
  const notice = posting ? await lockPublic(tx, posting.notice_id) : undefined;
  if (!posting || !notice) return refuse('notices.not-found');
  const may = mayDoPublic(tx.actor, 'take-down', { issuerOrgId: notice.issuer_org_id, isInScope: false });
  const { post } = tx.actor;
  if (may || !post) return may ? { ok: false, refusal: may } : refuse('notices.not-found');
  if (posting.taken_down_at) return refuse('notices.taken-down-already');
  await markTakenDown(tx, posting.id, post.postId);
  await appendEvent(tx, {
    subjectKind: PUBLIC_NOTICE_SUBJECT,
    subjectId: notice.id,
    kind: PUBLIC_NOTICE_EVENTS.takenDown,
    data: { number: notice.number, postingId: posting.id },
  });
  await tx.publicPagesChanged();
  return ok();
}
