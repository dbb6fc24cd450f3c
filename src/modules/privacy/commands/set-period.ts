import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { PRIVACY_SUBJECTS } from '../contract.ts';
import type { SetPeriod } from '../forms/requests.ts';
import { mayLookAfterData } from '../permissions.ts';
import { RUN_KINDS, retentionKind } from '../rules/retention-kinds.ts';
import { insertPeriod, periodRows } from '../store/retention.ts';

/** A neighborhood decides its own period for a kind; the earlier decisions stay readable. */
export async function setPeriod(tx: Tx, input: SetPeriod): Promise<Result<void>> {
  const may = mayLookAfterData(tx.actor, 'decide-retention');
  if (!may.ok) return may;
  const kind = retentionKind(input.kind);
  if (!kind || !RUN_KINDS.some((one) => one === kind.kind))
    return refuse('privacy.no-such-kind', { field: 'kind' });
  if (kind.fewest !== null && input.months < kind.fewest)
    return refuse('privacy.period-too-short', { field: 'months', params: { n: kind.fewest } });
  const before = (await periodRows(tx)).filter((row) => row.kind === input.kind);
  await insertPeriod(tx, {
    kind: input.kind,
    number: before.length + 1,
    months: input.months,
    reason: input.reason,
    since: tx.now,
    decided_by_person_id: tx.actor.personId,
    decided_by_post_id: tx.actor.post!.postId,
  });
  await appendEvent(tx, {
    subjectKind: PRIVACY_SUBJECTS.retention,
    subjectId: tx.actor.neighborhoodId,
    kind: 'privacy.period-set',
    from: String(before.at(-1)?.months ?? kind.months ?? ''),
    to: String(input.months),
    reason: input.reason,
    data: { kind: input.kind },
  });
  return ok();
}
