import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { PRIVACY_SUBJECTS } from '../contract.ts';
import { mayLookAfterData } from '../permissions.ts';
import { mayStep } from '../rules/request-lifecycle.ts';
import { lockRequest, updateRequest } from '../store/requests.ts';

/** The person takes an open request back. Another person's request is not found. */
export async function withdrawRequest(tx: Tx, input: { readonly requestId: string }): Promise<Result<void>> {
  const may = mayLookAfterData(tx.actor, 'ask-about-own-data');
  if (!may.ok) return may;
  const row = await lockRequest(tx, input.requestId);
  if (!row || row.person_id !== tx.actor.personId) return refuse('privacy.request-not-found');
  if (!mayStep('withdraw', row.state, 'WITHDRAWN')) return refuse('privacy.request-answered');
  await updateRequest(tx, row.id, { state: 'WITHDRAWN', answered_at: tx.now });
  await appendEvent(tx, {
    subjectKind: PRIVACY_SUBJECTS.request,
    subjectId: row.id,
    kind: 'privacy.request-withdrawn',
    from: row.state,
    to: 'WITHDRAWN',
  });
  return ok();
}
