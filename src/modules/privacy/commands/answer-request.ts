import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { closedMattersOf, pseudonymise } from '#modules/matters/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { PRIVACY_SUBJECTS } from '../contract.ts';
import type { AnswerRequest } from '../forms/requests.ts';
import { mayLookAfterData } from '../permissions.ts';
import { mayStep } from '../rules/request-lifecycle.ts';
import { isHeld } from '../rules/retention-kinds.ts';
import { lockRequest, updateRequest } from '../store/requests.ts';
import { holdRows } from '../store/retention.ts';

/**
 * A coordinator answers a request in plain words. A deletion that is granted takes the person out of their closed
 * matters at once; what the law keeps (register, running matters, the trail) stays, and the answer says so.
 *
 * @returns how many matters were pseudonymised. Refusals: not a coordinator, one's own request, answered
 *   already, seen by somebody else first, a legal hold.
 * @source PIPL art. 46, 47, 48, 50
 */
export async function answerRequest(tx: Tx, input: AnswerRequest): Promise<Result<{ matters: number }>> {
  const may = mayLookAfterData(tx.actor, 'answer-requests');
  if (!may.ok) return may;
  const row = await lockRequest(tx, input.requestId);
  if (!row) return refuse('privacy.request-not-found');
  if (row.person_id === tx.actor.personId) return refuse('privacy.own-request', { source: 'DOMAIN §4' });
  if (row.version !== input.version || !mayStep('answer', row.state, input.state))
    return refuse('privacy.request-answered');
  const deletes = row.kind === 'DELETE' && input.state !== 'REFUSED';
  const ids = deletes ? await closedMattersOf(tx, row.person_id) : [];
  if (deletes) {
    const holds = await holdRows(tx);
    const subjects = [{ kind: 'person', id: row.person_id }, ...ids.map((id) => ({ kind: 'matter', id }))];
    if (isHeld(holds, dateKey(tx.now), subjects))
      return refuse('privacy.under-hold', { source: 'PIPL art. 47' });
  }
  await updateRequest(tx, row.id, {
    state: input.state,
    answer: input.answer,
    answered_at: tx.now,
    answered_by_person_id: tx.actor.personId,
    answered_by_post_id: tx.actor.post?.postId ?? null,
  });
  const matters = await pseudonymise(tx, ids, 'request');
  await appendEvent(tx, {
    subjectKind: PRIVACY_SUBJECTS.request,
    subjectId: row.id,
    kind: 'privacy.request-answered',
    from: row.state,
    to: input.state,
    data: { kind: row.kind, matters },
  });
  return ok({ matters });
}
