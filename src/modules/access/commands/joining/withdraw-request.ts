import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { ACCESS_EVENTS, ACCESS_SUBJECTS } from '../../contract/joining.ts';
import { mayLetIn } from '../../permissions.ts';
import { afterStep } from '../../rules/joining/lifecycle.ts';
import { lockedRequest, setDecision } from '../../store/joining/requests.ts';

/**
 * Takes one's own request back.
 *
 * @returns refusals `access.not-the-desk`, `access.request-unknown` (somebody else's too), `access.request-decided`.
 */
export async function withdrawRequest(
  tx: Tx,
  { requestId }: { readonly requestId: string },
): Promise<Result<void>> {
  const may = mayLetIn(tx.actor, 'join-home');
  if (!may.ok) return may;
  const request = isUuid(requestId) ? await lockedRequest(tx, requestId) : null;
  if (!request || request.personId !== tx.actor.personId) return refuse('access.request-unknown');
  const state = afterStep(request.state, 'withdraw');
  if (!state) return refuse('access.request-decided');
  await setDecision(tx, request.id, { state });
  await appendEvent(tx, {
    subjectKind: ACCESS_SUBJECTS.request,
    subjectId: request.id,
    kind: ACCESS_EVENTS.joinWithdrawn,
    from: request.state,
    to: state,
  });
  return ok();
}
