import { ok, type Result } from '#kernel/result.ts';
import { phoneOf } from '#modules/registry/facade.server.ts';
import { logContactRead } from '#platform/audit/contact-reads.ts';
import type { Tx } from '#platform/db/database.ts';
import { NOTIFICATION_SUBJECTS } from '../contract.ts';
import { mayNotify } from '../permissions.ts';
import { openErrands } from '../store/errands.ts';

const MOST = 500;

/**
 * The whole numbers of everybody who is still to be called, for the printed list; each read is written down.
 *
 * @returns numbers by errand; refusal `notifications.not-yours`.
 * @source domain brief §3.12
 */
export async function revealPhones(tx: Tx): Promise<Result<ReadonlyMap<string, string>>> {
  const refusal = mayNotify(tx.actor, 'do-errand');
  if (refusal) return { ok: false, refusal };
  const phones = new Map<string, string>();
  for (const { id, channel, target_id } of await openErrands(tx, MOST)) {
    const phone = channel === 'CALL' ? await phoneOf(tx, target_id) : null;
    if (phone === null) continue;
    await logContactRead(tx, { kind: NOTIFICATION_SUBJECTS.errand, id }, 'call-list');
    phones.set(id, phone);
  }
  return ok(phones);
}
