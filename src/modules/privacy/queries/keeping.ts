import { dutyPhones } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { periodOf, RETENTION_KINDS } from '../rules/retention-kinds.ts';
import { periodRows } from '../store/retention.ts';

/** What is kept, with the period in force in this neighborhood, and whom to ask. */
export async function keeping(tx: Tx) {
  const decided = await periodRows(tx);
  const kinds = RETENTION_KINDS.map((kind) => ({ ...kind, period: periodOf(decided, kind.kind) }));
  return { kinds, phones: await dutyPhones(tx) };
}
