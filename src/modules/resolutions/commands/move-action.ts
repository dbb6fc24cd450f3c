import { ok, type Result, refuse } from '#kernel/result.ts';
import { addWorkdays, dateKey } from '#kernel/work-calendar.ts';
import { rulesVersion } from '#modules/agreements/facade.server.ts';
import { holdersOf, postsByIds } from '#modules/registry/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { RESOLUTION_SUBJECTS } from '../contract.ts';
import type { StepInput } from '../forms/resolutions.ts';
import { mayStep } from '../permissions.ts';
import { actionLeadsTo } from '../rules/action-lifecycle.ts';
import { readDueDay } from '../rules/lights.ts';
import { type ActionRow, actionById, lockAction, updateAction } from '../store/resolutions.ts';

/**
 * Takes an action a step further: taken on or contested by the head of its organisation, evidence, struck off or
 * returned by another organisation, a later day asked for and decided, passed on, blocked, begun again.
 *
 * @returns refusals: not there, not theirs, not by the doer's own organisation, not possible in this state, seen by
 *   somebody else first; a post that is not there or of another organisation; a day that is none.
 * @source domain brief §4.4
 */
export async function moveAction(tx: Tx, input: StepInput): Promise<Result<void>> {
  const row = await lockAction(tx, input.actionId);
  if (!row) return refuse('resolutions.action-not-found');
  const facts = { state: row.state, leadOrgId: row.lead_org_id, laterAsked: row.wanted_due_on !== null };
  const refusal = mayStep(tx.actor, input.step, facts);
  if (refusal) return { ok: false, refusal };
  if (row.version !== input.version) return refuse('resolutions.changed-meanwhile');
  const to = actionLeadsTo(input.step, facts);
  if (to === null) return refuse('resolutions.not-in-this-state');
  const patch = await patchOf(tx, row, input);
  if (!patch.ok) return patch;
  await updateAction(tx, row.id, { ...patch.value, state: to });
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: RESOLUTION_SUBJECTS.action,
    subjectId: row.id,
    kind: `resolutions.${input.step}`,
    from: row.state,
    to,
    reason: 'reason' in input ? input.reason : null,
    data: { leadOrgId: row.lead_org_id, postId: row.post_id, dueOn: row.due_on },
  });
  return ok();
}

type Patch = Parameters<typeof updateAction>[2];

/** What a step writes besides the state. */
async function patchOf(tx: Tx, row: ActionRow, input: StepInput): Promise<Result<Patch>> {
  switch (input.step) {
    case 'accept-action':
      return ok({ person_id: await holderOf(tx, row.post_id), accept_due_at: null, reason: null });
    case 'contest-action':
    case 'return-action':
    case 'block-action':
      return ok({ reason: input.reason });
    case 'unblock-action':
      return ok({ reason: null });
    case 'submit-action':
      return ok({ evidence: input.evidence, submitted_at: tx.now, reason: null });
    case 'strike-off':
      return ok({ struck_off_at: tx.now, verified_by_post_id: tx.actor.post?.postId ?? null, ...NO_WISH });
    case 'reopen-action':
      return begunAgain(tx, row, input.due, input.reason);
    case 'ask-later':
      return wishOf(tx, row, input.due, input.reason);
    case 'grant-later':
      return ok({ due_on: row.wanted_due_on ?? row.due_on, ...NO_WISH });
    case 'refuse-later':
      return ok({ ...NO_WISH, reason: input.reason });
    case 'transfer-action':
      return handedTo(tx, input.postId, row.lead_org_id);
    case 'settle-contest':
      return settled(tx, row, input.postId);
  }
}

const NO_WISH = { wanted_due_on: null, wanted_because: null } as const;

async function holderOf(tx: Tx, postId: string): Promise<string | null> {
  return (await holdersOf(tx, [postId], dateKey(tx.now))).get(postId)?.personId ?? null;
}

/** What came undone begins again with a day of its own; how often is counted. */
async function begunAgain(tx: Tx, row: ActionRow, typed: string, reason: string): Promise<Result<Patch>> {
  const due = readDueDay(typed, dateKey(tx.now), await loadCalendar(tx), 'due');
  if (!due.ok) return due;
  const again = { due_on: due.value, reason, reopened_times: row.reopened_times + 1 };
  return ok({ ...again, struck_off_at: null, verified_by_post_id: null });
}

/** A later day is asked for before the old one is over, not after (§3.8: before expiry, with a reason). */
async function wishOf(tx: Tx, row: ActionRow, typed: string, reason: string): Promise<Result<Patch>> {
  const today = dateKey(tx.now);
  if (today > row.due_on)
    return refuse('resolutions.too-late-to-ask', { field: 'due', source: 'DOMAIN §3.8' });
  const due = readDueDay(typed, today, await loadCalendar(tx), 'due');
  if (!due.ok) return due;
  if (due.value <= row.due_on)
    return refuse('resolutions.not-later', { field: 'due', params: { day: row.due_on } });
  return ok({ wanted_due_on: due.value, wanted_because: reason });
}

/** Within the organisation the head names another post; responsibility never goes without one. */
async function handedTo(tx: Tx, postId: string, orgId: string): Promise<Result<Patch>> {
  const post = (await postsByIds(tx, [postId])).get(postId);
  if (!post || post.orgId !== orgId) return refuse('resolutions.no-such-post', { field: 'postId' });
  return ok({ post_id: postId, person_id: await holderOf(tx, postId), reason: null });
}

/** The general branch gives a contested action to a post; its organisation has its own time to take it on. */
async function settled(tx: Tx, row: ActionRow, postId: string): Promise<Result<Patch>> {
  const post = (await postsByIds(tx, [postId])).get(postId);
  if (!post) return refuse('resolutions.no-such-post', { field: 'postId' });
  const whole = await actionById(tx, row.id);
  const rules = whole ? await rulesVersion(tx, whole.rules_version_id) : null;
  const by = addWorkdays(await loadCalendar(tx), tx.now, rules?.numbers.acceptWorkdays ?? 1);
  return ok({
    post_id: postId,
    lead_org_id: post.orgId,
    person_id: null,
    accept_due_at: by.known ? by.value : null,
  });
}
