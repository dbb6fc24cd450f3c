import { ok, type Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { AcceptMatter } from '../../forms/handling.ts';
import { type Changed, changeMatter } from '../engine/change-matter.ts';

/** Takes a matter up. The organisation that does stays answerable until another one accepts it (首接负责, §3.8). */
export function acceptMatter(tx: Tx, input: AcceptMatter): Promise<Result<Changed>> {
  return changeMatter(tx, 'accept', input, ({ row }) =>
    ok({
      to: 'ACCEPTED',
      patch: {
        accepted_at: tx.now,
        first_receiver_org_id: tx.actor.post?.orgId ?? null,
        ...(row.first_action_due_at && !row.first_action_at ? { first_action_at: tx.now } : {}),
      },
    }),
  );
}
