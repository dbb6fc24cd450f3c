import { ok, type Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { WaitFor } from '../../forms/handling.ts';
import { type Changed, changeMatter } from '../engine/change-matter.ts';

/** Waits for the reporter (a key, a time, a document). The clock stops; after ten days of silence the matter closes. */
export function waitForRequester(tx: Tx, input: WaitFor): Promise<Result<Changed>> {
  return changeMatter(tx, 'wait-for-requester', input, () =>
    ok({
      to: 'WAITING_REQUESTER',
      reason: input.reason,
      patch: { waiting_since: tx.now, last_progress_at: tx.now },
    }),
  );
}

/** Waits for somebody else (an agency, a supplier). The clock goes on. */
export function waitForExternal(tx: Tx, input: WaitFor): Promise<Result<Changed>> {
  return changeMatter(tx, 'wait-for-external', input, () =>
    ok({
      to: 'WAITING_EXTERNAL',
      reason: input.reason,
      patch: { waiting_since: tx.now, last_progress_at: tx.now },
    }),
  );
}

/** Goes on after waiting. */
export function resumeMatter(tx: Tx, input: WaitFor): Promise<Result<Changed>> {
  return changeMatter(tx, 'resume', input, () =>
    ok({ to: 'IN_PROGRESS', reason: input.reason, patch: { last_progress_at: tx.now } }),
  );
}
