import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { ORGANISATION_EVENTS } from '../../contract/organisations.ts';
import { type Day, REGISTRY_SUBJECTS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { isDay } from '../../rules/day.ts';
import { keptPosts, updatePost } from '../../store/organisations/kept-posts.ts';
import { lockedAppointmentsOfPost } from '../../store/organisations/posts.ts';

export type ClosePost = {
  readonly postId: string;
  readonly version: number;
  readonly lastDay: Day;
  readonly reason: string;
};

/**
 * Gives a post up. Its holders must have left; what it held stays readable in the history.
 *
 * @returns refusals `registry.not-a-keeper`, `registry.post-unknown`, `registry.day-unreadable`,
 *   `registry.head-post-stays`, `registry.post-closed`, `registry.post-still-held`, `registry.changed-meanwhile`.
 */
export async function closePost(tx: Tx, given: ClosePost): Promise<Result<void>> {
  const may = mayKeep(tx.actor, 'add-post');
  if (!may.ok) return may;
  const [post] = isUuid(given.postId) ? await keptPosts(tx, { postId: given.postId }) : [];
  if (!post) return refuse('registry.post-unknown');
  if (!isDay(given.lastDay)) return refuse('registry.day-unreadable', { field: 'lastDay' });
  if (post.isHead) return refuse('registry.head-post-stays');
  if (post.closedOn !== null) return refuse('registry.post-closed', { params: { day: post.closedOn } });
  const held = await lockedAppointmentsOfPost(tx, post.id);
  if (held.some((one) => one.toDay === null || one.toDay > given.lastDay)) {
    return refuse('registry.post-still-held', { field: 'lastDay' });
  }
  const done = await updatePost(tx, post.id, given.version, { closed_on: given.lastDay });
  if (!done) return refuse('registry.changed-meanwhile');
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.post,
    subjectId: post.id,
    kind: ORGANISATION_EVENTS.postClosed,
    reason: given.reason.trim() || null,
    data: { lastDay: given.lastDay },
  });
  return ok();
}
