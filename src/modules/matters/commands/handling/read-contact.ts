import { ok, type Result, refuse } from '#kernel/result.ts';
import { logContactRead } from '#platform/audit/contact-reads.ts';
import type { Tx } from '#platform/db/database.ts';
import { MATTER_SUBJECT } from '../../contract.ts';
import type { WithReason } from '../../forms/handling.ts';
import { mayReadContact } from '../../permissions.ts';
import { factsOf } from '../../store/facts.ts';
import { findMatter } from '../../store/matters.ts';

/**
 * Shows the reporter's phone to somebody who may see it, and writes down who saw it and why (§3.12).
 *
 * @returns the digits, or null when no phone was left.
 */
export async function readContact(tx: Tx, input: WithReason): Promise<Result<{ phone: string | null }>> {
  const row = await findMatter(tx, input.matterId);
  if (!row) return refuse('matters.not-found');
  const facts = await factsOf(tx, row, [], false);
  if (!mayReadContact(tx.actor, facts)) return refuse('matters.not-yours-to-do', { source: 'DOMAIN §3.16' });
  await logContactRead(tx, { kind: MATTER_SUBJECT, id: row.id }, input.reason);
  return ok({ phone: row.reporter_phone_cipher ? tx.vault.decrypt(row.reporter_phone_cipher) : null });
}
