import { ok, type Result, refuse } from '#kernel/result.ts';
import { addWorkdays } from '#kernel/work-calendar.ts';
import { rulesVersion } from '#modules/agreements/facade.server.ts';
import { postsByIds } from '#modules/registry/facade.server.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ActionWithResolution, updateAction } from '../../store/resolutions.ts';
import { holderOf } from './known-action.ts';

type Patch = Parameters<typeof updateAction>[2];

/** The head takes it on with a named person: who does the work of the post, or of another post of theirs. */
export async function takenOn(
  tx: Tx,
  row: ActionWithResolution,
  postId: string | undefined,
): Promise<Result<Patch>> {
  const named = await namedPost(tx, postId ?? row.post_id, row.lead_org_id);
  return named.ok ? ok({ ...named.value, accept_due_at: null, reason: null }) : named;
}

/** Within the organisation the head names another post; responsibility never goes without a person. */
export async function handedTo(
  tx: Tx,
  row: ActionWithResolution,
  postId: string,
  reason: string,
): Promise<Result<Patch>> {
  const named = await namedPost(tx, postId, row.lead_org_id);
  return named.ok ? ok({ ...named.value, reason }) : named;
}

async function namedPost(tx: Tx, postId: string, orgId: string): Promise<Result<Patch>> {
  const post = (await postsByIds(tx, [postId])).get(postId);
  if (!post || post.orgId !== orgId) return refuse('resolutions.no-such-post', { field: 'postId' });
  const person_id = await holderOf(tx, postId);
  if (person_id === null) return refuse('resolutions.post-vacant', { field: 'postId', source: 'fixture 9' });
  return ok({ post_id: postId, person_id });
}

/** The general branch gives an action to a post; its organisation has its own time to take it on. */
export async function settled(
  tx: Tx,
  row: ActionWithResolution,
  postId: string,
  reason: string,
): Promise<Result<Patch>> {
  const post = (await postsByIds(tx, [postId])).get(postId);
  if (!post) return refuse('resolutions.no-such-post', { field: 'postId' });
  if ((await holderOf(tx, postId)) === null)
    return refuse('resolutions.post-vacant', { field: 'postId', source: 'fixture 9' });
  const rules = await rulesVersion(tx, row.rules_version_id);
  const by = addWorkdays(await loadCalendar(tx), tx.now, rules?.numbers.acceptWorkdays ?? 1);
  return ok({
    lead_org_id: post.orgId,
    post_id: post.id,
    person_id: null,
    accept_due_at: by.known ? by.value : null,
    accept_overdue_told: false,
    reason,
  });
}
